"""The language of a text, found offline by py3langid (Lui & Baldwin 2012, langid.py)."""

from functools import cache
from typing import Any

_SAMPLE = 2000  # code points; more changes nothing and costs time
_MIN_LETTERS = 12


def detect(text: str) -> tuple[str, float]:
    """ISO 639-1 code of the language and its probability; ``("und", 0.0)`` if there is too little to tell."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return "und", 0.0
    language, probability = _identifier().classify(sample)
    return str(language), float(probability)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  (0.7 s, once a process)

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
