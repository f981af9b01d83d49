"""The report is one page that says what the lake holds, and does nothing that its articles say."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import html

from flows.report import render
from flows.report.columns import HEIGHT, WIDTH, column_chart
from warehouse.report import Findings, Period

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\x1b[31m\u202e"


def findings(**other: object) -> Findings:
    row = {"text": EVIL, "speaker_text": EVIL, "cue_text": EVIL, "confidence": 0.98, "title": EVIL, "publisher": EVIL}
    values: dict[str, object] = {
        "totals": {
            "articles": 3,
            "copies": 1,
            "publishers": 3,
            "words": 1200,
            "first_day": date(2025, 6, 1),
            "last_day": date(2025, 6, 9),
            "undated": 1,
            "undated_left_out": 0,
            "not_annotated": 1,
            "quotes": 4,
            "quoted": 3,
            "reported": 1,
            "speakers": 1,
            "named": 2,
            "unresolved": 1,
            "open": 1,
        },
        "speakers": [{"speaker": EVIL, "speaker_key": "k", "role": EVIL, "quotes": 2, "articles": 1}],
        "genders": [
            {"gender": "feminine", "quotes": 5, "people": 2},
            {"gender": "masculine", "quotes": 6, "people": 3},
            {"gender": None, "quotes": 7, "people": 4},
        ],
        "samples": [
            row | {"speaker_key": "k", "day": None, "url": "javascript:alert(3)", "source_uri": "a.txt"},
            row | {"speaker_key": "k", "day": None, "url": "https://x.example/?a=1&b='", "source_uri": "a.txt"},
        ],
        "timeline": [{"slot": date(2025, 6, 1), "unit": "day", "articles": 2, "quotes": 4}],
        "about": [{"speaker": EVIL, "about": EVIL, "label": "PERSON", "quotes": 1, "articles": 1}],
        "publishers": [{"publisher": EVIL, "articles": 3, "quotes": 2, "speakers": 1, "top_share": None}],
        "confidence": [{"tenth": 9, "quotes": 3}],
        "languages": [{"language": EVIL, "articles": 1, "not_annotated": 1}],
        "rejects": [{"reason": "binary", "inputs": 1, "examples": [EVIL]}],
        "runs": [
            {
                "run_id": "r1",
                "started_at": datetime(2025, 6, 10, tzinfo=UTC),
                "status": "failed",
                "detail": EVIL,
                "files_seen": 4,
                "articles_new": 3,
                "articles_revised": 0,
                "rejects": 1,
            }
        ],
    }
    return Findings(**values | other)  # type: ignore[arg-type]


def page(**other: object) -> html.HtmlElement:
    return html.document_fromstring(render(findings(**other), Period(), lake=EVIL, version="0"))


def test_nothing_that_an_article_says_runs_or_loads() -> None:
    tree = page()
    assert not tree.xpath("//script | //img | //iframe | //link | //object | //form")
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@src")
    assert set(tree.xpath("//a/@href")) == {"https://x.example/?a=1&b='"}
    assert "\x1b" not in tree.text_content()
    assert "\u202e" not in tree.text_content()
    assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]


def test_it_says_what_was_found_and_what_was_not() -> None:
    said = " ".join(page().text_content().split())
    assert "1 Jun 2025 to 9 Jun 2025, and 1 article without a date" in said
    assert "2 outlets more are not shown" in said
    assert "3articles, 1 copy left out" in said
    assert "2 have a speaker with a name, 1 one that" in said
    assert "1 article was kept without being searched" in said
    assert "failed" in said
    assert "“she”, “Ms.” and the like52 “he”, “Mr.” and the like63 neither, or both74" in said


def test_a_lake_without_articles_says_how_to_go_on() -> None:
    empty = findings().totals | dict.fromkeys(("articles", "quotes", "not_annotated"), 0)
    said = page(totals=empty, timeline=[], rejects=[], runs=[]).text_content()
    assert "copydesk run" in said
    assert "Who is quoted most" not in said


@pytest.mark.parametrize("number", [1, 7, 400])
def test_columns_fit_the_drawing(number: int) -> None:
    rows = [
        {"slot": date.fromordinal(730_000 + n), "unit": "day", "articles": 1, "quotes": n % 5} for n in range(number)
    ]
    chart = column_chart(rows)
    assert chart is not None
    assert all(one.x >= 0 and one.x + one.width <= WIDTH for one in chart.columns)
    assert all(round(one.y + one.height, 2) == HEIGHT for one in chart.columns)
    assert sum(one.label is not None for one in chart.columns) <= 10


def test_no_columns_without_dates() -> None:
    assert column_chart([]) is None


@pytest.mark.command
def test_the_command_writes_a_page_of_a_period(place: Path, without_model: None) -> None:
    from typer.testing import CliRunner  # noqa: PLC0415

    from flows.cli import app  # noqa: PLC0415

    (place / "old.txt").write_text("Old news\n\nMarch 1, 2025, 9:00 AM\n\nSomething happened long ago, people said.\n")
    (place / "new.txt").write_text("New news\n\nJune 1, 2025, 9:00 AM\n\nSomething happened just now, people said.\n")
    (place / "any.txt").write_text("News of no day\n\nThe old boats went out once more, their crews said.\n")
    run = CliRunner()
    assert run.invoke(app, ["run", "old.txt", "new.txt", "any.txt", "--direct", "--lake", "lake"]).exit_code == 0
    done = run.invoke(app, ["report", "--lake", "lake", "--since", "2025-05-01"])
    assert done.exit_code == 0, done.output
    said = " ".join(html.parse("report.html").getroot().text_content().split())
    assert "1 Jun 2025 to 1 Jun 2025" in said
    assert "1article " in said
    assert "asked for: 1 May 2025 to the end; 1 article without a date left out" in said
    assert list(place.glob(".*part")) == []
    assert run.invoke(app, ["report", "--lake", str(place / "lake")]).exit_code == 0
    assert str(place) not in (place / "report.html").read_text(), "the page may be mailed"
    said = " ".join(html.parse("report.html").getroot().text_content().split())
    assert "3articles" in said
    assert "without a date left out" not in said
    nowhere = run.invoke(app, ["report", "--lake", "lake", "--out", "no/such/folder.html"])
    assert "Choose another place" in str(nowhere.exception)
    (place / "folder").mkdir()
    folder = run.invoke(app, ["report", "--lake", "lake", "--out", "folder"])
    assert "Choose another place" in str(folder.exception)
    assert list(place.glob(".*part")) == []


@pytest.mark.model
def test_copies_count_once_and_each_list_adds_up(place: Path) -> None:
    from flows.executors import direct  # noqa: PLC0415
    from flows.run import RunRequest, carry_out  # noqa: PLC0415
    from flows.settings import load_settings  # noqa: PLC0415
    from warehouse.lake import open_lake  # noqa: PLC0415
    from warehouse.report import find  # noqa: PLC0415

    story = (
        "{}\n\nMarch 1, 2025, 9:00 AM\n\n“The bridge is safe again,” Mayor Ann Lee said on Monday.\n\n"
        "“It took two winters,” she said, “and a great deal of money.” The council had closed it after engineers found "
        "cracks in its pier. "
        "Lorries had to take the road around the bay, which is forty miles longer and often under water in spring. "
        "The mayor wants to sell the old pier to Norway.\n"  # a row of its own, though nothing that is said
    )
    (place / "a.txt").write_text(story.format("Bridge reopens"))
    later = story.format("Bridge open again").replace("March 1", "March 2")
    (place / "b.txt").write_text(later + "\n“It even has a lane for bicycles,” she said.\n")
    settings = load_settings(lake=place / "lake")
    carry_out(RunRequest(("a.txt", "b.txt"), settings), direct)
    with open_lake(place / "lake", read_only=True) as con:
        found = find(con, Period(), 5)
    assert (found.totals["articles"], found.totals["copies"]) == (1, 1)
    assert [(one["speaker"], one["quotes"], one["articles"]) for one in found.speakers] == [("Ann Lee", 3, 1)]
    assert sorted(one["text"].rstrip(",") for one in found.samples) == [
        "It even has a lane for bicycles",
        "It took two winters, … and a great deal of money.",
        "The bridge is safe again",
    ]
    assert found.genders == [{"gender": "feminine", "quotes": 3, "people": 1}]
    assert found.about == []
    assert [(one["articles"], one["quotes"]) for one in found.timeline] == [(1, 2), (0, 1)]
    assert [(one["articles"], one["quotes"]) for one in found.publishers] == [(1, 3)]
    assert (found.totals["quoted"], found.totals["named"]) == (3, 3), "what 'she said' splits is one quotation"
    assert sum(one["quotes"] for one in found.confidence) == found.totals["quotes"] == 3
