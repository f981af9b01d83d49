"""Parts of a person's name, and whether a shorter form can stand for a fuller one."""

from dataclasses import dataclass
from functools import lru_cache

from transforms.names.forms.folding import fold
from transforms.names.forms.spelling import one_spelling
from transforms.names.wordlists import words

_ARTICLES = frozenset({"al", "el"})
_MARKS = str.maketrans({",": " ", **dict.fromkeys('()[]"“”')})  # those of nicknames, too


@dataclass(frozen=True, slots=True)
class PersonName:
    """Folded words of a name in printed order, and its suffix ('jr') if it has one.

    The Arabic article is left out but at the head of a name, where 'Al' may be a given name; ``with_article`` is the
    family name with it ('al rashidi'), empty for one without.
    """

    words: tuple[str, ...]
    suffix: str = ""
    with_article: str = ""

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
    """Parts of a name as printed, without titles and possessive endings. Never empty of words unless the text is."""
    folded = (part.strip("'").removesuffix("'s") for part in fold(text.translate(_MARKS)).split())
    parts = [part for part in folded if part]
    suffix = ""
    if len(parts) > 1 and parts[-1] in words("name_suffixes.txt"):
        suffix = parts.pop()
    has_article = len(parts) > 2 and parts[-2] in _ARTICLES  # noqa: PLR2004  # before it a given name
    return PersonName(tuple(_without_article(parts)) or ("",), suffix, " ".join(parts[-2:]) if has_article else "")


def _without_article(parts: list[str]) -> list[str]:
    """'al-rashidi' and, behind another word, 'al rashidi' are 'rashidi'."""
    bare = [part.removeprefix("al-").removeprefix("el-") or part for part in parts]
    last = len(bare) - 1
    return [part for at, part in enumerate(bare) if not (0 < at < last and part in _ARTICLES)]


def can_mean(short: PersonName, full: PersonName) -> bool:
    """Whether ``short`` can be a form of ``full``; equal names can.

    Two different suffixes never agree, and a suffix in the short form must be in the full one. A bare family
    name can mean its bearer with or without suffix, a bare first or middle word too ('Xi' of 'Xi Jinping'), and so can
    one with its article ('Al Rashidi').
    Longer short forms either end the full name word for word, or begin like it and leave out words between,
    initials standing for words, or begin it word for word.
    """
    if short.suffix and short.suffix != full.suffix:
        return False
    if len(short.words) == 1:
        word = one_spelling(short.words[0])
        return word in map(one_spelling, full.words) and (len(word) > 1 or len(full.words) == 1)
    if len(short.words) > len(full.words) or (full.suffix and not short.suffix):
        return False
    if " ".join(short.words) == full.with_article:
        return True
    return _is_way_of_writing(short.words, full.words)


def shared_words(name: PersonName) -> set[str]:
    """Of two names of which one ``can_mean`` the other, at least one of these is the same, or else :func:`initials`."""
    return set(map(one_spelling, name.words))


def initials(name: PersonName) -> tuple[str, int]:
    """The first letters of the first and the last word, and how many of the two words have no more than that.

    Where two names without a word in common agree, either the one or the other has but an initial, at both ends: a
    name written out goes only with one that has no more than initials.
    """
    ends = name.words[0], name.family
    return " ".join(word[:1] for word in ends), sum(len(word) == 1 for word in ends)


def _is_way_of_writing(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    said, of = tuple(map(one_spelling, short)), tuple(map(one_spelling, full))
    if said in {of[: len(said)], of[-len(said) :]}:
        return True
    ends_meet = _same_word(short[0], full[0]) and _same_word(short[-1], full[-1])
    return ends_meet and in_order(short, full)


def in_order(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` occur in ``full`` in order, initials standing for words; none always do."""
    rest = iter(full)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _same_word(one: str, other: str) -> bool:
    """Equal but for the spelling, or an initial and a word that begins with it."""
    return one_spelling(one) == one_spelling(other) or (min(len(one), len(other)) == 1 and one[:1] == other[:1])


def fit(short: PersonName, full: PersonName) -> int:
    """How well a one-word form fits: 3 the family name, 2 the given name, 1 a word between."""
    word = one_spelling(short.words[0])
    if word == one_spelling(full.family):
        return 3
    return 2 if word == one_spelling(full.words[0]) else 1


def fullness(name: PersonName) -> int:
    """More for more words written out; a suffix counts."""
    return sum(3 if len(word) > 1 else 2 for word in name.words) + bool(name.suffix)
