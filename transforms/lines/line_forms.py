"""What else a line shows by itself: an address, a slug, a masthead, a turn of an interview.

Here, in ``byline_lines``, ``page_lines`` and ``picture_lines`` each function answers one question about one line and
knows nothing of its neighbours.
"""

import re

from transforms.lines.wording import PACKAGE
from transforms.wordlists import word_set

_URL = re.compile(r"(?:(?:url|link|source|address)\s*:\s*)?(?:https?://|www\.)(?=\S+\.\S)\S++", re.IGNORECASE)
_TAGGED_URL = re.compile(
    r"[\[<{(]{1,2}/?\w{1,12}[\]>})]{1,2}\s?https?://\S+[\[<{(]{1,2}/?\w{1,12}[\]>})]{1,2}", re.IGNORECASE
)
_ENUMERATED = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[-–—•*])\s*\S")
_SPEAKER = re.compile(r"^(?:[QA]|Question|Answer)\s?[:.]\s*\S")
_MESSAGE = re.compile(r"(?:From|To|Cc|Sent):\s*\S")
_RULER = re.compile(r"^[\W_]{1,80}$")
_SLUG = re.compile(
    r"(?:[a-z]\s){0,3}[A-Z0-9]{2,}(?:[-/][A-Z0-9]+)+\b[^a-z]{0,60}"
    r"|(?:[a-z]\s){0,3}(?:BC|AM|PM)-(?:[A-Z]{2,4}-)?-[A-Z][\w'’. -]{0,40}(?:,.{0,40})?"
)
_MARKED_HEADING = re.compile(r"#{2,6}\s+\w")
_SHORTEST_UNDERLINE, _MAX_HEADING = 4, 150
_FEWEST_OF_A_HEADLINE = 3  # words in capitals behind one with a hyphen: "US-CHINA TALKS STALL IN GENEVA"


def is_url(text: str) -> bool:
    """A web address and nothing else, bare or in tags such as "[PHOTO]...[/PHOTO]"."""
    return bool(_URL.fullmatch(text) or _TAGGED_URL.fullmatch(text))


def is_ruler(text: str) -> bool:
    """Dashes, stars, bullets: no letter or digit."""
    return bool(_RULER.fullmatch(text))


def is_underline(text: str) -> bool:
    """A row of one sign, right below a heading: "-----"."""
    return len(text) >= _SHORTEST_UNDERLINE and text[0] in "-=~^" and len(set(text)) == 1


def is_marked_heading(text: str) -> bool:
    """A heading in Markdown: "## What comes next"."""
    return bool(_MARKED_HEADING.match(text)) and len(text) <= _MAX_HEADING


def is_slug(text: str) -> bool:
    """The line a wire service files a story under: "BC-HARBOUR-STRIKE 03-12", "BC-EU--Strike,1st Ld"."""
    words = sum(word.isupper() and word.isalpha() and len(word) > 1 for word in text.split())
    return bool(_SLUG.fullmatch(text)) and words < _FEWEST_OF_A_HEADLINE


def is_masthead(text: str) -> bool:
    """The name of a newspaper: few capitalised words, the last one of those that such names end with."""
    return may_be_masthead(text) and (text.isupper() or text.startswith("The "))


def may_be_masthead(text: str) -> bool:
    """The same in small letters and without an article; it may be somebody, too: "Pell Courier", "Ada Courier"."""
    words = text.split()
    return (
        2 <= len(words) <= 5  # noqa: PLR2004
        and words[-1].casefold() in word_set(PACKAGE, "words/masthead_words.txt")
        and all(word[:1].isupper() or word in {"of", "and"} for word in words)
    )


def is_message_line(text: str) -> bool:
    """A line of the head of a message that an article shows: "To: Ada Lind"."""
    return bool(_MESSAGE.match(text))


def is_enumerated(text: str) -> bool:
    """An item of a list: "3) ...", "b. ...", "• ..."."""
    return bool(_ENUMERATED.match(text))


def is_turn(text: str) -> bool:
    """A turn of an interview: "Q: ...", "A: ..."."""
    return bool(_SPEAKER.match(text))
