"""Peak memory of ``copydesk run`` over a JSON Lines file of any size, generated, with the model off. Linux.

    python benchmarks/readers_memory.py [MEGABYTES] [--kilobytes N] [-- OPTIONS OF copydesk run]

The whole process tree is counted: the run, the process that reads, and Prefect's. Memory that processes share is
counted once ("PSS"), and as often as there are processes that map it ("RSS"). Looked at five times a second.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

_TEXT = """
the harbour council said on Monday that repairs of old bridge would cost more than planned and engineers had asked for
another month while residents who cross it every day want a ferry in summer because roads around bay are full of
lorries from quarry which opened last year after long dispute about noise dust and water
"""
_ENDINGS = [a + b + c for a in "bdfgklmn" for b in "aeiou" for c in "rst"]
# So many words that runs of them are as seldom met again as in prose: texts of few words would all overlap.
_WORDS = [word + ending for word in _TEXT.split() for ending in ("", *_ENDINGS)]
_NO_MODEL = {"COPYDESK_MODELS": "{}", "PREFECT_LOGGING_LEVEL": "ERROR"}


def generate(path: Path, megabytes: int, kilobytes: int) -> int:
    """Write records of about so many kilobytes until the file has so many megabytes; how many they are."""
    chance = random.Random(7)  # noqa: S311  (no secret; the same file every time)
    count = 0
    with path.open("w", encoding="utf-8") as out:
        while out.tell() < megabytes * 1_000_000:
            count += 1
            # No paragraph twice: records that share some would be compared as copies, all with all.
            paragraphs = [" ".join(chance.choices(_WORDS, k=190)).capitalize() + "." for _ in range(kilobytes)]
            title = f"Story {count}: " + " ".join(chance.choices(_WORDS, k=6))
            record = {"title": title, "text": "\n".join(paragraphs), "url": f"https://paper.example/{count}"}
            out.write(json.dumps(record) + "\n")
    return count


def tree(root: int) -> list[int]:
    """A process and all below it."""
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                todo.extend(map(int, children.read_text().split()))
            except OSError:
                continue
    return found


def memory(pids: list[int]) -> tuple[int, int, dict[str, int]]:
    """Bytes of memory of some processes: shared pages once, and in each; and the first by what each process is."""
    pss = rss = 0
    parts: dict[str, int] = {}
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
        pss += kilobytes["Pss"] * 1024
        rss += kilobytes["Rss"] * 1024
        parts[f"{pid} {_what(pid)}"] = kilobytes["Pss"] // 1024
    return pss, rss, parts


def _what(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return "gone"
    return " ".join(words[1:4])[:60]


def main() -> None:
    """Print articles, seconds and peak memory."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=int, nargs="?", default=200)
    parser.add_argument("--kilobytes", type=int, default=4, help="size of a record; 4 is an ordinary article")
    known, options = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-memory-") as place:
        path = Path(place, "records.jsonl")
        count = generate(path, known.megabytes, known.kilobytes)
        options = [option for option in options if option != "--"]
        command = [sys.executable, "-m", "flows", "run", str(path), "--lake", f"{place}/lake", *options]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=os.environ | _NO_MODEL)
        most_pss = most_rss = 0
        parts: dict[str, int] = {}
        while process.poll() is None:
            pss, rss, told = memory(tree(process.pid))
            parts = told if pss > most_pss else parts
            most_pss, most_rss = max(most_pss, pss), max(most_rss, rss)
            time.sleep(0.2)
        seconds = time.perf_counter() - began
        print(f"exit code {process.returncode}; {path.stat().st_size / 1e6:.0f} MB, {count} records, {seconds:.0f} s")
        print(f"peak memory of the process tree: {most_pss / 1e6:.0f} MB (PSS), {most_rss / 1e6:.0f} MB (RSS)")
        for what, megabytes in parts.items():
            print(f"  {megabytes:4d} MiB  {what}")


if __name__ == "__main__":
    main()
