"""Accuracy does not drop: the real command on the measuring data, scored by the scorers that come with it."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from lake_checks import AGREE, SLICES

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
COPYDESK = f"{sys.executable} -m flows"

pytestmark = [pytest.mark.evaluation, pytest.mark.model, pytest.mark.timeout(900)]


def scorer(scorers: Path, name: str, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, str(scorers / name), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.stdout


def load(paths: Path, lake: Path) -> Path:
    """Run copydesk on ``paths`` and write what the scorers read; gives the folder with it."""
    subprocess.run([sys.executable, "-m", "flows", "run", str(paths), "--direct", "--lake", str(lake)], check=True)
    return lake


@pytest.fixture(scope="module")
def seed(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load(data / "seed" / "000_c835146e919e4739.txt", tmp_path_factory.mktemp("seed") / "lake")


@pytest.fixture(scope="module")
def polnear(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load(data / "polnear" / "dev" / "text", tmp_path_factory.mktemp("polnear") / "lake")


def exported(scorers: Path, lake: Path) -> Path:
    out = lake.parent / "out"
    scorer(scorers, "export_predictions.py", "--lake", lake, "--out", out, "--copydesk", COPYDESK)
    return out


def test_line_roles_of_the_seed(scorers: Path, seed: Path, tmp_path: Path) -> None:
    command = tmp_path / "copydesk"
    command.write_text(f'#!/bin/sh\nexec {COPYDESK} "$@"\n')
    command.chmod(0o755)
    told = scorer(scorers, "score_seed_blocks.py", seed, command)
    right = int(re.search(r"line roles (\d+)/", told)[1])
    assert right >= FLOORS["seed"]["line_roles"], told


def test_quotes_of_the_seed(scorers: Path, seed: Path) -> None:
    told = scorer(scorers, "score_seed.py", exported(scorers, seed) / "quotes.jsonl")
    found, speakers = map(int, re.search(r"detected (\d+)/.*written (\d+)/", told).groups())
    assert found >= FLOORS["seed"]["quotes_found"], told
    assert speakers >= FLOORS["seed"]["speakers"], told


def test_quotes_of_polnear_dev(data: Path, scorers: Path, polnear: Path) -> None:
    told = scorer(
        scorers,
        "eval_polnear.py",
        *("--data", data / "polnear", "--split", "dev", "--no-silver"),
        *("--pred", exported(scorers, polnear) / "quotes.jsonl"),
        *("--resolution", data / "polnear" / "resolution_dev_hand.tsv"),
    )
    score = json.loads(told)
    floors = FLOORS["polnear_dev"]
    assert score["strict_exact"]["F1"] >= floors["segments_f1"]
    assert score["triple_projected"]["F1"] >= floors["triple_f1"]
    if "indirect_f1" in floors:
        assert score["indirect_span50"]["F1"] >= floors["indirect_f1"]


def asked(lake: Path, query: str) -> list[dict[str, int]]:
    command = [sys.executable, "-m", "flows", "sql", query, "--lake", str(lake), "--format", "jsonl"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in told.stdout.splitlines()]


def test_every_span_of_polnear_slices_back_to_its_text(polnear: Path) -> None:
    kinds = asked(polnear, SLICES)
    assert sum(row["spans"] for row in kinds) > 5000
    assert [row["wrong"] for row in kinds] == [0] * 5


def test_quotes_and_entities_of_polnear_agree(polnear: Path) -> None:
    (counted,) = asked(polnear, AGREE)
    assert counted["named"] > 1000
    assert (counted["without_entity"], counted["at_odds"]) == (0, 0)


def test_names_of_the_world(data: Path, scorers: Path, tmp_path: Path) -> None:
    found = tmp_path / "mentions.jsonl"
    split = data / "worldwide" / "dev"
    command = [sys.executable, "-m", "benchmarks.names_worldwide", str(split), "--out", str(found)]
    subprocess.run(command, check=True, cwd=HERE.parents[1])
    score = json.loads(scorer(scorers, "eval_ner.py", "--gold", split, "--pred", found))
    assert score["PERSON+ORG+LOC"]["F1"] >= FLOORS["worldwide_dev"]["names_f1"]
