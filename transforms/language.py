"""The language of a text, found offline by py3langid (Lui & Baldwin 2012, langid.py)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

UNSURE = 0.5
"""Confidence below which a language that was only detected is a guess: right four times in five at best."""

FRENCH = "fr"
"""The code of the one language with rules of its own beside English."""

_STATED_BELOW = 0.9  # confidence below which what the input states is believed instead
_SAMPLE = 2000  # code points; more changes nothing and costs time
_MIN_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Language:
    """An ISO 639-1 code (``und`` if there is too little to tell), how it was found, and the chance that it is right.

    The chance is the detector's, also for a language that the input states.
    """

    code: str
    method: str
    confidence: float


def find_language(text: str, stated: str | None) -> Language:
    """What ``text`` is written in; what its source ``stated`` ("en-GB") decides only where the text hardly tells."""
    chances = _chances(text)
    found, confidence = next(iter(chances.items()), ("und", 0.0))
    claimed = (stated or "").split("-")[0].split("_")[0].casefold()
    is_code = len(claimed) == 2 and claimed.isascii() and claimed.isalpha()  # noqa: PLR2004
    if is_code and claimed != found and confidence < _STATED_BELOW:
        return Language(claimed, "stated", chances.get(claimed, 0.0))
    return Language(found, "detected", confidence)


def _chances(text: str) -> dict[str, float]:
    """The chance of each language, the likeliest first; empty if there is too little to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return {}
    return {str(language): float(chance) for language, chance in _identifier().rank(sample)}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (0.7 s, once a process)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
