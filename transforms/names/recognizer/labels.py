"""From the types of the training data to OntoNotes labels, which split places and the rest more finely."""

from schemas.vocabulary import Label
from transforms.names.wordlists import mapping

_SAME = {
    "PERSON": Label.PERSON,
    "ORG": Label.ORG,
    "FAC": Label.FAC,
    "NORP": Label.NORP,
    "PRODUCT": Label.PRODUCT,
}
_QUOTES = frozenset("\"'“‘«")


def ontonotes_label(kind: str, name: str, before: str) -> Label | None:
    """Label of a name of a type; ``before`` is the token before it. None for dates and sums, which are not names.

    A place is LOC if a word says that nobody governs it (a river, a continent), FAC if one says that it was built,
    else GPE. The training data's "miscellaneous" is a law or an event by one of its words (the word alone names none:
    'War'), a work of art in quotation marks, else left out.
    """
    if kind in _SAME:
        return _SAME[kind]
    said = _by_word(name)
    if kind == "PLACE":
        return said if said in {Label.LOC, Label.FAC} else Label.GPE
    if kind == "MISC":
        if said in {Label.LAW, Label.EVENT} and " " in name:
            return said
        return Label.WORK_OF_ART if before in _QUOTES else None
    return None


def _by_word(name: str) -> Label | None:
    labels = mapping("label_words.tsv")
    parts = name.lower().split()
    for word in (parts[-1], parts[0]):
        if word in labels:
            return Label(labels[word])
    return None
