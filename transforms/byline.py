"""Names out of bylines: "By Ann Lee and Bo Ek, Staff Writers" -> ("Ann Lee", "Bo Ek")."""

import re
from collections.abc import Sequence
from itertools import chain

from transforms.byline_others import agencies, is_outlet, is_place
from transforms.dates import is_date_line
from transforms.dates.parse import month_numbers
from transforms.wordlists import word_set

MAX_LENGTH = 400
_MAX_NAME_WORDS = 6
_SHORTEST = 2  # words of a full name
_PREFIX = re.compile(
    r"^\W*(?:(?:(?:story|words|text|report|reports|reported|reporting|written|posted|published|compiled|analysis|review|commentary"
    r"|opinion|interview|video|authored|created|edited)\s+)?by|author(?:s|\(s\)|/byline)?\s*:|auteurs?\s*:|autor\s*:|byline\s*:|(?:text|words)\s*:|from)(?:\s*:)?(?:\s+|$)",
    re.IGNORECASE,
)
# In capitals they may be a given name: "Von Miller", "Di Ann Lee".
_FOREIGN_PREFIX = re.compile(
    r"^\W*(?:(?:von|par|por|di|de|af|av|door)\s+|(?i:von|par|por|di|de|af|av|door)\s+(?=\S+\s+\S))"
)
_SPLIT = re.compile(r"\s*(,|;|\||•|·|&|\n|\s/\s|\s[-–—]\s|\b(?:and|with|und|et|y|og|och|ja)\b(?!\.))\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:in|at|[Ff]or|of|on|aus|à|en|from)\s+.*$|\s*\(.*$|\s*<.*$|\s*\[.*$|['’]s\s.*$|\s+@\w+.*$|\s*\d.*$"
    r"|(?<=\w\s)(?:Posted|Published|Updated|Follow)\b.*$"
)
_DATE_BEFORE = re.compile(r"^\W*(.*\d\S*?(?:\s[ap]\.?m\.?)?)\W+(by\s.+)$", re.IGNORECASE)  # "May 3, 2024 by Ann Lee"
_MONTH_TAIL = re.compile(r"\s+(?:on\s+)?([^\W\d_]+)\.?\s+\d.*$")
_OWN_OUTLET = re.compile(r"(?<=\w)\s+(?:The\s.*|[A-Z]{2,5}\sNews)$")  # "Ann Lee The Paper", "Ann Lee XYZ News"
_IN_CAPITALS = re.compile(r"((?:[^\W\d_][\w.'’-]+\s+)+?[^\W\d_][\w'’-]+)\s+(?=[A-Z][a-z])")
_PICTURES = re.compile(r"^(?:photo|picture|image|video|graphic|illustration)\w*\s+by\b", re.IGNORECASE)
_ROLE_TAIL = re.compile(r"\(|\b(?:reporter|correspondent|editor|writer)s?$", re.IGNORECASE)
_ROLES_OF_A_KIND = frozenset({"correspondent", "editor"})  # in small letters, behind what they are for
_POSSESSIVE = re.compile(r"^(?:[A-Z][\w.&-]*\s+){0,4}[A-Z][\w.&-]*(?:['’]s|s['’])\s+(?=[A-Z])")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|@\w+")
_FAMILY_FIRST = re.compile(
    # One word, perhaps with particles: "Ann Lee, Lagos; Bo Ek, Delhi" says where they are.
    r"(?P<family>(?:[a-z][\w'’]* ){0,3}[^\W\d_][\w'’-]+), (?P<given>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2})"
)
_TITLES = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev)\.?\s+(?=[A-Z])")


def clean_names(values: Sequence[str], *, stated: bool = False, outlets: bool = False) -> tuple[str, ...]:
    """Names from byline texts or author fields, in order, without prefixes, roles, places and repeats.

    ``stated`` tells that each value comes from a field for names: what does not read like a byline is kept whole.
    ``outlets`` tells that agencies and outlets count beside people, too.
    """
    found: dict[str, str] = {}
    read = [_names_in_field(value) if stated else names_in_byline(value, outlets=outlets) for value in values]
    for name in chain.from_iterable(read if stated or outlets else _people_of_lines(read)):
        found.setdefault(_key(name), name)
    # "Ann Lee" beside "Ann Lee The Paper" is one author; keep the shorter, which is the name.
    kept = [key for key in found if not any(other != key and key.startswith(other + " ") for other in found)]
    return tuple(found[key] for key in kept)


