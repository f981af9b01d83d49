"""Any bytes in any reader end in rows or rejects, in bounded time and memory; and what the fuzzer found so far."""

import gzip
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from soundness import read_soundly, seeds

from transforms.article import RawArticle, Rejected

SEEDS = seeds()
MOST_MORE_MEMORY = 300 * 2**20


@pytest.mark.parametrize("name", SEEDS)
def test_every_seed_is_read(name: str) -> None:
    """A seed that is refused leads a fuzzer nowhere."""
    assert any(isinstance(item, RawArticle) for item in read_soundly(SEEDS[name], name))


def damaged_index(data: bytes) -> bytes:
    """A zip whose last record says that the index begins later, so that its members would before the file does."""
    return data[:-6] + (int.from_bytes(data[-6:-2], "little") + 210).to_bytes(4, "little") + data[-2:]


@pytest.mark.parametrize(
    ("data", "name", "reasons"),
    [
        pytest.param(damaged_index(SEEDS["two.zip"]), "a.zip", ["malformed"] * 2, id="a zip with a damaged index"),
        pytest.param(
            SEEDS["two.zip"].replace(b"plain.txt", b"\0lain.txt"), "a.zip", [None, None], id="a zip member without name"
        ),
        pytest.param(
            re.sub(rb"WARC-Target-URI: .*?\r\n", b"", SEEDS["page.warc"]),
            "a.warc",
            ["malformed"],
            id="a WARC response without an address",
        ),
        pytest.param(
            b'title,text\nFerry stays,"caf\xca by the sea, he said"',
            "a.csv",
            [None],
            id="a table with a row in another encoding",
        ),
        pytest.param(
            SEEDS["rss.xml"].replace(b"<p>", b"<channel.<p>"), "a.xml", [None], id="a feed with markup of no valid name"
        ),
    ],
)
def test_what_the_fuzzer_found(data: bytes, name: str, reasons: list[str | None]) -> None:
    items = read_soundly(data, name)
    assert [item.reason if isinstance(item, Rejected) else None for item in items] == reasons


@st.composite
def damaged(draw: st.DrawFn) -> tuple[bytes, str]:
    """A seed with some of its bytes cut, doubled, swapped for those of another, or made up; perhaps packed."""
    data = bytearray(SEEDS[draw(st.sampled_from(sorted(SEEDS)))])
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 400)))
        other = SEEDS[draw(st.sampled_from(sorted(SEEDS)))]
        data[start:end] = draw(
            st.one_of(
                st.just(b""),
                st.just(bytes(data[start:end]) * 2),
                st.just(other[start : start + 200]),
                st.binary(max_size=20),
            )
        )
    if draw(st.booleans()):
        return gzip.compress(bytes(data), 1, mtime=0), "a.gz"
    return bytes(data), draw(st.sampled_from(["a", "a.txt", "a.html", "a.csv", "a.json", "a.xml"]))


PEAK_BEFORE = 0


@settings(max_examples=250, deadline=5000, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_damaged_inputs_of_every_format_end_in_rows_or_rejects(given_: tuple[bytes, str]) -> None:
    global PEAK_BEFORE  # noqa: PLW0603  (what the first example needs: models and tables that stay)
    read_soundly(*given_)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    PEAK_BEFORE = PEAK_BEFORE or peak
    assert peak - PEAK_BEFORE < MOST_MORE_MEMORY


@settings(max_examples=150, deadline=5000)
@given(st.binary(max_size=600), st.sampled_from(["a", "a.txt", "a.html", "a.jsonl", "a.csv", "a.parquet", "a.xml"]))
def test_any_bytes_end_in_rows_or_rejects(data: bytes, name: str) -> None:
    read_soundly(data, name)


@pytest.mark.command
def test_a_short_run_of_the_fuzzer_finds_nothing(tmp_path: Path) -> None:
    """COPYDESK_FUZZ inputs, 1,000 unless told: a few seconds. A long run is told in docs/reliability.md."""
    pytest.importorskip("atheris", reason="there is no atheris for this system")
    runs = os.environ.get("COPYDESK_FUZZ", "1000")
    command = [sys.executable, str(Path(__file__).with_name("fuzz_readers.py")), f"-runs={runs}", "-seed=1"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
