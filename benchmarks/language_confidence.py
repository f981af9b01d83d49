"""How far the confidence of a language can be trusted: ``python benchmarks/language_confidence.py FILE ...``.

Each file is a text, or JSON Lines with a ``body``. The language of the whole text is taken for true; beginnings of it,
and of what follows its first 200 characters, are detected again.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from transforms.language import find_language

STEPS = (0.3, 0.5, 0.7, 1.01)
LENGTHS = (15, 30, 60, 120, 300, 2000)


def bodies(name: str) -> list[str]:
    """The texts in a file."""
    text = Path(name).read_text(encoding="utf-8", errors="replace")
    return [json.loads(line)["body"] for line in text.splitlines()] if name.endswith(".jsonl") else [text]


def main(*names: str) -> None:
    """Print a table: right of all, by length and confidence."""
    texts = [text for name in names for text in bodies(name) if len(text) > 400]
    languages = [find_language(text, None).code for text in texts]
    print(f"{len(texts)} texts in {len(set(languages))} languages")
    for length in LENGTHS:
        seen, right = Counter[float](), Counter[float]()
        for text, language in zip(texts, languages, strict=True):
            for sample in (text[:length], text[200 : 200 + length]):
                found = find_language(sample, None)
                if found.code == "und":
                    continue
                step = next(step for step in STEPS if found.confidence < step)
                seen[step] += 1
                right[step] += found.code == language
        print(
            f"{length} letters: " + ", ".join(f"below {step}: {right[step]} of {seen[step]}" for step in sorted(seen))
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    main(*parser.parse_args().files)
