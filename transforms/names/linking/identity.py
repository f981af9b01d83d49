"""Ids of entities: of a name, before the corpus is looked at."""

from functools import lru_cache

from schemas.vocabulary import Label
from transforms.ids import derive_id
from transforms.names.forms.person_names import person_name
from transforms.names.forms.same_name import same_name_key
from transforms.names.forms.spelling import one_spelling
from transforms.spans import LocalEntity

_PERSON = Label.PERSON.value


def entity_id(entity: LocalEntity) -> str:
    """Id of the entity by its own name alone: the same in every article, whatever else the corpus holds."""
    return name_id(*same_name_key(entity.name, Label(entity.label)))


@lru_cache(maxsize=65536)
def person_id(name: str, trait: str = "") -> str:
    """Id of the bearer of a name across the corpus: in one spelling, and without middle initials, which come and go.

    ``trait`` tells bearers of one name apart.
    """
    parts = person_name(name)
    middle = [word for word in parts.words[1:-1] if len(word) > 1]
    spelled = map(one_spelling, [parts.words[0], *middle, *parts.words[1:][-1:]])
    words = [*spelled, *([parts.suffix] if parts.suffix else [])]
    return name_id(_PERSON, "\t".join([" ".join(words), *([trait] if trait else [])]))


def plain_person_id(name: str) -> str:
    """Id of the main bearer of a name across the corpus: of its first and last word, and of its suffix."""
    parts = person_name(name)
    return person_id(" ".join(filter(None, (parts.given, parts.family, parts.suffix))))


@lru_cache(maxsize=65536)
def name_id(kind: str, key: str) -> str:
    """The id of what has a coarse type and a folded name."""
    return derive_id(f"{kind}\t{key}")
