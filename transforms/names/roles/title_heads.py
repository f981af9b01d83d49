"""The noun that tells what somebody is, in the title before a name: "minister" of "minister of trade Ada Lind"."""

from spacy.tokens import Doc, Token

from transforms.names.roles.phrases import (
    NOUNS,
    ONE,
    OPENINGS,
    PARTS,
    in_word,
    is_address,
    is_calling,
    is_part,
)
from transforms.names.spots import bare
from transforms.names.wordlists import words

LONGEST_OFFICE = 10  # tokens of what a title is of
OF_OFFICE = frozenset({"of", "for", "at", "in", "to"})
_SENT_TO = frozenset({"ambassador", "envoy", "adviser", "advisor", "aide", "assistant", "consul", "delegate", "deputy"})
_NO_TITLE = OPENINGS | {"IN", "TO"}
_IN_OFFICES = frozenset({"DT", "CC", "HYPH"})
_INITIALS = 2  # letters that may as well stand for given names
_BEHIND_NOUNS = frozenset({"designate", "elect", "emerita", "emeritus"})  # "chairman designate"


def head_before(doc: Doc, end: int) -> int | None:
    """The noun that tells what somebody is, in a title that ends before token ``end``: "minister" of "of trade".

    None if what stands there is no title.
    """
    last = end - 1
    if last < 0 or _is_never_last(doc[last]):
        return None
    head = _head_of_few(doc, last)
    if head is not None:
        return head
    if is_calling(doc[last]) and (doc[last].tag_ in PARTS or _is_mistaken_for_verb(doc, last)):
        return last - 2 if _is_ministry_of(doc, last) else last
    return _head_with_complement(doc, last)


def _is_never_last(token: Token) -> bool:
    """Whether no title ends with a word: an address is no role, nor is fame; and behind "the" it goes on."""
    return is_address(token) or token.tag_ in _NO_TITLE or token.lower_ in words("famed.txt")


def _is_mistaken_for_verb(doc: Doc, at: int) -> bool:
    """Whether a noun stands where the parser makes a verb of it: "her teacher, advocate Ada Lind", "expert and ..."."""
    if at == 0:
        return False
    is_apposed = doc[at - 1].text == "," and doc[at].tag_ in {"VB", "VBP"}
    is_second = at > 1 and doc[at - 1].tag_ == "CC" and is_calling(doc[at - 2])
    return is_apposed or is_second


def _is_ministry_of(doc: Doc, at: int) -> bool:
    """Whether a noun for somebody is what an office before it is of: "Minister of Justice"."""
    if at <= 1 or doc[at - 1].lower_ != "of" or not is_calling(doc[at - 2]):
        return False
    return doc[at].lower_ == "justice" or (doc[at].text[0].isupper() and doc[at - 2].text[0].isupper())


def _head_with_complement(doc: Doc, last: int) -> int | None:
    """The head of a title that ends with what it is of, up to token ``last``: "minister" of "minister of trade"."""
    for at in range(last, max(last + 1 - LONGEST_OFFICE, 0), -1):
        if doc[at].lower_ in OF_OFFICE and doc[at].whitespace_:
            noun = doc[at - 1]
            if is_calling(noun) and noun.tag_ in ONE:
                return at - 1 if doc[at].lower_ != "to" or bare(noun) in _SENT_TO else None
        elif is_calling(doc[at]) or not (is_part(doc[at]) or doc[at].tag_ in _IN_OFFICES or in_word(doc, at + 1)):
            return None
    return None


def _head_of_few(doc: Doc, at: int) -> int | None:
    """The head of a title that ends with token ``at`` in no noun of a calling: "DSP", "in-charge", "designate"."""
    if _is_position(doc, at) or _is_initials_of_office(doc, at):
        return at
    if at > 1 and doc[at - 2 : at + 1].text.lower() == "in-charge":
        is_word = at == 2 or doc[at - 3].whitespace_  # noqa: PLR2004  # tokens of "in-charge"
        return at - 2 if is_word else at  # "outpost in-charge", "officer-in-charge"
    return at - 1 if at > 0 and doc[at].lower_ in _BEHIND_NOUNS and is_calling(doc[at - 1]) else None


def _is_position(doc: Doc, at: int) -> bool:
    """Whether a word is what somebody plays, behind a team: "Harbour Rovers centre", "national rugby team hooker"."""
    is_word = doc[at].is_lower and doc[at].lower_ in words("positions.txt")
    return is_word and at > 0 and (doc[at - 1].lower_ == "team" or doc[at - 1].tag_ in {"NNP", "NNPS"})


def _is_initials_of_office(doc: Doc, at: int) -> bool:
    """Whether a word is the initials of an office before a name: "Lund DSP Ada Lind"; "SP Lind" may be a name."""
    is_full = at + 2 < len(doc) and doc[at + 2].text[0].isupper()
    is_sure = len(doc[at]) > _INITIALS or is_full or (at > 0 and doc[at - 1].tag_ in NOUNS)
    return doc[at].text in words("office_initials.txt") and is_sure
