"""When two names are one name, letter by letter: 'U.S.' and 'United States', 'Americans' and 'American'."""

from functools import lru_cache

from schemas.vocabulary import Label
from transforms.names.forms.countries import nation_code
from transforms.names.forms.folding import fold
from transforms.names.forms.person_names import person_name
from transforms.names.wordlists import words

_SPACES = str.maketrans({"-": " ", ",": " "})
_BODIES = frozenset({"department", "ministry"})
_KINDS = {Label.GPE: "place", Label.LOC: "place", Label.FAC: "place"}


@lru_cache(maxsize=65536)
def same_name_key(text: str, label: Label) -> tuple[str, str]:
    """Coarse type and key; names with equal keys mean the same in an article."""
    kind = _KINDS.get(label, label.value)
    if label is Label.PERSON:
        name = person_name(text)
        return kind, " ".join([*name.words, *([name.suffix] if name.suffix else [])])
    key = fold(text)
    code = nation_code(text, label)
    if code:
        # The nationality and the country are two entities; England is not the United Kingdom.
        return kind, f"{code}:{key}" if code == "GB" and key.removeprefix("the ") not in words("britain.txt") else code
    if label is Label.NORP:
        key = key.removesuffix("s")
    return kind, one_way(key.removeprefix("the "), label)


def one_way(key: str, label: Label) -> str:
    """A folded name in the way that stands for its others: 'al-Qaeda' with a space, 'Lima, Peru' without the comma.

    A body of two orders has one: 'department of justice' is 'justice department'.
    """
    key = " ".join(key.translate(_SPACES).split()) or key
    if label is not Label.ORG:
        return key
    body, of, subject = key.partition(" of ")
    return f"{subject.removeprefix('the ')} {body}" if of and body in _BODIES else key
