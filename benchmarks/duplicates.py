"""Near copies and partial syndication of generated stories: precision, recall by kind, documents a second.

    python benchmarks/duplicates.py [STORIES ...]

Each story gets one copy of each kind; a pair is right if it holds a story and a copy of it, or two of its copies.
"""

import random
import sys
import time
from collections import Counter

from transforms.duplicates import alike, fingerprints

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"


def words(chance: random.Random, count: int) -> list[str]:
    """Made-up words, as frequent as words are: few often, many seldom."""
    made = [
        "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 4)))
        for _ in range(count)
    ]
    return sorted(set(made))


def story(chance: random.Random, vocabulary: list[str], sentences: int) -> list[str]:
    """Sentences of 8 to 24 words."""
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    return [" ".join(chance.choices(vocabulary, weights, k=chance.randint(8, 24))) + "." for _ in range(sentences)]


def copies(own: list[str], other: list[str]) -> dict[str, list[str]]:
    """One copy of each kind."""
    half = len(own) // 2
    return {
        "retitled": ["Another headline over it.", *own[1:]],
        "trimmed by a fifth": own[: len(own) * 4 // 5],
        "trimmed by half": own[:half],
        "topped up by half": [*own, *other[:half]],
        "half merged": [*own[:half], *other[: half // 2]],
    }


def main(*sizes: str) -> None:
    """Print a table for each number of stories."""
    for size in map(int, sizes or ("200", "1000", "4000")):
        chance = random.Random(size)  # noqa: S311
        vocabulary = words(chance, 6000)
        stories = [story(chance, vocabulary, chance.randint(10, 50)) for _ in range(size)]
        texts: list[tuple[str, str]] = []
        for number, own in enumerate(stories):
            texts.append((f"{number}:original", " ".join(own)))
            extra = story(chance, vocabulary, 30)
            texts.extend((f"{number}:{kind}", " ".join(copy)) for kind, copy in copies(own, extra).items())
        began = time.process_time()
        prints = fingerprints(texts)
        signed = time.process_time() - began
        pairs = alike(prints, prints)
        paired = time.process_time() - began - signed
        right: Counter[str] = Counter()
        wrong = 0
        for one, other in pairs.select("article_id", "other_id").iter_rows():
            (story_a, kind_a), (story_b, kind_b) = one.split(":"), other.split(":")
            wrong += story_a != story_b
            if story_a == story_b and "original" in {kind_a, kind_b}:
                right[kind_a if kind_b == "original" else kind_b] += 1
        recalls = ", ".join(f"{kind} {right[kind] / size:.3f}" for kind in copies(stories[0], stories[0]))
        precision = 1 - wrong / max(1, pairs.height)
        print(
            f"{len(texts)} documents: {len(texts) / signed:.0f} signed, {len(texts) / paired:.0f} paired a CPU second"
        )
        print(f"  precision {precision:.4f}; recall {recalls}")


if __name__ == "__main__":
    main(*sys.argv[1:])
