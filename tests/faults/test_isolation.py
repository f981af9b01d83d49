"""A parser that hangs or dies costs one file; a worker that is killed costs nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from flows.batch import ReadJob
from flows.errors import RunError
from flows.executors import direct
from flows.isolation import stop
from flows.plan import InputFile
from flows.settings import Settings, load_settings
from flows.stages import read_batch

HOSTILE = """
import sys
if "flows.reader_process" in sys.orig_argv:
    import atexit, os, re, signal, time
    atexit.register(lambda: open("{once}-at-its-end", "w").close())
    import transforms.readers.plain as plain
    sane = plain.plain_article

    def hostile(uri, text, encoding):
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "LEAVE" in text:
            os._exit(0)
        if "HANG" in text:
            re.match(r"(a+)+$", "a" * 40 + "b")
        if "HOARD" in text:
            held = bytearray(6 * 2**30)
        if "PRINT" in text:
            print("noise " * 10_000)
        if "INTERRUPT" in text:  # as Ctrl-C is heard while a library has taken the signal
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGINT)
        if "GARBLE" in text or "FOREIGN" in text:
            import __main__
            garbled = b"no pickle" if "GARBLE" in text else b"cno_such_module\\nThing\\n."
            sane_answer = __main__._answer
            def answer(answers, what):
                if "AFTERWARDS" in text and isinstance(what, int):
                    sane_answer(answers, what)
                else:
                    answers.write(garbled)
                    answers.flush()
            __main__._answer = answer
        mark = "{once}"
        if "UNLUCKY" in text and not os.path.exists(mark):
            open(mark, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        return sane(uri, text, encoding)

    plain.plain_article = hostile
"""


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "patch").mkdir()
    (tmp_path / "patch" / "sitecustomize.py").write_text(HOSTILE.replace("{once}", str(tmp_path / "once")))
    monkeypatch.syspath_prepend(str(tmp_path / "patch"))
    stop()
    yield
    stop()


def job(folder: Path, **texts: str) -> ReadJob:
    files = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text * 30)
        files.append(InputFile(path.name, path, path.stat().st_size, "0" * 64))
    settings = Settings(models={})
    most = settings.max_remote_bytes
    return ReadJob(0, tuple(files), folder / "staging", {}, 64, settings.reading, "test", most, record_seconds=3)


def test_each_bad_file_is_a_reject_and_the_others_are_read(tmp_path: Path, hostile) -> None:
    result = read_batch(
        job(
            tmp_path,
            first="A fine article. ",
            dies="DIE of it. ",
            leaves="LEAVE at once. ",
            hangs="HANG for ever. ",
            hoards="HOARD memory. ",
            prints="PRINT a lot. ",
            unlucky="UNLUCKY once. ",
            last="The last article. ",
        )
    )
    (chunk,) = result.chunks
    articles = pl.read_parquet(chunk.folder / "articles.parquet")["source_uri"].to_list()
    assert articles == ["first.txt", "prints.txt", "unlucky.txt", "last.txt"]
    rejects = pl.read_parquet(chunk.folder / "rejects.parquet")
    assert set(rejects["reason"]) == {"parser_failed"}
    details = dict(zip(rejects["source_uri"], rejects["detail"], strict=True))
    assert "SIGSEGV" in details["dies.txt"]
    assert "exit code 0" in details["leaves.txt"]
    assert "more than 3 seconds" in details["hangs.txt"]
    assert "MemoryError" in details["hoards.txt"]
    assert chunk.files == 8


@pytest.mark.parametrize(
    ("text", "error"), [("GARBLE the answer. ", "UnpicklingError"), ("FOREIGN things. ", "ModuleNotFoundError")]
)
def test_what_garbles_the_answers_is_a_reject(tmp_path: Path, hostile, monkeypatch, text: str, error: str) -> None:
    monkeypatch.setattr("flows.isolation._SECONDS_TO_DIE", 0.2)
    result = read_batch(job(tmp_path, first="A fine article. ", garbles=text, last="The last article. "))
    (chunk,) = result.chunks
    assert pl.read_parquet(chunk.folder / "articles.parquet")["source_uri"].to_list() == ["first.txt", "last.txt"]
    (detail,) = pl.read_parquet(chunk.folder / "rejects.parquet")["detail"]
    assert f"garbled its answer ({error})" in detail


def test_answers_that_are_garbled_when_all_is_read_end_the_run(tmp_path: Path, hostile, monkeypatch) -> None:
    monkeypatch.setattr("flows.isolation._SECONDS_TO_DIE", 0.2)
    with pytest.raises(RunError, match="copydesk doctor"):
        read_batch(job(tmp_path, first="GARBLE AFTERWARDS. ", last="The last article. "))


def test_an_interrupt_is_not_for_the_process_that_reads(tmp_path: Path, hostile) -> None:
    (chunk,) = read_batch(job(tmp_path, first="INTERRUPT. ", last="The last article. ")).chunks
    assert pl.read_parquet(chunk.folder / "articles.parquet")["source_uri"].to_list() == ["first.txt", "last.txt"]


def test_it_ends_at_once_when_there_is_no_more_work(tmp_path: Path, hostile) -> None:
    read_batch(job(tmp_path, first="A fine article. "))
    stop()
    assert not (tmp_path / "once-at-its-end").exists(), "taking down all that was loaded takes a tenth of a short run"


def test_trouble_with_the_staging_folder_is_not_blamed_on_a_file(tmp_path: Path) -> None:
    (tmp_path / "staging").write_text("in the way")
    with pytest.raises(OSError, match="staging"):
        read_batch(job(tmp_path, first="A fine article. "))


def killed_once(mark: str) -> int:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def killed_always() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_work_of_a_worker_that_was_killed_is_done_again(tmp_path: Path) -> None:
    with direct(load_settings(workers=2)) as workers:
        pending = [workers.submit(killed_once, str(tmp_path / f"once{n}")) for n in range(3)]
        try:
            assert all(one.result() for one in pending[:2])
        except RunError:
            pytest.fail("two deaths are within the chances")


def test_work_that_kills_every_worker_ends_the_run_with_advice() -> None:
    with direct(load_settings(workers=2)) as workers, pytest.raises(RunError, match="fewer --workers"):
        workers.submit(killed_always).result()


def test_workers_end_when_the_run_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys, time\nfrom flows.executors import direct\nfrom flows.settings import load_settings\n"
        "if __name__ == '__main__':\n"
        "    with direct(load_settings(workers=2)) as workers:\n"
        "        print(workers.submit(os.getpid).result(), flush=True); time.sleep(60)\n"
    )
    script = tmp_path / "run.py"
    script.write_text(code)
    top = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": top}
    ) as run:
        assert run.stdout
        worker = int(run.stdout.readline())
        run.kill()
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists() or "Z" in Path(f"/proc/{worker}/stat").read_text().split(")")[1][:3]:
            return
        time.sleep(0.1)
    pytest.fail("the worker is alive 10 s after its run")
