"""Coverage-guided fuzzing of the readers: ``python tests/fuzz/fuzz_readers.py [CORPUS] -runs=N [-seed=N]``.

libFuzzer (https://llvm.org/docs/LibFuzzer.html), through atheris, mutates the seeds and keeps what reaches new code.
An input that breaks a promise of :mod:`soundness`, takes more than 10 seconds or 2 GiB ends it, and is written to a
file. What it finds becomes a named case in ``test_readers_fuzz.py``. With CORPUS, a folder, it goes on from there.
"""

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["transforms", "soundness", "warcio", "striprtf"]):
    import soundness

from transforms.language import find_language

NAMES = ("a", "a.txt", "a.html", "a.csv")


def one_input(data: bytes) -> None:
    """The last byte chooses the name, so that the seeds stay readable."""
    if data:
        soundness.read_soundly(data[:-1], NAMES[data[-1] % len(NAMES)])


def main() -> None:
    """Fuzz with the options given, libFuzzer's own."""
    find_language("Its table of languages takes a second to load.", None)
    with tempfile.TemporaryDirectory() as name:
        for seed, data in soundness.seeds().items():
            (Path(name) / seed).write_bytes(data + b"\0")
        folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
        options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
        limits = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=8192"]
        atheris.Setup([sys.argv[0], *folders, name, *limits, *options], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
