"""A kill notice takes an article out of every current table, whatever order the files come in."""

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from flows.executors import direct
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import load_settings
from warehouse.lake import open_lake

pytestmark = pytest.mark.lake

URI = "urn:newsml:norsea.example:20240312:strike"
TABLES = ("articles", "blocks", "mentions", "local_entities", "quotes", "entities", "fingerprints")
STORY = (
    "VELLMAR (Norsea) - Dockers at the port of Vellmar will vote on Friday on a pay offer.\n\n"
    "“We did not get everything,” said union leader Tom Brekke after eleven hours of talks."
)

ORDERS = [
    order
    for order in itertools.permutations(["first", "kill", "mended"])
    if order.index("first") < order.index("mended")  # else it is a matter of revisions, not of notices
]


def item(hour: int, status: str = "usable", text: str = STORY, **given: object) -> str:
    values = {
        "uri": URI,
        "type": "text",
        "pubstatus": status,
        "firstcreated": "2024-03-12T08:00:00+01:00",
        "versioncreated": f"2024-03-12T{hour:02}:00:00+01:00",
        "headline": "Dockers to vote on pay offer",
        "body_text": text,
    }
    return json.dumps(values | given)


@pytest.fixture
def run(place: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., RunSummary]:
    monkeypatch.setenv("COPYDESK_RECORD_SECONDS", "0")

    def run_it(models: bool = False, **files: str) -> RunSummary:
        for name, content in files.items():
            (place / f"{name}.json").write_text(content)
        settings = load_settings(lake=place / "lake", **({} if models else {"models": {}}))
        paths = tuple(f"{name}.json" for name in files)
        return carry_out(RunRequest(paths, settings), direct)

    return run_it


def counts(place: Path) -> dict[str, int]:
    with open_lake(place / "lake", read_only=True) as con:
        return {table: con.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def texts(place: Path) -> list[tuple]:
    with open_lake(place / "lake", read_only=True) as con:
        return con.execute("SELECT revision, text LIKE '%Saturday%' FROM articles").fetchall()


@pytest.mark.model
def test_nothing_of_a_withdrawn_article_is_left_in_the_current_tables(
    place: Path, run: Callable[..., RunSummary]
) -> None:
    run(models=True, a=item(9))
    assert min(counts(place).values()) > 0, "there are quotes, names and entities to be taken out"
    summary = run(models=True, b=item(10, status="canceled"))
    assert summary.rejects == {"withdrawn": 1}
    assert counts(place) == dict.fromkeys(TABLES, 0)
    with open_lake(place / "lake", read_only=True) as con:
        told = con.execute("SELECT right(source_uri, 6), status, article_ids FROM files ORDER BY 1").fetchall()
    assert told == [("a.json", "withdrawn", []), ("b.json", "rejected", [])]


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
@pytest.mark.parametrize("at_once", [True, False], ids=["one run", "three runs"])
def test_the_order_of_arrival_does_not_matter(
    place: Path, run: Callable[..., RunSummary], order: tuple[str, ...], at_once: bool
) -> None:
    """The notice takes back what was given before it, and not the mended version that came after."""
    content = {
        "first": item(9),
        "kill": item(10, status="canceled"),
        "mended": item(11, text=STORY.replace("Friday", "Saturday")),
    }
    files = {f"{number}{name}": content[name] for number, name in enumerate(order)}
    if at_once:
        run(**files)
    else:
        for name, text in files.items():
            run(**{name: text})
    assert [is_mended for _, is_mended in texts(place)] == [True]


def test_a_file_that_turns_into_a_notice_and_back(place: Path, run: Callable[..., RunSummary]) -> None:
    run(a=item(9))
    run(a=item(10, status="canceled"))
    assert texts(place) == []
    run(a=item(9))
    assert len(texts(place)) == 1, "its notice is gone"


def test_a_notice_without_a_time_holds_for_every_version(place: Path, run: Callable[..., RunSummary]) -> None:
    run(a=item(10, status="canceled", versioncreated="", firstcreated=""), b=item(23))
    assert texts(place) == []


def test_an_update_is_a_revision(place: Path, run: Callable[..., RunSummary]) -> None:
    run(a=item(9))
    run(b=item(10, text=STORY.replace("Friday", "Saturday"), ednote="Corrects the day of the vote."))
    assert texts(place) == [(2, True)]
    with open_lake(place / "lake", read_only=True) as con:
        assert con.execute("SELECT editor_notes FROM articles").fetchall() == [(["Corrects the day of the vote."],)]
