"""The model's rule-based lemmatizer, made quick."""

from typing import Any

from spacy.language import Language


def with_quick_lemmas(nlp: Language) -> Language:
    """The same pipeline, its lists of known words made sets: the lemmas are the same.

    The lemmatizer asks of every form that a rule proposes whether it is a known word, and a list, of 57,000 nouns say,
    is read from its beginning each time.
    """
    if not nlp.has_pipe("lemmatizer"):
        return nlp
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    if lemmatizer.lookups.has_table("lemma_index"):
        known = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, words in list(known.items()):
            if isinstance(words, list):
                known[part_of_speech] = frozenset(words)
    return nlp
