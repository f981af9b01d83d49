"""Words of roles in a parsed sentence: what both a title before a name and an apposition behind it are made of.

A role is a noun phrase about somebody's work or standing. It has no determiner, no age and no clause of its own:
"portfolio manager at Harbour Asset Management". It is taken whole, as a part may say another thing: a "victim of Fox's
gang" is no "victim of Fox". The parts of speech tell how far it goes; the tree tells whose it is.
"""

from spacy.tokens import Doc, Token

from transforms.names.spots import bare
from transforms.names.wordlists import mapping, words

Phrase = tuple[int, int]

LONGEST = 24  # tokens of a role; a longer one is cut before a complement
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
ONE = frozenset({"NN", "NNP"})
OPENINGS = frozenset({"DT", "PRP$"})
BESIDE = frozenset({"amod", "compound", "nmod", "poss"})
PARTS = NOUNS | {"JJ", "JJR", "JJS", "POS", "CD", "FW", "AFX"}
ENDS = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "--", "–", "—", '"', "”", "''", "…", "..."})
APART = frozenset("\"“”‘’'()[],;:–—")  # signs that no word goes on with
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
NOW = frozenset({"now", "currently"})
_CALLING_ENDINGS = ("ologist", "ographer", "ician", "woman", "person")
_AGE = ("-", "year", "-", "old")


def is_calling(token: Token) -> bool:
    """Whether a noun names what somebody is or does: a role, "geologist", "survivor", "vice-minister"."""
    word = bare(token)
    if any(part in words("role_nouns.txt") or part in words("callings.txt") for part in (word, *word.split("-"))):
        return True
    return token.tag_ in ONE and word.endswith(_CALLING_ENDINGS) and word not in {"woman", "person"}


def is_address(token: Token) -> bool:
    """Whether a word is a form of address that says what somebody is by itself: "Lady", "Gen."."""
    return token.text.rstrip(".") in mapping("honorifics.tsv") and bare(token) not in words("role_nouns.txt")


def is_part(token: Token) -> bool:
    """Whether a token may stand in a noun phrase before its head."""
    return token.tag_ in PARTS or (token.tag_ in _PARTICIPLES and token.dep_ in BESIDE)


def in_word(doc: Doc, begin: int) -> int:
    """1 if the token before is of the same word: "gender-based"."""
    return int(not doc[begin - 1].whitespace_ and doc[begin - 1].text[-1] not in APART)


def without_age(doc: Doc, begin: int) -> int:
    """The token behind what opens a noun phrase: "34, a", "now the", "an 18-year-old"."""
    if doc[begin].is_digit and begin + 1 < len(doc) and doc[begin + 1].text == ",":
        begin += 2
    while begin < len(doc) and (doc[begin].tag_ in OPENINGS or doc[begin].lower_ in NOW):
        begin += 1
    is_age = tuple(token.lower_ for token in doc[begin + 1 : begin + 5]) == _AGE
    return begin + 5 if is_age else begin


def root(doc: Doc, phrase: range) -> Token:
    """The token that all others of a phrase hang on."""
    return next((doc[at] for at in phrase if doc[at].head.i not in phrase or doc[at].head.i == at), doc[phrase[-1]])
