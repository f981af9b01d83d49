"""Names out of bylines: "By Ann Lee and Bo Ek, Staff Writers" -> ("Ann Lee", "Bo Ek")."""

import re
from collections.abc import Sequence

from transforms.dates import is_date_line
from transforms.wordlists import word_set

MAX_LENGTH = 400
_MAX_NAME_WORDS = 6
_PREFIX = re.compile(
    r"^\W*(?:(?:(?:story|words|text|report|reports|reported|reporting|written|posted|published|compiled|analysis|review|commentary"
    r"|opinion|interview|video|authored|created|edited)\s+)?by|by|author(?:s|\(s\))?\s*:|byline\s*:|from|von|par|por|di|de|af|av|door)"
    r"(?:\s*:)?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*(?:,|;|\||•|·|&|\n|\s/\s|\s[-–—]\s|\b(?:and|with|und|et|y|og|och|ja)\b(?!\.))\s*", re.IGNORECASE
)
_TAIL = re.compile(
    r"\s+(?:in|at|for|of|on|aus|à|en|from)\s+.*$|\s*\(.*$|\s*<.*$|\s*\[.*$|['’]s\s.*$|\s+@\w+.*$|\s*\d.*$"
    r"|\s+(?:Published|Updated|Posted|Follow)\b.*$"
)
_PICTURES = re.compile(r"^(?:photo|picture|image|video|graphic|illustration)\w*\s+by\b", re.IGNORECASE)
_ROLE_TAIL = re.compile(r"\(|\b(?:reporter|correspondent|editor|writer)s?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:[A-Z][\w.&-]*\s+){0,4}[A-Z][\w.&-]*(?:['’]s|s['’])\s+(?=[A-Z])")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|@\w+")
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?\s+(?=[A-Z])")


def clean_names(values: Sequence[str], *, stated: bool = False) -> tuple[str, ...]:
    """Names from byline texts or author fields, in order, without prefixes, roles, places and repeats.

    ``stated`` tells that each value comes from a field for names: what does not read like a byline is kept whole.
    """
    found: dict[str, str] = {}
    for value in values:
        for name in names_in_field(value) if stated else names_in_byline(value):
            found.setdefault(_key(name), name)
    # "Ann Lee" beside "Ann Lee The Paper" is one author; keep the shorter, which is the name.
    kept = [key for key in found if not any(other != key and key.startswith(other + " ") for other in found)]
    return tuple(found[key] for key in kept)


def names_in_field(value: str) -> tuple[str, ...]:
    """Names in a field that holds nothing but names: "dpa", "The Desk", "Ann Lee and Bo Ek"."""
    whole = " ".join(_PREFIX.sub("", _ADDRESS.sub(" ", value[:MAX_LENGTH])).split()).strip(" ,;|")
    if not whole or not any(map(str.isalpha, whole)):
        return ()
    if _SPLIT.search(whole) or _ROLE_TAIL.search(whole):
        return names_in_byline(whole) or (whole,)
    return (whole,)


def names_in_byline(text: str) -> tuple[str, ...]:
    """Names of people, or of an agency where nobody else is named, in one byline."""
    text = _ADDRESS.sub(" ", text[:MAX_LENGTH].replace("\u00a0", " "))
    text = _PREFIX.sub("", text.strip())
    names: list[str] = []
    for part in _SPLIT.split(text):
        name = _name(part)
        if name:
            names.append(name)
    # A single word beside full names is where they wrote from: "By Ann Lee, Lagos".
    full = [name for name in names if " " in name]
    return tuple(full or names)


def _name(part: str) -> str | None:
    if is_date_line(part) or _PICTURES.match(part):
        return None
    part = _PREFIX.sub("", " ".join(part.split()).strip(" .:*\"'“”‘’"))
    part = _POSSESSIVE.sub("", part)
    part = _TAIL.sub("", part).strip(" .:,")
    if part.endswith((" Jr", " Sr")):
        part += "."
    part = _TITLES.sub("", part)
    words = part.split()
    if not words or len(words) > _MAX_NAME_WORDS or len(part) < 2:  # noqa: PLR2004
        return None
    if all(word.casefold().strip(".") in word_set("transforms.lines", "words/roles.txt") for word in words):
        return None
    words = _without_roles(words)
    if not words or not all(_is_name_word(word) for word in words):
        return None
    name = " ".join(words)
    return _from_capitals(name) if name.isupper() and len(words) > 1 else name


def _without_roles(words: list[str]) -> list[str]:
    """The words of a name without what the person is: "Ann Lee Political Correspondent"; none of "Herald Staff"."""
    if words[-1].casefold().strip(".") not in word_set("transforms.lines", "words/person_roles.txt"):
        return words
    roles = word_set("transforms.lines", "words/roles.txt")
    end = len(words)
    while end and words[end - 1].casefold().strip(".") in roles:
        end -= 1
    return words[:end] if end > 1 else []


def _is_name_word(word: str) -> bool:
    bare = word.strip(".'’\"()")
    return (
        bare[:1].isupper()
        or bare.casefold() in word_set("transforms", "byline_particles.txt")
        or not bare.isascii()
        or bool(re.fullmatch(r"[dlo]['’]\w+|[a-z][A-Z]\w+", bare))
    )


def _from_capitals(name: str) -> str:
    words = []
    for word in name.split():
        lower = word.casefold()
        if lower in word_set("transforms", "byline_particles.txt"):
            words.append(lower)
        else:
            words.append(
                re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
                if len(word) > 2 or "." not in word  # noqa: PLR2004
                else word
            )
    return " ".join(words)


def _key(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.casefold()).strip()
