"""The command line as its users meet it."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lake_checks import AGREE, SLICES
from typer.core import TyperGroup
from typer.main import get_command

from flows.cli import app, main
from flows.settings import load_settings
from warehouse.lake import open_lake

pytestmark = pytest.mark.command

COPYDESK = (sys.executable, "-m", "flows")
TOP = Path(__file__).parents[2]
EXAMPLES = TOP / "examples"


def copydesk(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COPYDESK, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=240,
        env=os.environ | {"PYTHONPATH": str(TOP), "NO_COLOR": "1"} | environment,
        check=False,
    )


def rows(query: str) -> list[dict[str, object]]:
    """Of the lake below the working folder, asked in this process: to start another takes a second."""
    with open_lake(load_settings().place, read_only=True) as con:
        return con.execute(query).to_arrow_table().to_pylist()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake with the examples, annotated."""
    lake = tmp_path_factory.mktemp("cli") / "lake"
    done = copydesk("run", EXAMPLES, "--direct", "--lake", lake)
    assert done.returncode == 0, done.stderr
    return lake


@pytest.mark.parametrize("command", [[], ["run"], ["sql"], ["serve"], ["rejects"], ["runs"], ["doctor"]])
def test_help_says_what_a_command_does(command: list[str]) -> None:
    done = copydesk(*command, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout
    if command:
        assert f"copydesk {command[0]} " in done.stdout.partition("Examples")[2], "examples in the help"


def test_every_command_has_examples_of_itself() -> None:
    def commands(group: TyperGroup, name: str) -> Iterator[tuple[str, Any]]:
        for part, command in group.commands.items():
            if isinstance(command, TyperGroup):
                yield from commands(command, f"{name} {part}")
            else:
                yield f"{name} {part}", command

    found = dict(commands(get_command(app), "copydesk"))
    assert len(found) > 15
    assert [name for name, command in found.items() if name not in (command.epilog or "")] == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "no-such-file.txt"], "no such file"),
        (["run"], "Missing argument"),
        (["run", "x", "--workers", "0"], "--workers"),
        (["run", "x", "--lake", ""], "it is empty"),
        (["run", "x", "--root", ""], "it is empty"),
        (["run", ".", "--lake", "."], "lies in the folder of the lake"),
        (["serve", "."], "--cron or --every"),
        (["serve", ".", "--every", "inf"], "--every"),
        (["sql", "SELECT 1", "--format", "xml"], "--format"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_usage_is_told_before_anything_starts(place: Path, arguments: list[str], says: str) -> None:
    done = copydesk(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("without_model")
def test_a_wrong_setting_names_the_setting(place: Path) -> None:
    (place / "a.txt").write_text("x")
    done = copydesk("run", "a.txt", COPYDESK_WORKERS="many")
    assert done.returncode == 2
    assert "workers" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("without_model")
def test_what_the_encoding_of_the_output_lacks_is_escaped(place: Path) -> None:
    (place / "a.txt").write_text("words")
    assert copydesk("run", "a.txt", "--direct").returncode == 0
    for form, said in (("csv", "e\n\\u20ac\n"), ("jsonl", '{"e": "\\u20ac\\ud83d\\ude00"}\n'), ("table", "\\u20ac")):
        query = f"SELECT '€{'😀' if form == 'jsonl' else ''}' AS e"
        done = copydesk("sql", query, "--format", form, PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, ""), form
        assert said in done.stdout, form


@pytest.mark.usefixtures("without_model")
def test_a_closed_output_is_nobody_who_reads(place: Path) -> None:
    (place / "a.txt").write_text("words")
    for command in ("run a.txt --direct >&- 2>&-", "sql 'SELECT 1' --format csv >&-"):
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m flows {command}"],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(TOP)},
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), command


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["rejects"], ["runs"]])
def test_without_a_lake_the_message_says_how_to_make_one(place: Path, command: list[str]) -> None:
    done = copydesk(*command)
    assert done.returncode == 1
    assert "copydesk run PATH" in done.stderr


