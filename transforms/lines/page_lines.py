"""Lines that belong to the page and not to the article: junk, rights, corrections, links to other articles."""

import re
from collections.abc import Sequence

from transforms.lines.line_forms import is_ruler
from transforms.lines.picture_lines import PICTURE_RIGHTS
from transforms.lines.wording import (
    MAX_JUNK_WORDS,
    PACKAGE,
    ends_sentence,
    fold,
    has_quotation,
    sentences,
    starts_with_any,
)
from transforms.wordlists import word_set

_DATED_CORRECTION = re.compile(
    r"(?:Correction|Clarification|Rectificatif)s?\s?[,(]\s?[^:.()]{0,30}\d[^:.()]{0,12}\)?\s?:\s", re.IGNORECASE
)
_WIRE_SOURCE = re.compile(r"^SOURCE:?\s(?:[A-Z0-9][\w.&'’-]*+\s?){1,8}$")
_COPYRIGHT = re.compile(r"^\W{0,2}(?:©|copyright\b|\(c\)\s)|\ball rights reserved\b", re.IGNORECASE)
_READING_TIME = re.compile(
    r"^\d{1,3}\s*(?:-\s*)?(?:min(?:ute)?s?)(?:\s+(?:read|listen|to read))?\.?$"
    r"|^(?:(?:temps\s+de\s+)?lecture\s*:?\s*)\d{1,3}\s*min(?:utes?)?\.?$|^\d{1,3}\s*min(?:utes?)?\s+de\s+lecture\.?$"
    r"|^\d[\d,.]*\s+(?:comments?|shares?|views?|likes?|words)$"
    r"|^(?:page\s+)?\d{1,3}\s+of\s+\d{1,3}$|^(?:page|pg\.?|p\.)\s?[a-z]{0,2}\.?\d{1,4}[a-z]?$|^\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d$|^listen\s+\d{1,3}\s+min(?:utes)?$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"^(?:@\w{2,30}|\S[^\s@]*@\S+\.\w{2,10})$")
_REPORTS_SPEECH = re.compile(
    r"\b(?:said|says|added|told|asked|replied|announced|warned|urged|advised|insisted|promised|complained)\b",
    re.IGNORECASE,
)
_ON_COPYRIGHT = re.compile(r"[Cc]opyright\s(?!by\b|of\b)[a-z]+\s[^\d©]*\.$")
_TELLS_OF_COPYRIGHT = re.compile(
    r"Copyright\s(?:of|in|on|for)\s(?!.*\b(?:this|these|our|reserved|permission)\b)[^©@]*\.$"
)
_FEWEST_OF_A_TALE = 8  # words
_PRESS_CONTACT = re.compile(r"(?:(?:media|press)\s)?contacts?\s?:\s.*(?:@\w|\d{3})", re.IGNORECASE)
_END_MARK = re.compile(r"[-–—]{1,2}\s?\d{1,3}\s?[-–—]{1,2}")  # or the number of a page
_BARS = re.compile(r"\s*[|•·]\s*")
_JUMP = re.compile(
    r"\W{0,2}(?:story\s)?(?:continued|continues|turn|jump)\s(?:on|from|to)\s(?:the\s\w+\s)?(?:page|p\.?|pages)\s?[A-Z]{0,2}\d{1,3}\W{0,2}"
    r"|(?:see|from)\s[A-Z][A-Z ]{1,20},?\spage\s[A-Z]?\d{1,3}\.?|[A-Z][A-Z ]{1,20},?\sfrom\spage\s[A-Z]?\d{1,3}"
    r"|suite\s(?:en\s)?page\s\d{1,3}|\(?suite\sde\sla\s(?:page\s\d{1,3}|une)\)?",
    re.IGNORECASE,
)
_OF_AN_AGENCY = re.compile(
    r"\((?:Adds|Updates|Recasts|Corrects|Rewrites|Refiles|Removes|Repeats|Changes)\s[^()]{3,150}\)"
    r"|Eds\.?:\s.{3,200}|\(\([^()]{3,200}@[^()]{3,100}\)\)|[a-z]{2,4}(?:/[a-z]{2,4}){1,4}"
)
_OFFER = re.compile(r"(?:get|receive|subscribe|sign\sup|join)\b(?=.*\b(?:newsletters?|inbox)\b)", re.IGNORECASE)
_FILED = re.compile(r"(?:posted|filed)\s(?:in|under)\b.*\|", re.IGNORECASE)
_CONSENT = re.compile(
    r"We(?:,)? and (?:our |up to )?(?:\d{1,4} )?(?:\w+ )?partners,? (?:store|use|process|access)\b"
    r"[^\"“”]{1,300}\b(?:devices?|cookies|identifiers|personal data)\b[^\"“”]{0,300}"
    r"|(?:This|Our) (?:web\s?)?site (?:uses|stores|sets) cookies\b[^\"“”]{0,300}",
    re.IGNORECASE,
)
_OPENINGS_OF_JUNK = (_WIRE_SOURCE, _PRESS_CONTACT, _FILED)
_JUNK = (_HANDLE, _END_MARK, _JUMP, _OF_AN_AGENCY, _CONSENT)
_ADDRESS = re.compile(r"@\w|https?:|www\.|\w\.(?:com|org|net)\b", re.IGNORECASE)
_REACHED = re.compile(r"@\w|\d[\d() .-]{5}")
_MAX_CONTACT, _MAX_CONTACT_WORDS, _MAX_CONTACT_LINES = 80, 8, 8  # letters of a line; words of one with a full stop
_COMMENTS = re.compile(
    r"(?:\d{1,5}\s)?(?:reader\s)?(?:comments?|commentaires?|responses?)(?:\s?\(?\d{1,5}\)?)?|leave\sa\s(?:comment|reply)",
    re.IGNORECASE,
)
_OF_A_COMMENT = re.compile(r"(?:reply|répondre)|.{1,60}\s(?:says|said|wrote|a\sdit)\s?:", re.IGNORECASE)
_MAX_COMMENT_LINES = 12
_FIELD = re.compile(
    r"(?:section|rubrique|length|word\scount|edition|édition|pages?|issue|volume|language|document\stype|publication(?:\stype)?"
    r"|load-date)\s?:\s+\S|(?:\w+\s){1,2}edition$",
    re.IGNORECASE,
)
_MAX_FIELD = 100  # letters
_MAX_ROW = 200  # letters
_MIN_PROSE = 5  # words


def is_correction(text: str) -> bool:
    """A note on what the outlet changed."""
    if _DATED_CORRECTION.match(text):
        return True
    return starts_with_any(text, "words/correction_starts.txt") and not (has_quotation(text) and sentences(text) > 3)  # noqa: PLR2004


def contact_block(texts: Sequence[str], head: int) -> range:
    """Places of the lines below "Press contact:" that say who that is; none if no address or number is among them."""
    if fold(texts[head]) not in word_set(PACKAGE, "words/contact_heads.txt"):
        return range(0)
    end = head + 1
    while end < len(texts) and end - head <= _MAX_CONTACT_LINES and _may_be_of_a_contact(texts[end]):
        end += 1
    return range(head + 1, end) if any(map(_REACHED.search, texts[head + 1 : end])) else range(0)


def _may_be_of_a_contact(text: str) -> bool:
    return len(text) <= _MAX_CONTACT and not (ends_sentence(text) and len(text.split()) > _MAX_CONTACT_WORDS)


def comments_below(texts: Sequence[str], head: int) -> bool:
    """Whether a line heads what readers wrote: below it somebody "says", or may be replied to."""
    below = texts[head + 1 : head + 1 + _MAX_COMMENT_LINES]
    return bool(_COMMENTS.fullmatch(fold(texts[head]))) and any(map(_OF_A_COMMENT.fullmatch, below))


def _is_copyright(text: str) -> bool:
    """A claim of rights."""
    if _ON_COPYRIGHT.match(text) or _tells_of_copyright(text) or len(text.split()) > 80 or has_quotation(text):  # noqa: PLR2004
        return False
    return bool(_COPYRIGHT.search(text))


def _tells_of_copyright(text: str) -> bool:
    """A sentence on somebody's rights: "Copyright of the songs passed to his widow in 1988."."""
    words = re.findall(r"[\w'’-]+", text.casefold())
    tells = len(words) >= _FEWEST_OF_A_TALE and bool(_TELLS_OF_COPYRIGHT.match(text))
    return tells and word_set(PACKAGE, "words/page_words.txt").isdisjoint(words)


def is_boilerplate(text: str) -> bool:
    """Words of the page: sharing, signing up, advertising."""
    if PICTURE_RIGHTS.match(text):
        return False
    return _has_form_of_junk(text) or _is_copyright(text) or _is_row_of_buttons(text) or _is_invitation(text)


def _has_form_of_junk(text: str) -> bool:
    """Whether a line is one of those that pages have, or has the form of such: "5 min read", "Continued on page 4"."""
    folded = fold(text)
    if not folded or is_ruler(text) or folded in word_set(PACKAGE, "words/boilerplate_lines.txt"):
        return True
    is_opened_so = any(pattern.match(text) for pattern in _OPENINGS_OF_JUNK)
    return is_opened_so or any(p.fullmatch(text) for p in _JUNK) or _READING_TIME.match(folded) is not None


def _is_invitation(text: str) -> bool:
    """A few words that ask the reader to do something, and don't tell anything: "Sign up for our newsletter"."""
    if len(text.split()) > MAX_JUNK_WORDS or has_quotation(text) or _REPORTS_SPEECH.search(text):
        return False
    asks = starts_with_any(text, "words/boilerplate_starts.txt") or _OFFER.match(text) is not None
    return asks and not _is_prose(text) and not _is_verse(text)


def _is_row_of_buttons(text: str) -> bool:
    """Buttons, as "Facebook Twitter Print", or several lines of a page in one: "Unsubscribe | Manage preferences"."""
    if len(text) > _MAX_ROW:
        return False
    parts = _BARS.split(text)
    known = word_set(PACKAGE, "words/boilerplate_lines.txt")
    buttons = word_set(PACKAGE, "words/buttons.txt")
    words = text.casefold().split()
    return (len(parts) > 1 and all(fold(part) in known for part in parts)) or (
        len(words) > 1 and buttons.issuperset(words)
    )


def _is_verse(text: str) -> bool:
    """A line in lower case that names nothing of a page, as within poems: "follow us to the sea and home"."""
    words = re.findall(r"[\w'’-]+", text.casefold())
    goes_on = text[:1].islower() and len(words) >= _MIN_PROSE and not _ADDRESS.search(text)
    return goes_on and word_set(PACKAGE, "words/page_words.txt").isdisjoint(words)


def _is_prose(text: str) -> bool:
    """A sentence that names nothing of a page: "Get our house in order is how the minister put it."."""
    words = re.findall(r"[\w'’-]+", text.casefold())
    if not text.endswith(".") or len(words) < _MIN_PROSE or _ADDRESS.search(text):
        return False
    return word_set(PACKAGE, "words/page_words.txt").isdisjoint(words)


def is_related(text: str) -> bool:
    """A pointer to other articles."""
    if fold(text) in word_set(PACKAGE, "words/related_lines.txt"):
        return True
    words = len(text.split())
    if words > 30 or not starts_with_any(text, "words/related_starts.txt"):  # noqa: PLR2004
        return False
    if text[:1].islower() and ":" not in text:
        return False  # "watch the lights go down", in a poem
    return not ends_sentence(text) or (":" in text[:30] and not has_quotation(text)) or "|" in text


def is_related_head(text: str) -> bool:
    """The head of a list of links: the lines under it are links too."""
    return fold(text) in word_set(PACKAGE, "words/related_lines.txt")


def is_handle(text: str) -> bool:
    """An account or an address and nothing else: "@adalind"."""
    return _HANDLE.fullmatch(text) is not None


def is_field(text: str) -> bool:
    """A line of an archive on where an article stood: "Section: News; Page A3", "Length: 412 words"."""
    return len(text) <= _MAX_FIELD and bool(_FIELD.match(text))


def is_section_name(text: str) -> bool:
    """The name of a section of an outlet."""
    return fold(text) in word_set(PACKAGE, "words/sections.txt")
