"""Starting the command line in processes that may be killed, and comparing lakes row by row."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from warehouse.errors import LakeMissingError
from warehouse.lake import open_lake
from warehouse.place import Where, place_of

COMPARED = (
    *("articles", "blocks", "mentions", "entities", "local_entities", "quotes", "files", "rejects", "withdrawals"),
    *("fingerprints", "alike", "stock_runs", "undecided_copies", "unfinished_files"),
)
ZYGOTE = Path(__file__).with_name("zygote.py")
TOP = Path(__file__).parents[2]

Rows = dict[str, Counter[str]]


class Commands:
    """The real command line, forked from a process that has done its imports."""

    def __init__(self, log: Path, **environment: str) -> None:
        env = os.environ | {"PYTHONPATH": str(TOP), "COPYDESK_MODELS": "{}"} | environment
        self.log = log
        self.group = 0  # of the processes of the last command
        self._own: list[bytes] = []  # variables of the last command's own
        self._process = subprocess.Popen(
            [sys.executable, str(ZYGOTE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
        )

    def __enter__(self) -> "Commands":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=60)

    def __call__(self, *args: object, env: dict[str, str] | None = None, **job: object) -> int:
        """Exit code of ``copydesk ARGS``; -9 if it was killed."""
        assert self._process.stdin
        assert self._process.stdout
        self.log.write_text("")
        order = {"args": [str(arg) for arg in args], "log": str(self.log), "env": env or {}, **job}
        self._own = [f"{name}={value}".encode() for name, value in (env or {}).items()]
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        outcome = json.loads(self._process.stdout.readline())
        self.group = outcome["group"]
        return outcome["code"]

    def what_lives_on(self) -> list[int]:
        """Processes that the last command started and left: of its group, or with a variable that it was given."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):  # it has ended since
                state, _, group, *_ = (process / "stat").read_text().rpartition(")")[2].split()
                variables = (process / "environ").read_bytes().split(b"\0")
                if state != "Z" and (int(group) == self.group or not set(self._own).isdisjoint(variables)):
                    found.append(int(process.name))
        return found

    @property
    def said(self) -> str:
        """What the last command printed."""
        return self.log.read_text()


def dump(lake: Where) -> Rows:
    """Every row of the tables that must not depend on how often a run was killed, without ``run_id``."""
    rows: Rows = {}
    with open_lake(lake, read_only=True) as con:
        for table in COMPARED:
            left_out = "EXCLUDE (run_id)" if table in {"articles", "files", "rejects", "withdrawals"} else ""
            found = con.execute(f"SELECT to_json(t)::VARCHAR FROM (SELECT * {left_out} FROM {table}) AS t").fetchall()
            rows[table] = Counter(row for (row,) in found)
    return rows


def is_made(lake: Where) -> bool:
    """Whether there is a lake, not only what is left of an attempt to make one."""
    try:
        with open_lake(lake, read_only=True):
            return True
    except LakeMissingError:
        return False


@dataclass(slots=True)
class Damage:
    """How a lake differs from the undisturbed one, in rows over all tables."""

    lost: int = 0
    strange: int = 0
    doubled: int = 0

    def __add__(self, other: "Damage") -> "Damage":
        return Damage(self.lost + other.lost, self.strange + other.strange, self.doubled + other.doubled)


def compare(found: Rows, calm: Rows) -> Damage:
    """Rows that are missing, that the undisturbed lake doesn't have, and that stand more often than there."""
    damage = Damage()
    for table, expected in calm.items():
        got = found[table]
        damage.lost += sum((expected - got).values())
        extra = got - expected
        damage.strange += sum(number for row, number in extra.items() if row not in expected)
        damage.doubled += sum(number for row, number in extra.items() if row in expected)
    return damage


def torn(lake: Where) -> int:
    """Rows of a lake that belong to an article, file or batch that is not there whole. Any moment must give 0."""
    checks = (
        "SELECT count(*) FROM blocks ANTI JOIN articles USING (article_id)",
        "SELECT count(*) FROM mentions ANTI JOIN articles USING (article_id)",
        "SELECT count(*) FROM quotes ANTI JOIN articles USING (article_id)",
        "SELECT count(*) FROM local_entities ANTI JOIN articles USING (article_id)",
        "SELECT count(*) FROM articles ANTI JOIN blocks USING (article_id)",
        "SELECT count(*) FROM mentions ANTI JOIN entities USING (entity_id)",
        "SELECT count(*) FROM fingerprints ANTI JOIN articles USING (prose_hash)",
        "SELECT count(*) FROM alike ANTI JOIN fingerprints USING (prose_hash)",
        "SELECT count(*) FROM alike ANTI JOIN fingerprints ON other_hash = fingerprints.prose_hash",
        "SELECT count(*) FROM (SELECT 1 FROM articles GROUP BY duplicate_group_id HAVING count_if(is_canonical) <> 1)",
        "SELECT count(*) FROM (SELECT unnest(article_ids) AS article_id FROM files)"
        " ANTI JOIN articles USING (article_id)",
        "SELECT count(*) FROM rejects ANTI JOIN files ON rejects.file_uri = files.source_uri",
        "SELECT count(*) FROM files WHERE status = 'rejected' AND source_uri NOT IN (SELECT file_uri FROM rejects)",
        "SELECT count(*) - count(DISTINCT article_id) FROM articles",
        "SELECT count(*) - count(DISTINCT source_uri) FROM files",
        "SELECT count(*) FROM blocks AS b JOIN articles AS a USING (article_id)"
        " WHERE substring(a.text, b.start + 1, b.end - b.start) <> b.text",
    )
    with open_lake(lake, read_only=True) as con:
        con.begin()  # one snapshot for all of them
        return sum(con.execute(check).fetchone()[0] for check in checks)


