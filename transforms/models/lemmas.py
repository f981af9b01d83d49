"""The model's rule-based lemmatizer, made quick."""

from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups, Table

_KNOWN = "lemma_index"


@lru_cache(maxsize=4)
def quick_lemmatizer(nlp: Language, name: str) -> Any:
    """The lemmatizer called ``name`` in the pipeline, its lists of known words made sets: the lemmas are the same.

    It asks of every form that a rule proposes whether it is a known word, and a list, of 57,000 nouns say, is read from
    its beginning each time. The pipeline itself stays as it is.
    """
    stock: Any = nlp.get_pipe(name)
    if stock.mode != "rule" or not stock.lookups.has_table(_KNOWN):
        return stock
    lookups: Any = Lookups()
    for table in stock.lookups.tables:
        lookups.set_table(table, stock.lookups.get_table(table))
    known = {part_of_speech: frozenset(words) for part_of_speech, words in lookups.get_table(_KNOWN).items()}
    lookups.set_table(_KNOWN, Table(_KNOWN, known))
    quick = type(stock)(nlp.vocab, stock.model, name, mode=stock.mode, overwrite=stock.overwrite)
    quick.initialize(lookups=lookups)
    return quick
