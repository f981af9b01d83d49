"""Family names that are common words as well, such as "Key" in an article that names Nora Key.

Capitals tell in the middle of a sentence, unless a headline or a longer name explains them. At its start every word has
one, so what stands behind the word must tell.
"""

from spacy.tokens import Doc

from transforms.names.passes.capitals import is_headline
from transforms.names.roles.titles import role_after
from transforms.names.spots import is_possessive, is_title
from transforms.names.wordlists import words

_CLOSING = frozenset({'"', "”", "''", "’", "'"})
_BEFORE_TIMES = frozenset(
    {"before", "by", "during", "early", "every", "for", "from", "in", "last", "late", "next", "of", "on", "since"}
    | {"that", "the", "this", "through", "till", "to", "until"}
)
_AGE_DIGITS = 2
_SHORT = 3  # letters of words like 'He' and 'So', which are too many to be told from names


def is_family_name(doc: Doc, at: int) -> bool:
    """Whether the capitalised common word at token ``at`` is a family name."""
    token = doc[at]
    if (token.is_stop and len(token) <= _SHORT) or is_headline(doc):
        return False
    if _is_inside(doc, at) and token.lower_ not in words("calendar.txt"):
        return doc[at - 1].lower_ not in words("determiners.txt")
    return not token.is_stop and is_told_behind(doc, at + 1)


def is_given_name(doc: Doc, at: int) -> bool:
    """Whether a month or a day that is somebody's given name stands for who speaks: "April says", but no "in April"."""
    is_time = at > 0 and (doc[at - 1].lower_ in _BEFORE_TIMES or doc[at - 1].is_digit)
    speaks = words("speech_verbs.txt") | words("thinking_verbs.txt")
    return not is_time and at + 1 < len(doc) and doc[at + 1].lower_ in speaks


def _is_inside(doc: Doc, at: int) -> bool:
    """Whether the sentence has begun: behind a word, a comma, or a comma and the end of a quotation."""
    if at > 1 and doc[at - 1].text in _CLOSING and doc[at - 1].whitespace_:
        return bool(doc[at - 2].text == ",")
    if at == 0:
        return False
    before = doc[at - 1]
    return bool(before.is_lower or (before.is_stop and before.is_alpha)) or before.text == "," or is_title(before)


def is_told_behind(doc: Doc, last: int) -> bool:
    """Whether a verb of speech or thought, a possessive, ', who', ', 54,' or a role stands where a name ends."""
    after = doc[last : last + 2]
    if not len(after):
        return False
    if is_possessive(after[0]) or after[0].lower_ in words("speech_verbs.txt") | words("thinking_verbs.txt"):
        return True
    is_age = after[-1].is_digit and len(after[-1]) <= _AGE_DIGITS
    is_apart = after[0].text == "," and (after[-1].lower_ == "who" or is_age)
    return bool(is_apart or role_after(doc, last))
