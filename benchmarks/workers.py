"""What more workers save: wall seconds of a run with one worker over those with N, on the same files.

    python benchmarks/workers.py FOLDER [--workers N] [--repeat N]

Whole processes, with --direct and new lakes, taken in turn. Each worker keeps to one thread, as copydesk has it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def wall_seconds(folder: Path, workers: int) -> float:
    """Wall seconds of a run into a new lake."""
    with tempfile.TemporaryDirectory() as place:
        run = [sys.executable, "-m", "flows", "run", str(folder), "--direct", "--lake", f"{place}/lake"]
        began = time.perf_counter()
        subprocess.run(
            [*run, "--workers", str(workers)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return time.perf_counter() - began


def main() -> None:
    """Print both times and their ratio, run by run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 2)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    ratios = []
    for _ in range(options.repeat):
        one, several = (wall_seconds(options.folder, workers) for workers in (1, options.workers))
        ratios.append(one / several)
        print(f"one worker {one:6.1f} s   {options.workers} workers {several:6.1f} s   ratio {one / several:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
