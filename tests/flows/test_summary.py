"""What a command says to do next can be typed as it stands."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from flows.advice import next_steps
from flows.commands.entities import _tell
from flows.decide import Outcome
from flows.executors import direct
from flows.next_command import next_command
from flows.run import RunRequest, RunSummary, carry_out
from flows.settings import load_settings
from flows.summary import log_line, summary_table
from warehouse.gaps import Gaps
from warehouse.lake import open_lake
from warehouse.runs import RunCounts

TEXT = "The harbour of Vellmar opened again on Monday after a storm that had lasted for two days and a night."


@pytest.mark.parametrize(
    ("lake", "typed"),
    [
        pytest.param(None, "copydesk rejects", id="the lake of the settings"),
        pytest.param("lakes/may", "copydesk rejects --lake lakes/may", id="another"),
        pytest.param("my lake", "copydesk rejects --lake 'my lake'", id="a name with a space"),
    ],
)
def test_the_next_command_is_about_the_same_lake(lake: str | None, typed: str) -> None:
    assert next_command("rejects", Path(lake) if lake else None) == typed
    (step,) = next_steps(summary(RunCounts(rejects=1)), Path(lake) if lake else None)
    assert step.endswith(f": {typed}")


@pytest.mark.parametrize(
    ("outdated", "told"),
    [(1, "1 unchanged file was processed"), (1200, "1,200 unchanged files were processed")],
)
def test_a_file_that_was_read_with_other_settings_is_told_with_what_it_needs(outdated: int, told: str) -> None:
    """With --refresh alone, a table that was read with --map would be refused."""
    (step,) = next_steps(summary(RunCounts(files_outdated=outdated)))
    assert step.startswith(told)
    assert "--refresh" in step
    assert "settings (--map" in step


def test_the_log_of_a_schedule_tells_what_an_upgrade_left_to_do() -> None:
    told = log_line(summary(RunCounts(articles_new=2, quotes=5, rejects=1, files_outdated=7)))
    assert told.startswith(
        "run r: 9 files, 2 articles new, 0 revised, 5 quotes, 1 rejects, 7 files unchanged but read by"
    )
    assert "run --refresh" in told
    assert log_line(summary(RunCounts())).endswith("0 rejects")
    assert "failed in 2: oh" in log_line(replace(summary(RunCounts()), faults={"oh": 2}))


def test_how_a_decision_is_taken_back_is_told_of_the_same_lake(capsys: pytest.CaptureFixture[str]) -> None:
    _tell("Ada Lind is Ada Byron", Outcome("3fa94c01", 2), Path("other"))
    assert "copydesk entities undo 3fa94c01 --lake other\n" in capsys.readouterr().out


def summary(counts: RunCounts) -> RunSummary:
    return RunSummary("r", replace(counts, files_seen=9), {}, {}, {}, 0.0)


def test_where_there_was_no_file_that_is_told() -> None:
    (step,) = next_steps(RunSummary("r", RunCounts(), {}, {}, {}, 0.0))
    assert step.startswith("Nothing was read: there is no file")


@pytest.mark.lake
def test_the_files_of_the_table_add_up(place: Path) -> None:
    """So do those in ``runs`` and ``files``: what was seen is unchanged, or was read by this run."""
    (place / "in").mkdir()
    for name in ("known", "new"):
        (place / "in" / f"{name}.txt").write_text(f"{TEXT} So {name} ships came in.")
    settings = load_settings(lake=place / "lake", models={}, record_seconds=0)
    carry_out(RunRequest((str(place / "in" / "known.txt"),), settings), direct)
    (place / "in" / "broken.txt").write_bytes(b"\0" * 99)
    (place / "in" / "pile.jsonl").write_text("{}\n" + json.dumps({"title": "A", "text": TEXT}))
    done = carry_out(RunRequest((str(place / "in"),), settings), direct)
    labels, numbers = (list(column.cells) for column in summary_table(done).columns)
    told = dict(zip(labels, numbers, strict=True))
    assert told["files seen"] == "4"
    assert told["  unchanged since an earlier run"] == "1"
    assert (told["  loaded"], told["  rejected as a whole"], told["rejects"]) == ("2", "1", "2")
    with open_lake(place / "lake", read_only=True) as con:
        differing = """
            SELECT files_seen - files_unchanged - (SELECT count(*) FROM files WHERE files.run_id = runs.run_id)
            FROM runs WHERE run_id = ?
        """
        assert con.execute(differing, [done.run_id]).fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        pytest.param(
            Gaps(1500, {"title": 1500, "published": 1500, "publisher": 1500}),
            "Of 1,500 articles from tables and records 1,500 have no title, 1,500 have no date, 1,500 have no outlet.",
            id="columns of one's own",
        ),
        pytest.param(
            Gaps(8, {"published": 5, "publisher": 1}),
            "Of 8 articles from tables and records 5 have no date, 1 have no outlet.",
            id="the dates alone",
        ),
        pytest.param(Gaps(unordered=1, example="03/04/2025"), "1 date, which is '03/04/2025', may", id="one date"),
        pytest.param(Gaps(unordered=2000, example="03/04/2025"), "2,000 dates, one of which is", id="many dates"),
        pytest.param(
            Gaps(6, {"publisher": 6}), "Of 6 articles from tables and records 6 have no outlet.", id="the outlets alone"
        ),
        pytest.param(Gaps(8, {"title": 2, "published": 4, "publisher": 4}), None, id="most have them"),
        pytest.param(
            Gaps(unread=1, unread_example="May"), "1 date of a record, which is 'May', tells no day", id="no day"
        ),
        pytest.param(
            Gaps(unread=9, unread_example="May"), "9 dates of records, one of which is 'May', tell no", id="no days"
        ),
        pytest.param(Gaps(), None, id="no records"),
    ],
)
def test_fields_that_may_stand_under_other_keys_are_told(gaps: Gaps, told: str | None) -> None:
    steps = next_steps(replace(summary(RunCounts()), gaps=gaps))
    assert [step[: len(told or "")] for step in steps] == ([told] if told else [])


@pytest.mark.lake
@pytest.mark.parametrize(
    ("columns", "options", "found"),
    [
        pytest.param(
            "Kopf,Tag,Volltext",
            {},
            Gaps(2, {"title": 2, "published": 2, "publisher": 2}, articles=2, undated=2),
            id="unknown keys",
        ),
        pytest.param(
            "Kopf,Tag,Volltext",
            {"map": {"title": "Kopf", "published": "Tag", "text": "Volltext"}},
            Gaps(2, {"publisher": 2}, 1, "03/04/2025", 2, 1),
            id="named keys, a day or a month",
        ),
        pytest.param(
            "headline,date,text",
            {"day_first": True},
            Gaps(2, {"publisher": 2}, articles=2),
            id="known keys, the day first",
        ),
    ],
)
def test_what_the_articles_of_a_run_lack_is_counted(
    place: Path, columns: str, options: dict[str, object], found: Gaps
) -> None:
    rows = [f"Harbour reopens,03/04/2025,{TEXT}", f"Harbour shuts,2025-05-01,{TEXT} Ships wait outside."]
    (place / "in.csv").write_text("\n".join([columns, *rows]) + "\n")
    settings = load_settings(lake=place / "lake", root=place, models={}, record_seconds=0, **options)
    assert carry_out(RunRequest((str(place / "in.csv"),), settings), direct).gaps == found


@pytest.mark.lake
@pytest.mark.parametrize(
    ("named", "unfound"),
    [
        pytest.param({"text": "Bodyy", "authors": "Wrter"}, {"text": "Bodyy", "authors": "Wrter"}, id="two typos"),
        pytest.param({"text": "Body", "authors": "story.by.name"}, {}, id="each in another file, through a list"),
        pytest.param({"authors": "story.by.nam"}, {"authors": "story.by.nam"}, id="the end of a path"),
        pytest.param({"text": "Body", "url": "NONE"}, {}, id="what is to be no key"),
        pytest.param({"authors": "writer"}, {}, id="small letters"),
        pytest.param({}, {}, id="no map"),
    ],
)
@pytest.mark.parametrize("record_seconds", [0, 60], ids=["here", "in a process that reads"])
def test_named_keys_that_no_record_has_are_told(
    place: Path, named: dict[str, str], unfound: dict[str, str], record_seconds: float
) -> None:
    (place / "in.csv").write_text(f"Headline,Body,Writer\nBridge shuts,{TEXT},\n")
    story = {"title": "Mill opens", "text": f"The mill. {TEXT}", "story": {"by": [{"name": "Ada Lind"}, {"id": 1}]}}
    (place / "in.jsonl").write_text(json.dumps(story) + "\n")
    settings = load_settings(lake=place / "lake", models={}, record_seconds=record_seconds, map=named)
    done = carry_out(RunRequest((str(place / "in.csv"), str(place / "in.jsonl")), settings), direct)
    assert done.unfound == unfound
    told = [step for step in next_steps(done) if step.startswith("No record has the key ")]
    assert len(told) == bool(unfound)
    for step in told:
        assert all(f"{key!r} (--map {name}={key})" in step for name, key in unfound.items())
        assert "The records have: Headline, Body, Writer, title, text, story.by. " in step


@pytest.mark.lake
def test_keys_are_named_of_records_alone(place: Path) -> None:
    (place / "in.txt").write_text(f"Bridge shuts\n\n{TEXT}\n")
    settings = load_settings(lake=place / "lake", models={}, record_seconds=0, map={"text": "Bodyy"})
    assert carry_out(RunRequest((str(place / "in.txt"),), settings), direct).unfound == {}


@pytest.mark.lake
def test_dates_that_are_none_and_outlets_that_the_address_tells_are_told_apart_from_missing_ones(place: Path) -> None:
    rows = ["Bridge shuts,Thursday,https://lamp.example/1", "Road shuts,03/04/2025,", "Mill opens,2025-05-01,"]
    (place / "in.csv").write_text("headline,date,url,text\n" + "".join(f"{row},{row[:4]} {TEXT}\n" for row in rows))
    settings = load_settings(lake=place / "lake", root=place, models={}, record_seconds=0)
    gaps = carry_out(RunRequest((str(place / "in.csv"),), settings), direct).gaps
    assert (gaps.unread, gaps.unread_example, gaps.unordered, gaps.example) == (1, "Thursday", 1, "03/04/2025")
    assert gaps.missing == {"publisher": 2}


@pytest.mark.lake
@pytest.mark.parametrize(("between", "told"), [("\n\n", True), ("\n\n-----\n\n", False)])
def test_a_file_that_may_be_many_articles_is_told_with_how_to_part_it(place: Path, between: str, told: bool) -> None:
    story = "Harbour of Vellmar reopens\nBy Ada Lind\nMay 3, 2024\n\n" + f"{TEXT}\n\n" * 60
    (place / "dump.txt").write_text(between.join([story] * 10))
    settings = load_settings(lake=place / "lake", models={}, record_seconds=0)
    steps = next_steps(carry_out(RunRequest((str(place / "dump.txt"),), settings), direct))
    assert [
        f"1 article is longer than articles are, as {(place / 'dump.txt').as_uri()}. " in step for step in steps
    ] == ([True] if told else [])


@pytest.mark.parametrize(("undated", "told"), [(1200, "1,200"), (0, None)])
def test_articles_that_no_question_about_time_will_find_are_told(undated: int, told: str | None) -> None:
    table = summary_table(replace(summary(RunCounts()), gaps=Gaps(articles=2000, undated=undated)))
    labels, numbers = (list(column.cells) for column in table.columns)
    assert dict(zip(labels, numbers, strict=True)).get("articles without a date") == told


@pytest.mark.parametrize(
    ("counts", "standing", "told"),
    [
        pytest.param(
            RunCounts(articles_new=3, articles_revised=57), 3, "57 articles have the id", id="one id for many"
        ),
        pytest.param(RunCounts(articles_new=2, articles_revised=1), 2, "1 article has the id", id="one"),
        pytest.param(RunCounts(articles_new=900, articles_revised=12), 900, None, id="corrections in an archive"),
        pytest.param(RunCounts(articles_new=5, articles_revised=40), 45, None, id="of earlier runs"),
        pytest.param(RunCounts(articles_new=5, articles_refreshed=4), 9, None, id="refreshed"),
    ],
)
def test_articles_that_make_way_for_others_of_their_run_are_told(
    counts: RunCounts, standing: int, told: str | None
) -> None:
    steps = next_steps(replace(summary(counts), gaps=Gaps(articles=standing)))
    assert [step[: len(told or "")] for step in steps] == ([told] if told else [])
