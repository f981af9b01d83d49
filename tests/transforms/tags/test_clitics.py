"""French subjects behind their verb: ``[...]`` is where they belong."""

import pytest
import spacy

from transforms.tags.clitics import inverted_subjects

CASES = {
    "plain": ("« Non », [il] dit .", "« Non », dit-il."),
    "glide": ("« Non », [elle] ajoute .", "« Non », ajoute-t-elle."),
    "auxiliary": ("« Non », [elle] a répondu.", "« Non », a-t-elle répondu."),
    "reflexive": ("« Non », [il] s' est exclamé.", "« Non », s'est-il exclamé."),
    "object": ("« Non », [il] lui a dit.", "« Non », lui a-t-il dit."),
    "several": ("« Non », [ils] ont dit.", "« Non », ont-ils dit."),
}


@pytest.mark.parametrize(("plain", "text"), CASES.values(), ids=CASES)
def test_where_a_subject_belongs(plain: str, text: str) -> None:
    doc = spacy.blank("fr")(text)
    found = inverted_subjects(doc)
    assert len(found) == 1
    first, (verb, subject) = next(iter(found.items()))
    before = plain.split("[", maxsplit=1)[0]
    assert doc[:first].text.split() == before.split()
    assert doc[subject].text.removeprefix("-") == plain.split("[")[1].split("]", maxsplit=1)[0]
    assert first <= verb < subject


@pytest.mark.parametrize(
    "text", ["Vient-on à pied ? Le rendez-vous est pris, là-bas.", "Un va-et-vient, un porte-voix."]
)
def test_no_other_hyphen_is_one(text: str) -> None:
    found = inverted_subjects(spacy.blank("fr")(text))
    assert all(spacy.blank("fr")(text)[subject].text == "-on" for _, subject in found.values())