@pytest.mark.usefixtures("without_model")
def test_bad_input_is_stored_as_rejects_and_the_run_goes_on(place: Path) -> None:
    inbox = place / "inbox"
    inbox.mkdir()
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "blank.txt").write_bytes(b" \n\t\n")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (inbox / "textless.html").write_text("<html><body><script>1</script></body></html>")
    (inbox / "good.txt").write_text("A mill burns\n\nThe mill at Dunmore burned down on Monday, the owner said.\n")
    os.mkfifo(inbox / "pipe.txt")
    done = copydesk("run", "inbox", "--direct", "--root", "inbox")
    assert done.returncode == 0, done.stderr
    refused = {row["source_uri"]: row["reason"] for row in rows("FROM rejects")}
    assert refused == {
        "empty.txt": "empty",
        "blank.txt": "empty",
        "binary.txt": "binary",
        "textless.html": "no_text",
        "pipe.txt": "unreadable",
    }
    assert rows("SELECT source_uri, title FROM articles") == [{"source_uri": "good.txt", "title": "A mill burns"}]
    statuses = {row["source_uri"]: row["status"] for row in rows("FROM files")}
    assert statuses == dict.fromkeys(refused, "rejected") | {"good.txt": "loaded"}
    assert copydesk("run", "inbox", "--direct", "--root", "inbox", "--strict").returncode == 1


@pytest.mark.usefixtures("without_model")
def test_a_second_run_reads_only_what_changed(place: Path) -> None:
    inbox = place / "inbox"
    inbox.mkdir()
    for name in ("a", "b"):
        (inbox / f"{name}.txt").write_text(f"Title {name}\n\nSomething happened in {name}, people said.\n")
    assert copydesk("run", "inbox", "--direct").returncode == 0
    before = rows("FROM articles ORDER BY article_id")
    assert copydesk("run", "inbox").returncode == 0  # nothing new: Prefect is not even started
    assert rows("FROM articles ORDER BY article_id") == before
    (inbox / "b.txt").write_text("Title b\n\nSomething else happened, people said.\n")
    assert copydesk("run", "inbox", "--direct").returncode == 0
    assert [row["revision"] for row in rows("SELECT revision FROM articles ORDER BY source_uri")] == [1, 2]
    counts = rows("SELECT files_unchanged, articles_new, articles_revised, status FROM runs ORDER BY started_at")
    assert [tuple(row.values()) for row in counts] == [
        (0, 2, 0, "finished"),
        (2, 0, 0, "finished"),
        (1, 0, 1, "finished"),
    ]


@pytest.mark.usefixtures("without_model")
def test_a_second_run_at_the_same_time_is_refused(place: Path) -> None:
    from warehouse.lock import hold  # noqa: PLC0415

    (place / "a.txt").write_text("Title\n\nSomething happened, people said.\n")
    with hold(place / "lake"):
        done = copydesk("run", "a.txt", "--direct", "--lake", "lake")
    assert done.returncode == 3
    assert "another run holds the lake" in done.stderr


@pytest.mark.usefixtures("without_model")
def test_a_failed_run_is_recorded_and_leaves_whole_batches(place: Path) -> None:
    for number in range(4):
        (place / f"{number}.txt").write_text(f"Title {number}\n\nSomething happened, people said.\n")
    breaking = (
        "import flows.pipeline as p, itertools\n"
        "from warehouse.errors import LakeError\n"
        "n = itertools.count()\n"
        "commit = p.commit_batch\n"
        "def fail(*a):\n"
        "    if next(n) == 2: raise LakeError('the disk is full')\n"
        "    return commit(*a)\n"
        "p.commit_batch = fail\n"
        "from flows.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", breaking, "run", ".", "--direct"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TOP), "COPYDESK_BATCH_ARTICLES": "1"},
        check=False,
    )
    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows("SELECT status, articles_new FROM runs") == [{"status": "failed", "articles_new": 2}]
    assert rows("SELECT count(*) AS n FROM articles") == rows("SELECT count(*) AS n FROM files") == [{"n": 2}]
    assert copydesk("run", ".", "--direct").returncode == 0
    assert rows("SELECT count(*) AS n FROM articles") == [{"n": 4}]