def _names_in_field(value: str) -> tuple[str, ...]:
    """Names in a field that holds nothing but names: "dpa", "The Desk", "Ann Lee and Bo Ek"."""
    whole = " ".join(_without_prefix(_ADDRESS.sub(" ", value[:MAX_LENGTH])).split()).strip(" ,;|")
    if whole.startswith("(") and whole.endswith(")"):
        whole = whole[1:-1]  # behind an address, as in feeds
    if not whole or not any(map(str.isalpha, whole)):
        return ()
    if turned := family_names_first(whole):
        return turned
    if _SPLIT.search(whole) or _ROLE_TAIL.search(whole):
        return names_in_byline(whole) or (whole,)
    return (whole,)


def family_names_first(text: str, *, certain: bool = False) -> tuple[str, ...]:
    """Names of a list such as "Lee, Ann; Ek, Bo" the other way round; none if it is no such list.

    ``certain`` tells that names are written so: else one alone may be of two people, or of one and a place.
    """
    parts = [part.strip() for part in text.split(";") if part.strip()]
    matches = [_FAMILY_FIRST.fullmatch(part) for part in parts]
    if not parts or (len(parts) == 1 and not certain):
        return ()
    roles = word_set("transforms.lines", "words/roles.txt")
    found = []
    for match in matches:
        if match is None or any(word.casefold() in roles for word in match["given"].split()):
            return ()
        found.append(f"{match['given']} {match['family']}")
    return tuple(dict.fromkeys(found))


def names_in_byline(text: str, *, outlets: bool = False) -> tuple[str, ...]:
    """Names of people in one byline, and of agencies if nobody else is named or ``outlets`` count, too."""
    text = _ADDRESS.sub(" ", text[:MAX_LENGTH].replace("\u00a0", " "))
    if (dated := _DATE_BEFORE.match(text)) and is_date_line(dated[1]):
        text = dated[2]
    text = _without_prefix(text.strip())
    first, *rest = _SPLIT.split(text)
    parts = [(_name(first), ""), *((_name(part), mark) for mark, part in zip(rest[::2], rest[1::2], strict=True))]
    names = [(name, mark) for name, mark in parts if name]
    # A single word beside full names, or a role, is where they wrote from: "By Ann Lee, Lagos", "Our Reporter, Lagos".
    full = [(name, mark) for name, mark in names if " " in name]
    if not outlets and _is_role(first):
        return tuple(name for name, _ in names if name in agencies() or (" " in name and not is_place(name)))
    if full and not outlets:
        return _people(full)
    return tuple(name for name, _ in full or _without_places(names))


def _is_role(part: str) -> bool:
    """Whether a part names nobody but a role: "Our Correspondent", "Staff Reporter in Lagos"."""
    words = _without_tail(" ".join(_PREFIX.sub("", part).split())).casefold().removeprefix("our ").split()
    return bool(words) and all(word.strip(".") in word_set("transforms.lines", "words/roles.txt") for word in words)


