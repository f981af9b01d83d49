"""Subjects that French hangs on their verb with a hyphen: "a-t-elle répondu", "s'est-il exclamé", "dit-il".

The model tags such words badly ("répondu" as a noun, "-elle" as its determiner), though it knows the same words in the
plain order: "elle a répondu". So the parser is shown that order.
"""

from spacy.tokens import Doc

_SUBJECTS = frozenset({"-il", "-elle", "-on", "-ils", "-elles", "-je", "-nous", "-vous", "-ce", "-tu"})
_GLIDE = "-t"
_BEFORE_VERB = frozenset(
    {"s'", "se", "lui", "leur", "l'", "le", "la", "les", "y", "en", "n'", "ne", "m'", "me", "nous", "vous", "t'", "te"}
)


def inverted_subjects(doc: Doc) -> dict[int, tuple[int, int]]:
    """Token at which a verb group begins -> (verb, subject), for each subject that is hung on its verb: see above."""
    found = {}
    for token in doc:
        if token.lower_ not in _SUBJECTS:
            continue
        verb = token.i - 2 if token.i > 1 and doc[token.i - 1].lower_ == _GLIDE else token.i - 1
        if verb < 0 or not doc[verb].is_alpha or doc[verb].whitespace_:
            continue
        first = verb
        while first and doc[first - 1].lower_.replace("\u2019", "'") in _BEFORE_VERB:
            first -= 1
        found[first] = verb, token.i
    return found