@pytest.mark.model
def test_the_examples_land_as_the_rows_they_should(loaded: Path) -> None:
    done = copydesk("sql", "SELECT count(*) AS n FROM articles", "--lake", loaded, "--format", "csv")
    assert done.stdout == "n\n18\n"


@pytest.mark.model
def test_every_span_slices_back_to_its_text(loaded: Path) -> None:
    done = copydesk("sql", SLICES, "--lake", loaded, "--format", "jsonl")
    counted = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["what"] for row in counted] == ["block", "cue", "mention", "quote", "speaker"]
    assert all(row["wrong"] == 0 and row["spans"] > 20 for row in counted), counted


@pytest.mark.model
def test_every_speaker_with_a_name_is_an_entity(loaded: Path) -> None:
    (counted,) = map(json.loads, copydesk("sql", AGREE, "--lake", loaded, "--format", "jsonl").stdout.splitlines())
    assert counted["named"] > 20
    assert (counted["without_entity"], counted["at_odds"]) == (0, 0)


@pytest.mark.model
def test_sql_speaks_four_formats(loaded: Path) -> None:
    query = "SELECT speaker_name, quotes FROM speakers LIMIT 2"
    table = copydesk("sql", query, "--lake", loaded).stdout
    assert "speaker_name" in table
    lines = copydesk("sql", query, "--lake", loaded, "--format", "jsonl").stdout.splitlines()
    assert set(json.loads(lines[0])) == {"speaker_name", "quotes"}
    assert copydesk("sql", query, "--lake", loaded, "--format", "csv").stdout.startswith("speaker_name,quotes\n")
    binary = subprocess.run(
        [*COPYDESK, "sql", query, "--lake", loaded, "--format", "parquet"],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(TOP)},
        check=True,
    )
    assert binary.stdout[:4] == b"PAR1"


@pytest.mark.model
def test_an_error_in_the_sql_is_the_message_of_duckdb(loaded: Path) -> None:
    done = copydesk("sql", "SELECT nonsense FROM quotes", "--lake", loaded)
    assert done.returncode == 1
    assert 'Referenced column "nonsense" not found' in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.model
def test_doctor_finds_all_well(loaded: Path) -> None:
    done = copydesk("doctor", "--lake", loaded)
    assert done.returncode == 0, done.stdout
    assert "FAIL" not in done.stdout


def test_doctor_says_how_to_mend_a_missing_model(place: Path) -> None:
    done = copydesk("doctor", COPYDESK_MODELS='{"en": "no_such_model"}')
    assert done.returncode == 1
    assert "python -m spacy download no_such_model" in " ".join(done.stdout.split())


@pytest.mark.usefixtures("without_model")
def test_records_of_an_unknown_shape_are_read_once_their_keys_are_named(place: Path) -> None:
    (place / "dump.csv").write_text(
        'hl,wording\nMill burns,"The mill burned down on Monday, the owner said. It was old."\n'
    )
    assert copydesk("run", "dump.csv", "--direct").returncode == 0
    assert "(hl, wording); name the one that does with --map" in rows("SELECT detail FROM rejects")[0]["detail"]
    done = copydesk("run", "dump.csv", "--direct", "--map", "title=hl", "--map", "text=wording")
    assert done.returncode == 0, done.stderr
    assert rows("SELECT title FROM articles") == [{"title": "Mill burns"}]
    assert rows("FROM rejects") == []
    assert "no such field: titel" in copydesk("run", "dump.csv", "--map", "titel=hl").stderr


def until_first_line(*arguments: object, of: str = "stdout", **environment: str) -> tuple[int, str]:
    """Exit code, and what else it said, of a command of whose output one line is read, as by ``head -1``."""
    with subprocess.Popen(
        [*COPYDESK, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TOP), "NO_COLOR": "1"} | environment,
    ) as process:
        left, kept = (process.stdout, process.stderr) if of == "stdout" else (process.stderr, process.stdout)
        assert left
        assert kept
        left.readline()
        left.close()
        said = kept.read()
    return process.returncode, said


