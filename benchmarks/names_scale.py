"""Time and memory of deciding who is who on synthetic corpora with Zipf-distributed names.

    python benchmarks/names_scale.py 100000 1000000

Prints, for each number of mentions, the seconds, the peak memory and the guesses.
"""

import argparse
import resource
import time
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl

from schemas.vocabulary import Label
from transforms.names.linking.corpus import guess
from transforms.names.linking.identity import person_id

MENTIONS_AN_ARTICLE = 20
EXPONENT = 1.3
ROLES = ("minister", "striker", "Kenyan senator", "poet", "")
BARE = 0.1  # share of people printed without their first name


def main(*sizes: int) -> None:
    """Run each size given, each in processes of its own so that the memory is that of deciding alone."""
    spawn = get_context("spawn")
    for size in sizes:
        with TemporaryDirectory() as folder:
            for step in (write, measure):
                process = spawn.Process(target=step, args=(size, Path(folder) / "local.parquet"))
                process.start()
                process.join()


def write(size: int, file: Path) -> None:
    """Make a corpus."""
    synthetic(size).write_parquet(file)


def measure(size: int, file: Path) -> None:
    """Decide on it and print what it took."""
    local = pl.read_parquet(file)
    began = time.process_time()
    guesses = guess(local)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size} mentions, {len(local)} local entities: {seconds:.1f} s, {peak:.0f} MB, {len(guesses)} guesses")


def synthetic(mentions: int) -> pl.DataFrame:
    """Local entities of a corpus: people with names of a first and a last word, drawn by Zipf's law."""
    numbers = np.random.default_rng(0)
    people = numbers.zipf(EXPONENT, mentions).astype(np.int64)
    article = np.repeat(np.arange(mentions // MENTIONS_AN_ARTICLE + 1), MENTIONS_AN_ARTICLE)[:mentions]
    bare = numbers.random(mentions) < BARE
    first, last = _word(people * 7919 % 20011), _word(people * 104729 % 50021)
    names = [f"{b}" if is_bare else f"{a} {b}" for a, b, is_bare in zip(first, last, bare, strict=True)]
    ids = {name: person_id(name) for name in set(names)}
    roles = [[role] if (role := ROLES[number % len(ROLES)]) else [] for number in people.tolist()]
    frame = pl.DataFrame(
        {
            "article_id": [f"{number:07d}" for number in article.tolist()],
            "entity_id": [ids[name] for name in names],
            "name": names,
            "label": Label.PERSON.value,
            "roles": pl.Series(roles, dtype=pl.List(pl.String)),
            "forms": [[name] for name in names],
        }
    )
    return frame.unique(["article_id", "entity_id"], keep="first", maintain_order=True)


def _word(numbers: np.ndarray) -> list[str]:
    """A capitalised word for each number, the same for the same number."""
    syllables = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we"]
    words = []
    for number in numbers.tolist():
        word, rest = "", number + len(syllables)
        while rest:
            rest, part = divmod(rest, len(syllables))
            word += syllables[part]
        words.append(word.title())
    return words


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+")
    main(*parser.parse_args().sizes)
