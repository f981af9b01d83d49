"""Write transforms/names/recognizer/weights/word_classes.tsv: the word lists as the network knew them in training.

    python benchmarks/names_word_classes.py transforms/names/recognizer/weights/word_classes.tsv

Kept apart from the lists themselves, which may grow without new weights. Run it before benchmarks/train_ner.py, and
only then: the weights know the lists of their own training.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from transforms.names.forms.folding import fold
from transforms.names.wordlists import mapping, rows, words

SHORTEST = 3
HEAD = (
    "# Folded word, sum of its classes: 1 country, 2 people, 4 form of address, 8 role, 16 body, "
    "32 speech, 64 city, 128 in a city's name.\n"
)


def main(out: Path) -> None:
    """Write the file."""
    countries = list(rows("countries.tsv"))
    cities = [fold(row[0]).replace("-", " ").split() for row in rows("cities.tsv")]
    classes: tuple[set[str], ...] = (
        {fold(name) for row in countries for name in row[1].split("|")},
        {
            fold(name) + ending
            for row in countries
            for cell in row[2:]
            for name in cell.split("|")
            for ending in ("", "s")
        },
        {fold(word) for word in mapping("honorifics.tsv")},
        {fold(word) for word in words("role_nouns.txt")},
        {fold(word) for word in words("org_words.txt")},
        {fold(word) for word in words("speech_verbs.txt")},
        {name[0] for name in cities if len(name) == 1},
        {word for name in cities if len(name) > 1 for word in name if len(word) >= SHORTEST},
    )
    sums: dict[str, int] = defaultdict(int)
    for bit, members in enumerate(classes):
        for word in members:
            if " " not in word:
                sums[word] += 1 << bit
    out.write_text(HEAD + "".join(f"{word}\t{sums[word]}\n" for word in sorted(sums)), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    main(parser.parse_args().out)