def corpus(folder: Path, files: int, seed: int = 7) -> Path:
    """A folder of small made-up articles, some broken, some copies of others."""
    folder.mkdir(parents=True)
    draw = random.Random(seed)  # noqa: S311
    words = ("harbour", "council", "vote", "bridge", "winter", "mayor", "strike", "school", "budget", "river", "train")
    for number in range(files):
        body = "\n\n".join(" ".join(draw.choices(words, k=25)).capitalize() + "." for _ in range(3))
        text = f"Headline number {number}\n\nBy Ann Example\n\n{body}\n"
        if number % 9 == 4:
            text = ""  # a reject
        if number % 9 == 7 and number > 7:
            text = (folder / f"{number - 2:03d}.txt").read_text()  # a copy
        if number % 9 == 3 and number > 3:
            text = (folder / f"{number - 2:03d}.txt").read_text().rsplit(" ", 8)[0] + " for now.\n"  # nearly one
        (folder / f"{number:03d}.txt").write_text(text)
    lines = [json.dumps({"id": f"n{n}", "title": f"Record {n}", "text": "words " * 30 + str(n)}) for n in range(12)]
    corrected = lines[3].replace("words", "words put right")
    # Broken lines before and after a batch is full, one article twice with one text, and one with two.
    (folder / "records.jsonl").write_text("\n".join(["{broken", *lines, "{again", lines[2], corrected]) + "\n")
    return folder


def every_command(lake: Path, out: Path) -> list[tuple[object, ...]]:
    """The commands that work on a lake of the :func:`corpus`, upkeep last and a query after it; ``out`` is a folder."""
    commands: list[tuple[object, ...]] = [
        ("sql", "SELECT count(*) FROM articles"),
        ("history", "000.txt"),
        ("rejects",),
        ("runs",),
        ("export", "--out", out / "out"),
        ("report", "--out", out / "report.html"),
        ("doctor",),
        ("optimize",),
        ("optimize", "--keep-days", "0", "--at-once"),
        ("sql", "SELECT max(length(text)) FROM articles"),
    ]
    return [(*command, "--lake", lake) for command in commands]


def cut_power(lake: Path, synced: Path) -> int:
    """Take from the disk what was never written through to it: files become empty, those in unsynced folders go.

    The catalog is left, as SQLite syncs its own commits. Gives the number of files that were lost.
    """
    order = synced.read_text().splitlines() if synced.exists() else []
    last = {path: number for number, path in enumerate(order)}
    lost = 0
    for path in map(str, lake.rglob("*.parquet")):
        if path not in last:
            Path(path).write_bytes(b"")
            lost += 1
        elif last.get(str(Path(path).parent), -1) < last[path]:
            Path(path).unlink()
            lost += 1
    return lost


def survive(
    commands: Commands,
    articles: Path,
    lake: Where,
    calm: Rows,
    *,
    power: bool = False,
    env: dict[str, str] | None = None,
    **death: object,
) -> tuple[int, Damage, int]:
    """Kill a run, run again. The killed run's exit code, the damage after the second, rows torn between the two.

    With ``power`` the kill takes along what was not on the disk yet.
    """
    place = place_of(lake)
    run = ("run", "--direct", articles, "--root", articles, "--lake", place.folder)
    env = {"COPYDESK_CATALOG": place.catalog} | (env or {})
    synced = place.folder.with_name(place.folder.name + ".synced")
    code = commands(*run, env=env, **death, **({"synced": str(synced)} if power else {}))
    if power:
        cut_power(place.folder, synced)
    broken = 0
    with suppress(LakeMissingError):  # all that there is may be left of an attempt to make one
        broken = torn(lake)
    again = commands(*run, env=env)
    assert again == 0, f"exit code {again}: {commands.said}"
    return code, compare(dump(lake), calm), broken


@dataclass(slots=True)
class Total:
    """What came of many kills."""

    tried: int = 0
    killed: int = 0
    torn: int = 0
    damage: Damage = field(default_factory=Damage)

    def __str__(self) -> str:
        harm = self.damage
        return (
            f"{self.tried} tried, {self.killed} killed; rows torn {self.torn}, lost {harm.lost}, "
            f"strange {harm.strange}, doubled {harm.doubled}"
        )


def random_kills(commands: Commands, articles: Path, place: Path, calm: Rows, tries: int, seed: int) -> Total:
    """Kill runs at moments drawn over the length of a run, and run each again. Every second time the power fails."""
    draw = random.Random(seed)  # noqa: S311
    began = time.monotonic()
    commands("run", "--direct", articles, "--root", articles, "--lake", place / "measured")
    length = time.monotonic() - began
    total = Total()
    for number in range(tries):
        lake = place / f"lake{number}"
        code, harm, broken = survive(
            commands, articles, lake, calm, power=number % 2 == 1, after=draw.uniform(0, length)
        )
        total.tried += 1
        total.killed += code == -9
        total.torn += broken
        total.damage += harm
        shutil.rmtree(lake)
        if total.tried % 10 == 0:
            print(total, flush=True)  # noqa: T201
    return total