def _people(names: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Names without outlets and, at the end, places, if others are left; each comes with the mark or word before it."""
    kept = [(name, mark) for name, mark in names if not is_outlet(name)] or names
    return tuple(name for name, _ in _without_places(kept))


def _without_places(names: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Names without the places at their end, behind a comma or a bar."""
    kept = list(names)
    while len(kept) > 1 and not kept[-1][1].isalpha() and is_place(kept[-1][0]):
        kept.pop()
    return kept


def _people_of_lines(read: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same for lines below each other: "The Paper" and "Lewiston, Idaho" below "By Ann Lee" are no authors."""
    people = [any(" " in name and not is_outlet(name) and not is_place(name) for name in names) for names in read]
    if not any(people):
        return list(read)
    return [names if somebody else () for names, somebody in zip(read, people, strict=True)]


def _without_prefix(text: str) -> str:
    return bare if (bare := _PREFIX.sub("", text)) != text else _FOREIGN_PREFIX.sub("", text)


def _name(part: str) -> str | None:
    if is_date_line(part) or _PICTURES.match(part):
        return None
    part = _PREFIX.sub("", " ".join(part.split()).strip(" .:*\"'“”‘’-–—"))
    part = _POSSESSIVE.sub("", part)
    part = _without_tail(part)
    if part.endswith((" Jr", " Sr")):
        part += "."
    part = _TITLES.sub("", part)
    words = part.split()
    if not words or len(words) > _MAX_NAME_WORDS or len(part) < 2:  # noqa: PLR2004
        return None
    if all(word.casefold().strip(".") in word_set("transforms.lines", "words/roles.txt") for word in words):
        return None
    words = _without_roles(_without_role_before(words))
    words = _without_agency(words)
    if not words or not all(_is_name_word(word) for word in words):
        return None
    name = " ".join(words)
    return _from_capitals(name) if name.isupper() and len(words) > 1 else name


def _without_tail(part: str) -> str:
    """A name without what goes on behind it: a place, a day, an outlet."""
    if (month := _MONTH_TAIL.search(part)) and month[1].casefold() in month_numbers():
        part = part[: month.start()]
    part = _TAIL.sub("", part).strip(" .:,")
    if " " in (name := _OWN_OUTLET.sub("", part)):
        part = name
    capitals = _IN_CAPITALS.match(part)
    return capitals[1] if capitals and capitals[1].isupper() else part


def _without_role_before(words: list[str]) -> list[str]:
    """The words of a full name without the role before it: "Education Editor Ann Lee", "Our Boats Editor Bo Ek"."""
    nouns = word_set("transforms.lines", "words/person_roles.txt")
    roles = word_set("transforms.lines", "words/roles.txt")
    last = len(words) - _SHORTEST
    noun = next((i for i in range(last) if words[i].casefold() in nouns), None)
    if noun is None:
        return words
    is_role = words[0].casefold() == "our" or all(word.casefold() in roles | _kinds_of_roles() for word in words[:noun])
    if not is_role:
        return words
    begin = noun + 1
    while begin < last and words[begin].casefold() in roles:
        begin += 1  # "Bureau Chief Ann Lee"
    return words[begin:]


def _kinds_of_roles() -> frozenset[str]:
    desks = word_set("transforms.lines", "words/sections.txt")
    return desks | word_set("transforms", "names/data/role_modifiers.txt")


def _without_roles(words: list[str]) -> list[str]:
    """The words of a name without what the person is: "Ann Lee Political Correspondent"; none of "Herald Staff"."""
    if words[-1].casefold().strip(".") not in word_set("transforms.lines", "words/person_roles.txt"):
        return words
    roles = word_set("transforms.lines", "words/roles.txt")
    end = len(words)
    while end and words[end - 1].casefold().strip(".") in roles:
        end -= 1
    desks = word_set("transforms.lines", "words/sections.txt")
    while end > _SHORTEST and words[end - 1].casefold() in desks:
        end -= 1  # "Ann Lee Arts Correspondent"
    if all(word.casefold() in _kinds_of_roles() for word in words[:end]):
        return []  # "Local Government Reporter"
    if end == len(words) - 1 and _tells_a_kind(words):
        end -= 1
    return words[:end] if end > 1 else []


def _tells_a_kind(words: list[str]) -> bool:
    """Whether the word before the role says of what: "Ann Lee Coast correspondent".

    A role begins with a capital there, so that a noun in small letters is not its first word. The name before it has
    neither an initial nor a particle.
    """
    *name, kind, role = words
    return (
        role in _ROLES_OF_A_KIND
        and len(name) == _SHORTEST
        and kind[0].isupper()
        and not any(word.endswith(".") or len(word) == 1 or word[0].islower() for word in name)
    )


def _without_agency(words: list[str]) -> list[str]:
    """The words of a full name without the agency that is printed right behind it: "Ann Lee Associated Press"."""
    ends = range(2, len(words))
    return next((words[:end] for end in ends if " ".join(words[end:]) in agencies()), words)


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
