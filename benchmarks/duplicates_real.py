"""What real texts have in common: ``python benchmarks/duplicates_real.py FOLDER ...`` (of text files).

For runs of three, four and five words, all of them: how many pairs of texts share any, and how the share of the
smaller text in the larger one is spread over the pairs. Prints the pairs from 0.3 on, to be looked at.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from rensa import RMinHash

from transforms.duplicates import _WORD


def hashes(text: str, words: int) -> set[int]:
    """Hashes of the runs of so many words."""
    found = _WORD.findall(text.casefold())
    runs = [" ".join(found[i : i + words]) for i in range(max(1, len(found) - words + 1))]
    return set(RMinHash.hash_token_sets([runs])[0])


def main(*folders: str) -> None:
    """Compare every text with every other."""
    files = [path for folder in folders for path in sorted(Path(folder).iterdir())]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    for words in (3, 4, 5):
        shares = shares_in_common([hashes(text, words) for text in texts])
        spread = Counter(int(10 * share) / 10 for share in shares.values())
        pairs = len(texts) * (len(texts) - 1) // 2
        print(f"{len(texts)} texts, runs of {words} words: {len(shares) / pairs:.1%} of all pairs share one")
        print("  pairs by share: " + ", ".join(f"{share}: {number}" for share, number in sorted(spread.items())))
        for (a, b), share in sorted(shares.items(), key=lambda item: item[1]):
            if share >= 0.3:
                print(f"  {share:.2f}  {files[a].name}  {files[b].name}")


def shares_in_common(texts: Sequence[set[int]]) -> dict[tuple[int, int], float]:
    """For each two texts that share a run, how much of the smaller one is in the other; ``texts`` are their hashes."""
    holders: dict[int, list[int]] = {}
    for number, runs in enumerate(texts):
        for one in runs:
            holders.setdefault(one, []).append(number)
    shared = Counter(pair for having in holders.values() for pair in combinations(having, 2))
    return {(a, b): common / min(len(texts[a]), len(texts[b])) for (a, b), common in shared.items()}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    main(*parser.parse_args().folders)
