"""Copies and partial syndication of generated stories: precision and recall by kind, documents a second, any order.

    python benchmarks/duplicates.py [STORIES ...]

Stories of 60 to 1,200 words get one copy of each kind and go through the lake's own functions: fingerprints, commits in
batches, comparison. All stories of an outlet end with its standing line. A pair is right if the two hold text of one
story. Beside it stands what signatures of a fixed length (128 MinHash values in 64 bands) say of the same texts.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import duckdb
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "warehouse"))

from rensa import RMinHash
from rows import article

from flows.copies import find_copies
from transforms.duplicates import _WORD, COPY, PARTIAL, fingerprint
from warehouse.commit import commit_batch
from warehouse.lake import open_lake
from warehouse.staging import complete, stage, staged_schema

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"
LENGTHS = (60, 150, 400, 1200)

Story = list[list[str]]
"""Sentences of words."""

Seconds = defaultdict[str, float]
"""CPU seconds of each step."""


@dataclass(frozen=True, slots=True)
class Document:
    """A generated article: of which stories it holds text, and what was done to it."""

    article_id: str
    stories: frozenset[int]
    kind: str
    words: int
    paragraphs: list[str]


class Writer:
    """Makes up words, as frequent as words are: few often, many seldom."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        made = {"".join(self._syllables(self.chance.randint(1, 4))) for _ in range(8000)}
        self.vocabulary = sorted(made)
        self.weights = [1 / (rank + 3) for rank in range(len(self.vocabulary))]
        self.standing = [[self.chance.choices(self.vocabulary, self.weights, k=30)] for _ in range(20)]

    def _syllables(self, count: int) -> Iterator[str]:
        for _ in range(count):
            yield self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS)

    def story(self, words: int) -> Story:
        """Sentences of at least so many words in all."""
        sentences: Story = []
        while sum(map(len, sentences)) < words:
            sentences.append(self.chance.choices(self.vocabulary, self.weights, k=self.chance.randint(8, 24)))
        return sentences

    def edited(self, story: Story, share: float) -> Story:
        """The story with a share of its words exchanged."""
        return [
            [self.chance.choice(self.vocabulary) if self.chance.random() < share else word for word in sentence]
            for sentence in story
        ]

    def copies(self, own: Story, other: Story) -> dict[str, Story]:
        """One of each kind; for the merged ones ``other`` is a story that is in the corpus, too."""
        half = (len(own) + 1) // 2
        return {
            "retitled": own,
            "reparagraphed": own,
            "edited, 1 word in 50": self.edited(own, 0.02),
            "edited, 1 word in 20": self.edited(own, 0.05),
            "trimmed by a fifth": own[: len(own) - len(own) // 5],
            "trimmed by half": own[:half],
            "trimmed to a fifth": own[: max(1, len(own) // 5)],
            "topped by half": [*self.story(sum(map(len, own)) // 2), *own],
            "half merged": [*own[:half], *self.story(sum(map(len, own[:half])) // 2)],
            "glued to another": [*own, *other],
        }


def paragraphs(story: Story, sentences: int, wrap: bool = False) -> list[str]:
    """Text of a story, so many sentences a paragraph, or hard-wrapped and in other marks and case."""
    written = [" ".join(sentence).capitalize() + "." for sentence in story]
    cut = [" ".join(written[i : i + sentences]) for i in range(0, len(written), sentences)]
    return [one.replace(" ", "\n", 3).replace(". ", " – ").upper() for one in cut] if wrap else cut


def documents(stories: int) -> list[Document]:
    """The stories and their copies; the copy of an outlet may have its standing line at the end."""
    writer = Writer(stories)
    own = [writer.story(LENGTHS[number % len(LENGTHS)]) for number in range(stories)]
    made = []
    for number, story in enumerate(own):
        words = LENGTHS[number % len(LENGTHS)]
        following = (number + len(LENGTHS)) % stories
        kinds = {"original": story, **writer.copies(story, own[following])}
        for place, (kind, text) in enumerate(kinds.items()):
            body = paragraphs(text, 3 if kind == "reparagraphed" else 1, wrap=kind == "reparagraphed")
            body.append(" ".join(" ".join(sentence) for sentence in writer.standing[(number + place) % 20]))
            held = {number, following} if kind == "glued to another" else {number}
            made.append(Document(f"{number:05d}-{place:02d}", frozenset(held), kind, words, body))
    return made


@contextmanager
def spent(seconds: Seconds, name: str) -> Iterator[None]:
    """Add the CPU seconds of what is done inside."""
    began = time.process_time()
    yield
    seconds[name] += time.process_time() - began


def batch(folder: Path, some: list[Document], seconds: Seconds) -> Path:
    """A staged batch of documents."""
    rows = [article(one.article_id, "\n".join(one.paragraphs)) for one in some]
    articles = pl.DataFrame(rows, schema=staged_schema("articles"))
    blocks = pl.DataFrame(
        [
            (one.article_id, index, "body", index, index + 1, text)
            for one in some
            for index, text in enumerate(one.paragraphs)
        ],
        schema=staged_schema("blocks"),
        orient="row",
    )
    with spent(seconds, "fingerprints"):
        printed = fingerprint(articles, blocks)
    articles = articles.drop("prose_hash").join(printed.prose, on="article_id", maintain_order="left")
    stage(folder, {"articles": articles, "fingerprints": printed.fingerprints})
    complete(folder)
    return folder


def fill(lake: duckdb.DuckDBPyConnection, work: Path, some: list[Document], size: int, seconds: Seconds) -> None:
    """Bring documents into the lake, ``size`` a batch, and decide after every fourth batch, as four runs would."""
    for number, first in enumerate(range(0, len(some), size)):
        folder = batch(work / f"batch{first}", some[first : first + size], seconds)
        with spent(seconds, "commit"):
            commit_batch(lake, folder, "r", "benchmark")
        if number % 4 == 3:
            with spent(seconds, "compare"):
                find_copies(lake, "r")
    with spent(seconds, "compare"):
        find_copies(lake, "r")


PAIRS = "SELECT article_id, other_id, likeness FROM article_copies WHERE article_id < other_id ORDER BY ALL"
STATE = (PAIRS, "SELECT article_id, duplicate_group_id, is_canonical FROM articles ORDER BY ALL")


def in_lake(some: list[Document], size: int, seconds: Seconds) -> list[list[tuple[str, ...]]]:
    """What a new lake says of the documents, brought to it in this order."""
    with tempfile.TemporaryDirectory() as name, open_lake(Path(name) / "lake", read_only=False) as lake:
        fill(lake, Path(name), some, size, seconds)
        return [lake.execute(sql).fetchall() for sql in STATE]


@dataclass(frozen=True, slots=True)
class Signed:
    """The MinHash values of a document, and how many runs of words it has."""

    values: list[int]
    runs: int


def signed(document: Document) -> Signed:
    """The signature of a document: 128 values of its runs of four words."""
    words = _WORD.findall(" ".join(document.paragraphs).casefold())
    runs = {" ".join(words[i : i + 4]) for i in range(len(words) - 3)}
    minhash = RMinHash(num_perm=128, seed=1)
    minhash.update(sorted(runs))
    return Signed(minhash.digest(), len(runs))


def by_signatures(some: list[Document]) -> list[tuple[str, ...]]:
    """Pairs by MinHash signatures of 128 values: candidates by bands of two, containment told from the similarity."""
    signatures = {one.article_id: signed(one) for one in some}
    buckets: dict[tuple[int, int, int], list[str]] = {}
    for article_id, signature in signatures.items():
        for band in range(0, 128, 2):
            buckets.setdefault((band, signature.values[band], signature.values[band + 1]), []).append(article_id)
    candidates = {pair for ids in buckets.values() for pair in combinations(ids, 2)}
    told = ((a, b, likeness(signatures[a], signatures[b])) for a, b in candidates)
    return [(a, b, how) for a, b, how in told if how is not None]


def likeness(one: Signed, other: Signed) -> str | None:
    """Whether two signatures say that one is a copy, or a part, of the other."""
    similarity = sum(x == y for x, y in zip(one.values, other.values, strict=True)) / 128
    containment = similarity * (one.runs + other.runs) / (1 + similarity) / min(one.runs, other.runs)
    if similarity >= COPY:
        return "copy"
    return "partial" if containment >= PARTIAL else None


def report(some: list[Document], pairs: list[tuple[str, ...]], title: str) -> None:
    """Precision and recall of each kind: pairs of a copy and a story that it holds text of."""
    known = {one.article_id: one for one in some}
    told = {(a, b): likeness for a, b, likeness in pairs}
    wrong = {pair for pair in told if known[pair[0]].stories.isdisjoint(known[pair[1]].stories)}
    print(f"\n{title}: {len(told)} pairs, of which wrong: {len(wrong)}")
    print("| kind | precision | recall | " + " | ".join(f"{n} words" for n in LENGTHS) + " | told as copy |")
    print("|---|---|---|" + "---|" * len(LENGTHS) + "---|")
    expected = expected_pairs(some)
    for kind in dict.fromkeys(one.kind for one in some if one.kind != "original"):
        of_kind = [pair for pair in told if kind in {known[pair[0]].kind, known[pair[1]].kind}]
        precision = 1 - sum(pair in wrong for pair in of_kind) / max(1, len(of_kind))
        by_length = [expected[kind, words] for words in LENGTHS]
        all_lengths = [pair for own in by_length for pair in own]
        recall = share(pair in told for pair in all_lengths)
        parts = " | ".join(f"{share(pair in told for pair in own):.3f}" for own in by_length)
        copies = share(told.get(pair) == "copy" for pair in all_lengths)
        print(f"| {kind} | {precision:.4f} | {recall:.4f} | {parts} | {copies:.2f} |")


def expected_pairs(some: list[Document]) -> dict[tuple[str, int], list[tuple[str, str]]]:
    """The pairs of each copy with the stories that it holds text of, by its kind and their words."""
    originals = {min(one.stories): one.article_id for one in some if one.kind == "original"}
    expected: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for one in some:
        for number in one.stories if one.kind != "original" else ():
            first, second = sorted((originals[number], one.article_id))
            expected[one.kind, one.words].append((first, second))
    return expected


def share(told: Iterable[bool]) -> float:
    """How many of some are so."""
    every = list(told)
    return sum(every) / len(every)


def main(*sizes: int) -> None:
    """Print tables for each number of stories; for the first also signatures and other orders of arrival."""
    for place, size in enumerate(sizes):
        some = documents(size)
        seconds: Seconds = defaultdict(float)
        state = in_lake(some, 500, seconds)
        report(some, state[0], f"{size} stories, {len(some)} documents")
        print("documents a CPU second: " + ", ".join(f"{name} {len(some) / t:.0f}" for name, t in seconds.items()))
        if place == 0:
            report(some, by_signatures(some), "the same by signatures of 128 values")
            for seed, batch_size in enumerate((37, 150, 5000)):
                shuffled = random.Random(seed).sample(some, len(some))  # noqa: S311
                same = in_lake(shuffled, batch_size, defaultdict(float)) == state
                print(f"shuffled, {batch_size} a batch: {'the same' if same else 'NOT the same'}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=int, nargs="*", default=[100, 1000])
    main(*parser.parse_args().stories)
