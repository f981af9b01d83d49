"""What copydesk costs over the bare model: CPU seconds of a run over those of ``nlp.pipe`` on the same texts.

    python benchmarks/cost.py FOLDER [--repeat N]

Both are whole processes on one core, taken in turn, so that the ratio holds on a noisy machine. FOLDER holds
plain-text articles.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BARE = """
import sys
from pathlib import Path
import spacy
from flows.settings import Settings
nlp = spacy.load(Settings().models["en"])
texts = (path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt")))
for doc in nlp.pipe(texts):
    pass
"""


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of a command and its children, on one core."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_one_thread())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _one_thread() -> dict[str, str]:
    return os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def main() -> None:
    """Print both costs and their ratio, run by run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    ratios = []
    for _ in range(options.repeat):
        bare = cpu_seconds([sys.executable, "-c", BARE, str(options.folder)])
        with tempfile.TemporaryDirectory() as place:
            run = [sys.executable, "-m", "flows", "run", str(options.folder), "--direct", "--lake", f"{place}/lake"]
            whole = cpu_seconds(run)
        ratios.append(whole / bare)
        print(f"nlp.pipe {bare:6.1f} s   run {whole:6.1f} s   ratio {whole / bare:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
