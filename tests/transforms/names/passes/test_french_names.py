"""French names as the words before them tell: what is found in ``text``, marked by hand as the recogniser saw it."""

from dataclasses import dataclass

import pytest
import spacy
from spacy.tokens import Doc

from schemas.vocabulary import Label
from transforms.names.passes.french_names import with_addressed, without_complements, without_portfolios, without_strays
from transforms.names.passes.french_types import is_maker, with_peoples
from transforms.names.spots import found_spots, make_spot

CASES = {
    "addressed": ("Pour M. Moe, rien ne presse.", [], [("Moe", "PERSON")]),
    "addressed, in full": ("Me Ada Lind a plaidé.", [], [("Ada Lind", "PERSON")]),
    "a place that is addressed": ("Selon Mme Lund, tout va bien.", [("Lund", "LOC")], [("Lund", "PERSON")]),
    "behind a verb of speech": ("« Non », témoigne Ada de Lind.", [], [("Ada de Lind", "PERSON")]),
    "cut by the recogniser": ("« Non », témoigne Ada Marie Lind.", [("Ada", "LOC")], [("Ada Marie Lind", "PERSON")]),
    "hyphens": ("« Non », dit Anne-Claire Le Goff.", [], [("Anne-Claire Le Goff", "PERSON")]),
    "one word behind a verb": ("« Non », dit Paris.", [("Paris", "LOC")], [("Paris", "LOC")]),
    "an address behind a verb": ("« Non », dit Mme Lind.", [], [("Lind", "PERSON")]),
    "a letter": ("N'attendez pas.", [("N'", "PER")], []),
    "a small word": ("Combien sont-ils ?", [("Combien", "PER")], []),
    "a people, by its ending": ("« Non », dit le Halvikois.", [("Halvikois", "LOC")], [("Halvikois", "NORP")]),
    "a people, listed": ("L'Espagnol est parti.", [("Espagnol", "LOC")], [("Espagnol", "NORP")]),
    "several of a people": ("Les Belges sont partis.", [("Belges", "LOC")], [("Belges", "NORP")]),
    "a land that ends so": ("Il vit dans le Valois.", [("Valois", "LOC")], [("Valois", "LOC")]),
    "a paper that is named so": ("Le Halvikois paraît jeudi.", [("Halvikois", "ORG")], [("Halvikois", "ORG")]),
    "a surname that ends so": ("Ada Langlois est là. Langlois part.", [("Langlois", "PER")], [("Langlois", "PERSON")]),
    "others stay": ("Ada Lind vit à Halvik.", [("Ada Lind", "PER"), ("Halvik", "LOC")],
                    [("Ada Lind", "PERSON"), ("Halvik", "LOC")]),
}  # fmt: skip


@dataclass
class Whole:
    doc: Doc


@pytest.mark.parametrize(("text", "seen", "found"), CASES.values(), ids=CASES)
def test_what_the_words_beside_a_name_tell(
    text: str, seen: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    doc = spacy.blank("fr")(text)
    spans = [doc.char_span(text.index(name), text.index(name) + len(name), label=label) for name, label in seen]
    assert all(spans)
    doc.ents = [span for span in spans if span is not None]
    whole = [Whole(doc)]
    spots = found_spots(whole)
    for put_right in (without_portfolios, without_strays, with_peoples, with_addressed):
        spots = put_right(whole, spots)
    assert [(doc[spot.first : spot.last].text, spot.label) for spot in spots] == [(n, Label(k)) for n, k in found]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Le fabricant de volets industriels Byron ferme.", True),
        ("Le fabricant de volets de Byron ferme.", False),
        ("Le fabricant de volets, Byron, ferme.", False),
        ("Il est fabricant à Byron.", False),
        ("Le maire Byron ferme.", False),
    ],
)
def test_a_maker_stands_before_a_company(text: str, is_one: bool) -> None:
    doc = spacy.blank("fr")(text)
    assert is_maker(doc, next(token.i for token in doc if token.text == "Byron")) is is_one


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Le président de la Couronne part.", ["de la Couronne"], []),
        ("Le chef de l'Etat part.", ["de l'Etat"], []),
        ("M. de la Tour part.", ["de la Tour"], ["de la Tour"]),
        ("Ada de la Tour part, et de la Tour rit.", ["Ada de la Tour", "de la Tour"], ["Ada de la Tour", "de la Tour"]),
        ("Le maire de Lind part.", ["de Lind"], ["de Lind"]),
    ],
)
def test_what_is_left_of_an_office(text: str, names: list[str], left: list[str]) -> None:
    doc = spacy.blank("fr")(text)
    spans = [doc.char_span(text.rindex(name), text.rindex(name) + len(name)) for name in names]
    spots = [make_spot(doc, 0, span.start, span.end, Label.PERSON) for span in spans if span is not None]
    assert [doc[spot.first : spot.last].text for spot in without_complements([Whole(doc)], spots)] == left


def test_english_is_left_alone() -> None:
    doc = spacy.blank("en")("“No,” dit Ada Lind and M. Moe.")
    assert with_addressed([Whole(doc)], []) == []
