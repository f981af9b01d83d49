"""Tags that the parser takes for the clause around them: "Haddad, said the statement, was on board"."""

from transforms.quotes.grammar.tagsets import FINITE, NOUNS_AND_PRONOUNS
from transforms.quotes.grammar.view import View

_SAID = frozenset({"added", "adds", "claimed", "claims", "reported", "reports", "said", "says", "wrote"})
_OF_A_NOUN_PHRASE = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
_LONGEST = 8  # words of who says so


def inverted_aside(view: View, verb: int) -> range | None:
    """The tokens of a tag between commas, verb first, that a finite verb follows whose subject stands before it."""
    if view.lower[verb] not in _SAID or verb < 2 or view.words[verb - 1] != ",":  # noqa: PLR2004  # a word and a comma
        return None
    end = verb + 1
    while end < len(view.words) and view.pos[end] in _OF_A_NOUN_PHRASE and view.inside[end] is None:
        end += 1
    is_closed = view.words[end : end + 1] == [","] and view.tags[end + 1 : end + 2] != []
    if not is_closed or not verb < end - 1 <= verb + _LONGEST or view.pos[end - 1] not in NOUNS_AND_PRONOUNS:
        return None
    begin = view.sentence_of(verb).start
    has_no_verb = not any(view.tags[t] in FINITE or view.inside[t] is not None for t in range(begin, verb))
    is_subject = view.pos[verb - 2] in NOUNS_AND_PRONOUNS
    return range(verb, end) if has_no_verb and is_subject and view.tags[end + 1] in FINITE else None
