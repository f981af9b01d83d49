"""How often the gender by which an article refers to a person is told, and told rightly.

    [COPYDESK_EVAL_DATA=...] python -m benchmarks.names_genders [--errors]

Right is the gender of the pronoun by which a marked row of that person speaks ("she said"), in the articles of
``tests/eval/written`` and, where the measuring data is at hand, in those of ``worldwide`` that are marked. People whose
rows have no pronoun are not judged; of how many people of all any gender is told is printed beside. The errors of
forecasts and of ``worldwide/dev`` are not printed.
"""

import argparse
import os
from collections import Counter
from collections.abc import Iterator

from benchmarks.quotes_corpus import MODEL, blocks
from benchmarks.quotes_worldwide import marked_articles
from benchmarks.quotes_written import (
    FORECASTS,
    FRENCH,
    WRITTEN,
    Row,
    Written,
    language,
    read_written,
    same_name,
    scored,
)
from schemas.vocabulary import Label, ReferentialGender
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes_and_genders

_PRONOUNS = {
    "she": ReferentialGender.FEMININE,
    "elle": ReferentialGender.FEMININE,
    "he": ReferentialGender.MASCULINE,
    "il": ReferentialGender.MASCULINE,
}
_SPLITS = ("dev", "train")

People = dict[str, ReferentialGender | None]


def main() -> None:
    """Print a line for each folder of articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="print who is told wrongly, but in what is for measuring")
    arguments = parser.parse_args()
    for folder in scored(WRITTEN):
        counts = judged(
            articles(folder.name), language(folder), errors=arguments.errors and folder.name not in FORECASTS
        )
        print(f"{folder.name:15}", shown(counts))
    for split in _SPLITS if "COPYDESK_EVAL_DATA" in os.environ else ():
        counts = judged(marked_articles(split), errors=arguments.errors and split != "dev")
        print(f"worldwide/{split:5}", shown(counts))


def articles(folder: str) -> Iterator[tuple[Written, tuple[Block, ...]]]:
    """The articles of a folder of ``tests/eval/written`` with their blocks."""
    for article in read_written(WRITTEN / folder):
        yield article, tuple(blocks(article.text))


def judged(
    marked: Iterator[tuple[Written, tuple[Block, ...]]], told_in: str = "en", *, errors: bool = False
) -> Counter[str]:
    """Of how many people a gender is told, and of those with a pronoun how many rightly, wrongly, or not."""
    nlp = load_model(MODEL if told_in == "en" else FRENCH)
    counts: Counter[str] = Counter()
    for article, its_blocks in marked:
        (paragraphs,) = read_paragraphs([(article.text, its_blocks)], nlp)
        names = find_names(paragraphs)
        genders = find_quotes_and_genders(article.text, paragraphs, names, language=told_in).genders
        people = {
            entity.name: gender
            for entity, gender in zip(names.entities, genders, strict=True)
            if entity.label is Label.PERSON
        }
        counts["people"] += len(people)
        counts["told"] += sum(gender is not None for gender in people.values())
        for name, right in spoken_of(article.rows).items():
            outcome = _outcome(people, name, right)
            counts[outcome] += 1
            if errors and outcome == "wrong":
                print(f"{article.path.stem}: {name} is {right.value}")
    return counts


def spoken_of(rows: list[Row]) -> dict[str, ReferentialGender]:
    """By full name, the gender of the pronouns by which somebody speaks; nobody by pronouns of both."""
    seen: dict[str, set[ReferentialGender]] = {}
    for row in rows:
        if row.name and row.written.lower() in _PRONOUNS:
            seen.setdefault(row.name, set()).add(_PRONOUNS[row.written.lower()])
    return {name: next(iter(genders)) for name, genders in seen.items() if len(genders) == 1}


def _outcome(people: People, name: str, right: ReferentialGender) -> str:
    told = people[name] if name in people else next((people[one] for one in people if same_name(one, name)), None)
    if told is None:
        return "not told"
    return "right" if told is right else "wrong"


def shown(counts: Counter[str]) -> str:
    """The figures in one line."""
    judged = counts["right"] + counts["wrong"] + counts["not told"]
    return (
        f"{judged} people who speak by a pronoun: {counts['right']} right, {counts['wrong']} wrong, "
        f"{counts['not told']} not told | told of {counts['told']} of {counts['people']} people"
    )


if __name__ == "__main__":
    main()
