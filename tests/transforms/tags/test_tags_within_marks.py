"""Tags within the marks of French quotations, and what is left as said. ``[...]`` are the stretches."""

from itertools import pairwise

import pytest

from transforms.marks import Segment, quote_map
from transforms.tags.french import tag_adverbials, tag_verb_lemmas, without_inserted_tags

CASES = {
    "name, to the end of the sentence": "« [Le tracé a changé trois fois], a rappelé Ada Lind. [Il fallait finir.] »",
    "pronoun, within the sentence": "« [Je ne peux], dit-il, [rien faire.] »",
    "name, within the sentence": "« [C'est], explique Ada Lind, [une question de temps.] »",
    "who it is, behind a comma": "« [Nous attendons], raconte Ada Lind, maire de Lund depuis 2014. [Rien ne vient.] »",
    "what is done meanwhile": "« [Nous attendons], raconte Ada Lind, en montrant la rue. [Rien ne vient.] »",
    "where it was said": "« [Nous attendons], a dit Ada Lind, lors d’une réunion publique. [Rien ne vient.] »",
    "behind a question": "« [Qui viendra ?] demande la maire. [Personne.] »",
    "reflexive": "« [C'est fini], s'est-il exclamé. [Je pars.] »",
    "two verbs": "« [Rien n'est signé], fait savoir M. Lind. [Tout reste ouvert.] »",
    "adverb": "« [La ville], affirme-t-elle encore, [ne paiera pas.] »",
    "abbreviation": "« [Et pourtant], souligne le Dr A. Lind, [les signes étaient là.] »",
    "at the end": "« [J'ai tout vu], assure le voisin. »",
    "two tags": "« [Je viens], dit-elle. [Je reste], ajoute-t-elle. [C'est dit.] »",
    "dashes": "« [Nous attendons] – raconte Ada Lind – [depuis un an.] »",
    "decimal comma": "« [Les prix], note Ada Lind, [ont pris 3,5 % en un an.] »",
    "somebody unnamed": "« [Rien n'est signé], fait-on savoir à la mairie. [Tout reste ouvert.] »",
    "to whom it is said": "« [J'ai attendu], nous confie Ada Lind. [Puis je suis parti.] »",
    "to whom it was said": "« [Et vous ?] lui a-t-elle lancé. [Vous restez ?] »",
    "wants to believe": "« [Tout ira bien], a-t-il voulu croire, mardi, à la tribune. [Nous avons le temps.] »",
    "a party in brackets": "« [C'est joli], raille Ada Lind (Alternative, Lund). [On dirait un poème.] »",
    "where, before who it is": "« [C'est le piège], analysait dans le couloir Ada Lind. [Il faut courir.] »",
    "how, before who it is": "« [C'est le piège], glisse en souriant Ada Lind. [Il faut courir.] »",
    "English marks": "“[Nous attendons], raconte Ada Lind. [Rien ne vient.]”",
    # What is said by whoever is quoted.
    "what people say": "« [C'est vrai, dit-on, mais personne ne le sait.] »",
    "somebody else, in a quotation with a tag": "« [Il vient, a dit le maire, et j'en doute] », raconte Ada Lind.",
    "a verb in the speech itself": "« [Il parle, raconte la vie de son père, et puis il se tait.] »",
    "what is said to us, of a thing": "« [Le silence, nous dit la pluie, vaut mieux que rien.] »",
    "what a verb is on": "« [Il faut, insiste sur la chance de son équipe, et il perd.] »",
    "no subject behind": "« [On nous a dit, et je cite, que rien ne presse.] »",
    "an order": "« [Allez-y, criez fort, on vous entendra.] »",
}


def parted(marked: str) -> tuple[str, list[str]]:
    inner = [piece.split("]")[0] for piece in marked.split("[")[1:]]
    return marked.replace("[", "").replace("]", ""), inner


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_what_is_said(marked: str) -> None:
    text, said = parted(marked)
    (segments,) = quote_map([text])
    pieces = without_inserted_tags(text, segments, "fr")
    assert [text[piece.start : piece.end] for piece in pieces] == said
    assert all(before.end <= behind.start for before, behind in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("Rien – raconte un – " * 8000, 8000, id="dashes and no other stop"),
        pytest.param("Rien, raconte le" + " M." * 20_000, 1, id="nothing but abbreviations"),
    ],
)
@pytest.mark.timeout(10)
def test_a_long_quotation_is_parted_in_time(text: str, pieces: int) -> None:
    found = without_inserted_tags(text, (Segment(0, len(text), opens=True, closes=True),), "fr")
    assert len(found) == pieces


def test_a_quotation_that_is_left_open_stays_open_at_its_end() -> None:
    text = "« Nous attendons, raconte Ada Lind. Rien ne vient."
    pieces = without_inserted_tags(text, (Segment(2, len(text), opens=True, closes=False),), "fr")
    assert [(piece.opens, piece.closes) for piece in pieces] == [(True, True), (True, False)]


def test_other_languages_close_the_marks() -> None:
    text = "“Nous attendons, raconte Ada Lind. Rien ne vient.”"
    (segments,) = quote_map([text])
    assert without_inserted_tags(text, segments, "en") == segments


def test_forms_are_of_verbs() -> None:
    forms = tag_verb_lemmas()
    assert {forms[form] for form in ("répondu", "répond", "raconte", "rappelait", "martèle", "reconnaît")} == {
        "répondre", "raconter", "rappeler", "marteler", "reconnaître"
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("« Oui », a dit sur " + "A" * 50_000, id="a word that does not end"),
        pytest.param("« Oui », a dit " + "lundi " * 20_000, id="nothing but days"),
        pytest.param(", a dit lundi" * 10_000, id="nothing but tags"),
    ],
)
@pytest.mark.timeout(10)
def test_when_something_was_said_is_found_in_time(text: str) -> None:
    assert list(tag_adverbials(text)) == []
