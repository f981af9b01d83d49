"""A local entity: what those are called that some spots of an article mean, with their roles and gender."""

from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import Label
from transforms.names.coreference.cluster import Cluster
from transforms.names.forms.person_names import fullness, person_name
from transforms.names.roles.reader import RoleReader
from transforms.names.roles.titles import address_gender, apposition_gender, role_gender
from transforms.names.spots import HasDoc, Spot, end_char
from transforms.spans import LocalEntity


def local_entity(
    paragraphs: Sequence[HasDoc], spots: Sequence[Spot], cluster: Cluster, reader: RoleReader
) -> LocalEntity:
    """The entity of a cluster, by the fullest of its names as printed."""
    own = [spots[index] for index in sorted(cluster.spots)]
    if cluster.label is not Label.PERSON:
        forms = [_text(paragraphs, spot) for spot in own]
        best = max(forms, key=lambda form: (_letters(form), not form.isupper(), -forms.index(form)))
        return LocalEntity(best, cluster.label)
    roles = reader.roles(own)
    name = _name([_text(paragraphs, spot) for spot in own if spot.key in cluster.keys])
    return LocalEntity(name, Label.PERSON, tuple(roles), _gender(paragraphs, own, roles))


def _name(forms: Sequence[str]) -> str:
    """The fullest form of a person's name; of several that of most words, then the one printed most or first."""
    times = Counter(forms)
    name = max(times, key=lambda form: (*_fullness(form), times[form], -forms.index(form)))
    return "".join(letter for letter in name if letter not in "()[]") if name[0] in "([" else name  # an editor's


def _fullness(form: str) -> tuple[int, bool, int]:
    """How much of a name a form has: "Al-Lind" is as much as "Al Lind"."""
    return fullness(person_name(form)), not form.isupper(), form.count(" ") + form.count("-")


def _gender(paragraphs: Sequence[HasDoc], own: Sequence[Spot], roles: Sequence[str]) -> str | None:
    """The gender that most forms of address and roles tell; None where as many tell the other one."""
    addressed = (address_gender(paragraphs[spot.paragraph].doc, spot.first) for spot in own)
    apposed = (apposition_gender(paragraphs[spot.paragraph].doc, spot.last) for spot in own)
    language = paragraphs[0].doc.lang_
    told = [gender for gender in (*addressed, *apposed, *(role_gender(role, language) for role in roles)) if gender]
    feminine, masculine = told.count("f"), told.count("m")
    if feminine == masculine:
        return None
    return "f" if feminine > masculine else "m"


def _letters(form: str) -> int:
    return sum(char.isalpha() for char in form)


def _text(paragraphs: Sequence[HasDoc], spot: Spot) -> str:
    doc = paragraphs[spot.paragraph].doc
    written = doc[spot.first : spot.last].text[: end_char(doc, spot) - doc[spot.first].idx]
    return " ".join(written.split())
