"""Damaged articles through names and quotations: no rule may raise, whatever the text and however it is parsed.

    python -m benchmarks.quotes_fuzz [--articles N] [--seed N] [--language en|fr]

Takes articles of ``tests/eval/written``, cuts their paragraphs off anywhere, puts marks and small words in, or mixes
their words. Prints each line that raised, with the seed's number of the article, and ends with 1 if any did.
"""

import argparse
import random
import traceback
from collections import Counter
from collections.abc import Callable

from spacy.language import Language

from benchmarks.quotes_corpus import MODEL, blocks
from benchmarks.quotes_written import FRENCH, WRITTEN
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes
from transforms.spans import Span

MODELS = {"en": MODEL, "fr": FRENCH}
MARKS = ("“", "”", '"', "«", "»", "'", ",", ":", "—", "(", "\n", "#", "’s", "“No,”", "Q:", "A:", "KAMAU:")
WORDS = ("Her", "his", "as", "asked", "by", "citing", "it", "said.", "said", "she", "that", "they", "told", "who")
_MANY = 60


def without_ends(text: str, chance: random.Random) -> str:
    """Each paragraph up to any of its words."""
    lines = (line.split(" ") for line in text.split("\n"))
    return "\n".join(" ".join(words[: chance.randint(1, len(words))]) for words in lines)


def without_beginnings(text: str, chance: random.Random) -> str:
    """Each paragraph from any of its words on."""
    lines = (line.split(" ") for line in text.split("\n"))
    return "\n".join(" ".join(words[chance.randrange(len(words)) :]) for words in lines)


def with_others(text: str, chance: random.Random) -> str:
    """Marks and small words instead of some."""
    words = text.split(" ")
    for _ in range(_MANY):
        words[chance.randrange(len(words))] = chance.choice(MARKS + WORDS)
    return " ".join(words)


def mixed(text: str, chance: random.Random) -> str:
    """The words in any order."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (without_ends, without_beginnings, with_others, mixed)


def look(text: str, nlp: Language) -> None:
    """Find names and quotations in a text, and see that all lie within it."""
    (paragraphs,) = read_paragraphs([(text, blocks(text))], nlp)
    names = find_names(paragraphs)
    for quote in find_quotes(text, paragraphs, names, language=str(nlp.lang)):
        for span in (Span(quote.start, quote.end), quote.speaker, quote.cue):
            if span is not None and not 0 <= span.start < span.end <= len(text):
                raise ValueError(f"{span} of {len(text)}")


def faults(articles: int, seed: int, language: str) -> Counter[str]:
    """How often which line raised."""
    nlp = load_model(MODELS[language])
    paths = (path for path in sorted(WRITTEN.glob("*/*.txt")) if path.parent.name.startswith(("fr_", "uk", "third")))
    is_french = language == "fr"
    texts = [path.read_text(encoding="utf-8") for path in paths if path.parent.name.startswith("fr_") == is_french]
    chance = random.Random(seed)  # noqa: S311  (no secret)
    found: Counter[str] = Counter()
    for number in range(articles):
        text = chance.choice(DAMAGES)(chance.choice(texts), chance)
        try:
            look(text, nlp)
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            last = traceback.extract_tb(error.__traceback__)[-1]
            line = f"{last.filename}:{last.lineno}: {type(error).__name__}: {error}"
            if not found[line]:
                print(f"article {number}: {line}", flush=True)
            found[line] += 1
    return found


def main() -> int:
    """Print what raised; 1 if anything did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=sorted(MODELS), default="en")
    options = parser.parse_args()
    found = faults(options.articles, options.seed, options.language)
    print(f"{options.articles} damaged articles, {found.total()} raised")
    return min(found.total(), 1)


if __name__ == "__main__":
    raise SystemExit(main())
