"""Kill runs at random moments and run them again: ``python benchmarks/kills.py [KILLS] [SEED]``.

The nightly form of ``tests/faults/test_kills.py``. Prints how many kills were tried, and the rows that were torn, lost,
strange or doubled against the lake of an undisturbed run.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "faults"))

from harness import Commands, corpus, dump, random_kills


def main(tries: int, seed: int) -> None:
    """Make a corpus, run it once undisturbed, then kill and compare."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        articles = corpus(place / "in", 16)
        with Commands(place / "log.txt", COPYDESK_BATCH_ARTICLES="9", COPYDESK_RECORD_SECONDS="0") as commands:
            commands("run", "--direct", articles, "--root", articles, "--lake", place / "calm")
            print(random_kills(commands, articles, place, dump(place / "calm"), tries, seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tries", type=int, nargs="?", default=200)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    main(**vars(parser.parse_args()))
