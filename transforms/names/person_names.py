"""Parts of a person's name, and whether a shorter form can stand for a fuller one."""

from dataclasses import dataclass
from functools import lru_cache

from transforms.names.folding import fold
from transforms.names.wordlists import words


@dataclass(frozen=True, slots=True)
class PersonName:
    """Folded words of a name in printed order, and its suffix ('jr') if it has one."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def given(self) -> str:
        """First word; empty if the name has only one."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def family(self) -> str:
        """Last word."""
        return self.words[-1]


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """Parts of a name as printed, without titles. Never empty of words unless the text is."""
    parts = [part for part in fold(text.replace(",", " ")).split() if part]
    suffix = ""
    if len(parts) > 1 and parts[-1] in words("name_suffixes.txt"):
        suffix = parts.pop()
    return PersonName(tuple(parts) or ("",), suffix)


def can_mean(short: PersonName, full: PersonName) -> bool:
    """Whether ``short`` can be a form of ``full``; equal names can.

    Two different suffixes never agree, and a suffix in the short form must be in the full one. A bare family
    name can mean its bearer with or without suffix, a bare first or middle word too ('Xi' of 'Xi Jinping').
    Longer short forms either end the full name word for word, or begin like it and leave out words between,
    initials standing for words, or begin it word for word.
    """
    if short.suffix and short.suffix != full.suffix:
        return False
    if len(short.words) == 1:
        return short.words[0] in full.words and (len(short.words[0]) > 1 or len(full.words) == 1)
    if len(short.words) > len(full.words) or (full.suffix and not short.suffix):
        return False
    return _is_way_of_writing(short.words, full.words)


def _is_way_of_writing(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if short in {full[: len(short)], full[-len(short) :]}:
        return True
    ends_meet = _same_word(short[0], full[0]) and _same_word(short[-1], full[-1])
    return ends_meet and in_order(short, full)


def in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` occur in ``full`` in order, initials standing for words; none always do."""
    rest = iter(full)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _same_word(one: str, other: str) -> bool:
    """Equal, or an initial and a word that begins with it."""
    return one == other or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def fit(short: PersonName, full: PersonName) -> int:
    """How well a one-word form fits: 3 the family name, 2 the given name, 1 a word between."""
    word = short.words[0]
    if word == full.family:
        return 3
    return 2 if word == full.words[0] else 1
