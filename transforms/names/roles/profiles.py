"""What roles tell about a person beyond the name: walk of life and country."""

from collections.abc import Iterable
from functools import lru_cache

from schemas.vocabulary import Label
from transforms.names.forms.countries import country_code
from transforms.names.wordlists import mapping, words

_SINGULAR_STATES = {"u.s.": "US", "us": "US", "uk": "GB", "u.k.": "GB"}
PUBLIC = "public"


def walks_of_life(roles: Iterable[str]) -> frozenset[str]:
    """``sport``, ``arts``, ``public``: the walks of life that the roles name; empty if they name none."""
    return frozenset(walk for role in roles for walk in _walks(role))


def role_countries(roles: Iterable[str]) -> frozenset[str]:
    """Codes of the countries whose nationality or possessive opens a role: 'Russian President', "Iran's envoy".

    A country that only modifies ('Syria envoy') or follows ('ambassador to Russia') is not the person's own.
    """
    return frozenset(code for role in roles for code in _countries(role))


def role_heads(roles: Iterable[str]) -> frozenset[str]:
    """The role nouns of the roles, lower-case: 'president' of 'Former President'."""
    return frozenset(head for role in roles for head in _heads(role))


@lru_cache(maxsize=65536)
def _heads(role: str) -> tuple[str, ...]:
    return tuple(word for word in _role_words(role) if word in words("role_nouns.txt"))


@lru_cache(maxsize=65536)
def _walks(role: str) -> tuple[str, ...]:
    return tuple(mapping("role_domains.tsv").get(head, PUBLIC) for head in _heads(role))


@lru_cache(maxsize=65536)
def _countries(role: str) -> tuple[str, ...]:
    parts = role.replace("’", "'").split()
    heads = [at for at, part in enumerate(parts) if part.strip(".,").lower() in words("role_nouns.txt")]
    opening = parts[: heads[0]] if heads else parts
    found: list[str] = []
    for at, part in enumerate(opening):
        for text in (f"{part} {opening[at + 1]}" if at + 1 < len(opening) else "", part):
            code = _SINGULAR_STATES.get(text.lower()) or country_code(text, Label.NORP)
            if not code and text.endswith("'s"):
                code = country_code(text.removesuffix("'s"), Label.GPE)
            if code and code not in found:
                found.append(code)
    return tuple(found)


def _role_words(role: str) -> list[str]:
    told = [word.strip(".,").lower() for word in role.split()]
    return [mapping("role_abbreviations.tsv").get(word, word) for word in told]