@pytest.mark.usefixtures("without_model")
def test_a_reader_that_has_seen_enough_is_no_error(place: Path) -> None:
    (place / "a.txt").write_text("Title\n\nSomething happened, people said.\n")
    assert copydesk("run", "a.txt", "--direct").returncode == 0
    for form in ("table", "csv", "jsonl"):
        query = f"SELECT range, repeat('x', {900 if form == 'table' else 90}) FROM range(30_000)"
        assert until_first_line("sql", query, "--format", form) == (0, ""), form


@pytest.mark.parametrize("lines", [0, 1, 30])
def test_a_reader_of_the_help_may_leave(lines: int) -> None:
    """As "copydesk sql --help | head -30" does; nothing has failed, so nothing is said."""
    with subprocess.Popen(
        [*COPYDESK, "sql", "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(TOP)},
    ) as process:
        assert process.stdout
        assert process.stderr
        for _ in range(lines):
            process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.usefixtures("without_model")
def test_an_answer_that_finds_no_room_does_not_blame_the_lake(place: Path) -> None:
    (place / "a.txt").write_text("Title\n\nSomething happened, people said.\n")
    assert copydesk("run", "a.txt", "--direct").returncode == 0
    for arguments in (["sql", "FROM articles"], ["sql", "--help"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COPYDESK, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False,
                env=os.environ | {"PYTHONPATH": str(TOP)},
            )  # fmt: skip
        assert done.returncode == 1
        assert done.stderr.startswith("copydesk: the answer could not be written to standard output: No space left")
        assert "lake" not in done.stderr


@pytest.mark.usefixtures("without_model")
def test_a_run_goes_on_when_nobody_reads_how_it_goes(place: Path) -> None:
    for number in range(5):
        (place / f"{number}.txt").write_text(f"Title {number}\n\nSomething happened, people said.\n")
    slow = "import flows.progress as p; p._LINE_EVERY_SECONDS = 0\nfrom flows.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", slow, "run", ".", "--direct"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Nothing is kept back where this is set, and so nothing left for the end.
        env=os.environ | {"PYTHONPATH": str(TOP), "COPYDESK_BATCH_ARTICLES": "1", "PYTHONUNBUFFERED": ""},
    ) as process:
        assert process.stderr
        process.stderr.readline()
        process.stderr.close()
        assert process.stdout
        assert "articles new" in process.stdout.read()
    assert process.returncode == 0
    assert rows("SELECT status, articles_new FROM runs") == [{"status": "finished", "articles_new": 5}]


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 1, "copydesk: a process or connection at the other end went"),
        (OSError(errno.EPIPE, "Broken pipe"), 1, "copydesk: a process or connection at the other end went away"),
        (EOFError(), 1, "copydesk: a process or connection at the other end went away"),
        (KeyboardInterrupt(), 130, "copydesk: interrupted"),
    ],
    ids=repr,
)
def test_no_error_ends_a_command_without_a_word(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Typer's own ways with these: a silent 1, or "Aborted" and nothing else."""

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("flows.health.examine", fail)
    monkeypatch.setattr("flows.cli.hear_no_more", lambda: None)  # this process is to hear more
    monkeypatch.setattr(sys, "argv", ["copydesk", "doctor"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == code
    assert capsys.readouterr().err.startswith(said)


OTHER_BYTES = os.fsdecode(b"caf\xe9.txt")


@pytest.mark.parametrize("arguments", [["history"], ["forget", "--yes"]], ids=lambda one: one[0])
def test_a_file_whose_name_is_in_another_encoding_is_named_by_its_path(place: Path, arguments: list[str]) -> None:
    place /= "long-name-of-a-folder" * 4  # wider than a terminal
    place.mkdir()
    (place / OTHER_BYTES).write_text("Bridge reopens\n\nThe council reopened the bridge on Monday.\n")
    assert copydesk("run", place / OTHER_BYTES, "--direct", "--lake", "lake", COPYDESK_MODELS="{}").returncode == 0
    done = copydesk(*arguments, place / OTHER_BYTES, "--lake", "lake")
    assert done.returncode == 0, done.stderr
    assert "caf%E9.txt" in done.stdout + done.stderr or "Bridge reopens" in done.stdout


@pytest.mark.parametrize("arguments", [["history"], ["forget", "--yes"]], ids=lambda one: one[0])
def test_how_to_find_an_article_is_told_of_a_bare_file_name(loaded: Path, arguments: list[str]) -> None:
    done = copydesk(*arguments, "no-such-file.txt", "--lake", loaded)
    assert done.returncode == 2
    assert 'Find it with: copydesk sql "SELECT article_id, source_uri' in done.stderr
    assert f"--lake {loaded}" in done.stderr


def test_a_script_is_told_how_to_forget_without_being_asked(loaded: Path) -> None:
    with open_lake(loaded, read_only=True) as con:
        (article_id,) = con.execute("SELECT article_id FROM articles LIMIT 1").fetchall()[0]
    done = copydesk("forget", article_id, "--lake", loaded)
    assert done.returncode == 1
    assert "say --yes" in done.stderr
    with open_lake(loaded, read_only=True) as con:
        assert con.execute("SELECT count(*) FROM articles WHERE article_id = ?", [article_id]).fetchall() == [(1,)]


@pytest.mark.parametrize("arguments", [["history"], ["forget", "--yes"]], ids=lambda one: one[0])
def test_an_article_is_named_by_the_path_of_a_file_that_is_gone(place: Path, arguments: list[str]) -> None:
    """As most are that are to be taken down: an inbox is emptied, and its articles stay."""
    inbox = place / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("Bridge reopens\n\nThe council reopened the bridge on Monday.\n")
    assert copydesk("run", "inbox", "--direct", "--lake", "lake", COPYDESK_MODELS="{}").returncode == 0
    (inbox / "a.txt").unlink()
    done = copydesk(*arguments, "inbox/a.txt", "--lake", "lake")
    assert done.returncode == 0, done.stderr
    assert "Bridge reopens" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("lake", "models", "says"),
    [
        pytest.param("file", "{}", "a file stands where the lake's folder should be", id="a file"),
        pytest.param("file/lake", "{}", "a file stands where the lake's folder should be", id="below a file"),
        pytest.param("odd", "{}", "backup", id="a damaged lake"),
        pytest.param("lake", '{"en": "no_such_model"}', "spacy download no_such_model", id="a model that is missing"),
    ],
)
@pytest.mark.parametrize("command", [["run", "--direct"], ["serve", "--every", "60"]], ids=lambda one: one[0])
def test_what_no_run_could_use_is_told_at_once(
    place: Path, command: list[str], lake: str, models: str, says: str
) -> None:
    (place / "file").touch()
    (place / "odd").mkdir()
    (place / "odd" / "catalog.sqlite").write_text("no catalog at all, but something else")
    (place / "a.txt").write_text("Bridge reopens\n\nThe council reopened the bridge on Monday, people said there.\n")
    done = copydesk(*command, "a.txt", "--lake", lake, COPYDESK_MODELS=models)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Serving" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["history", OTHER_BYTES],
        ["forget", OTHER_BYTES],
        ["entities", "show", OTHER_BYTES],
        ["entities", "list", OTHER_BYTES],
        ["entities", "merge", "Ada Lind", OTHER_BYTES],
        ["entities", "rename", "Ada Lind", OTHER_BYTES],
        ["entities", "split", "Ada Lind", "--article", OTHER_BYTES],
        ["entities", "undo", OTHER_BYTES],
        ["sql", "FROM runs", "--run", OTHER_BYTES],
    ],
    ids=lambda one: " ".join(one[:2]).encode("ascii", "replace").decode(),
)
def test_what_is_no_text_can_mean_nothing_in_the_lake(loaded: Path, arguments: list[str]) -> None:
    done = copydesk(*arguments, "--lake", loaded)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
