"""What a line shows by itself: small tests over the word lists in ``words/``.

Each answers one question about one unit and knows nothing of its neighbours.
"""

import re
from functools import cache

from transforms.byline import names_in_byline
from transforms.byline_others import agencies
from transforms.dates.date_lines import is_date_line
from transforms.dates.parse import month_numbers
from transforms.wordlists import entries, word_set

PACKAGE = "transforms.lines"
_QUOTES = frozenset('"“”«»„‟')
_URL = re.compile(r"(?:(?:url|link|source|address)\s*:\s*)?(?:https?://|www\.)(?=\S+\.\S)\S++", re.IGNORECASE)
_TAGGED_URL = re.compile(
    r"[\[<{(]{1,2}/?\w{1,12}[\]>})]{1,2}\s?https?://\S+[\[<{(]{1,2}/?\w{1,12}[\]>})]{1,2}", re.IGNORECASE
)
_ENUMERATED = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[-–—•*])\s*\S")
_SPEAKER = re.compile(r"^(?:[QA]|Question|Answer)\s?[:.]\s*\S")
_WIRE_SOURCE = re.compile(r"^SOURCE:?\s(?:[A-Z0-9][\w.&'’-]*+\s?){1,8}$")
_REPORTED_FROM = re.compile(
    r"^(?:[A-Z][\w.'’-]+\s){1,3}reported\sfrom\s[A-Z][\w.' ’,-]{2,60}"
    r"(?:\s(?:and|with)\s(?:[A-Z][\w.'’-]+\s){1,3}(?:reported\s)?from\s[A-Z][\w.' ’,-]{2,60})?\.?$"
)
_END = re.compile(r"[.!?…][\"”’')\]»]*$")
_TRIM = " \t:.!…>»-–—*•|→▶►"
_MAX_WHOLE_LINE = 120

_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_BYLINE = re.compile(
    r"^(?:(?:story|words|text|report|reported|reporting|written|posted|published|compiled|analysis|review"
    r"|interview|commentary|opinion|essay|authored|produced)\s+)?by\b\s*:?\s+\S",
    re.IGNORECASE,
)
_BY_ALONE = re.compile(r"(?:written\s)?by\s?:?", re.IGNORECASE)
_AUTHOR = re.compile(r"^(?:author|authors|byline|writer|reporter)\s*:\s*\S", re.IGNORECASE)
_CONTRIBUTOR = re.compile(
    r"\bcontributed\s+(?:reporting\s+)?(?:to|from)\s+(?:this|the)\s+(?:report|story|article|piece|reporting|coverage)\b"
    r"|\bcontributed\s+(?:additional\s+)?(?:reporting|research)\b(?!\s+(?:that|on|about|which))"
    r"|\bassisted\s+(?:in|with)\s+(?:this|the)\s+(?:report|story|article|reporting)\b"
    r"|\bcontributed\s+from\s+[A-Z][\w ]{2,30}\.$",
)
_CONTRIBUTOR_START = re.compile(
    r"^\W{0,2}(?:additional\s+|further\s+)?(?:reporting|writing|editing|research|production|translation|compiled|edited|written)\s+"
    r"(?:and\s+(?:writing|editing)\s+)?(?:by|from)\s+(?-i:[A-Z])"
    r"|^\W{0,2}with\s+(?:additional\s+)?(?:reporting|reports|files|contributions|inputs?|research)\s+(?:from|by)\b"
    r"|^\W{0,2}with\s+(?:AP|AFP|Reuters|agency|agencies|wire)\b[^.]{0,60}$"
    r"|^\W{0,2}(?:additional\s+)?(?:reporting|research)\s*:\s*[A-Z]",
    re.IGNORECASE,
)
_MESSAGE = re.compile(r"(?:From|To|Cc|Sent):\s*\S")
_COPYRIGHT = re.compile(r"^\W{0,2}(?:©|copyright\b|\(c\)\s)|\ball rights reserved\b", re.IGNORECASE)
_PICTURE_RIGHTS = re.compile(
    r"^©\s?(?!.*(?:\b(?:19|20)\d\d\b|rights|copyright))[\w .'’-]{2,50}(?:/[\w .'’-]{2,40}){0,3}$", re.IGNORECASE
)
_READING_TIME = re.compile(
    r"^\d{1,3}\s*(?:-\s*)?(?:min(?:ute)?s?)(?:\s+(?:read|listen|to read))?\.?$"
    r"|^(?:(?:temps\s+de\s+)?lecture\s*:?\s*)\d{1,3}\s*min(?:utes?)?\.?$|^\d{1,3}\s*min(?:utes?)?\s+de\s+lecture\.?$"
    r"|^\d[\d,.]*\s+(?:comments?|shares?|views?|likes?|words)$"
    r"|^(?:page\s+)?\d{1,3}\s+of\s+\d{1,3}$|^\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d$|^listen\s+\d{1,3}\s+min(?:utes)?$",
    re.IGNORECASE,
)
_RULER = re.compile(r"^[\W_]{1,80}$")
_HANDLE = re.compile(r"^(?:@\w{2,30}|\S[^\s@]*@\S+\.\w{2,10})$")
_CREDIT_TAIL = re.compile(
    r"[(\[](?:(?:file|AP|AFP|EPA|Reuters|handout|supplied|pool)\s)?(?:photo|picture|image|pic|photograph|credit|courtesy)s?"
    r"(?:\s?[:/]|\s(?:by|credit|courtesy|of|from)\b|\s?[)\]])[^()\[\]]{0,90}[)\]]?\.?$"
    r"|[(\[][^()\[\]/]{2,60}/\s?(?:AP|AFP|EPA|Reuters|Getty|Xinhua|Bloomberg|Anadolu|TASS|Shutterstock)\b[^()\[\]]{0,60}[)\]]\.?$"
    r"|[(\[](?:[\w.&'’-]{1,20}\s){1,3}(?:photo|picture|image)s?\s?(?::|by\b)[^()\[\]]{2,80}[)\]]\.?$"
    r"|[(\[](?:file|source|video)\s?:\s?[^()\[\]]{2,80}[)\]]\.?$"
    r"|(?:[.!?]\s|\s[|–—-]\s)(?:photo|image|picture|credit|photograph)s?\s*(?:by\b|:|credit|courtesy)[^.]{2,80}\.?$"
    r"|[.!?]\s+(?:REUTERS|AFP|AP Photo|EPA)\s?/\s?[\w .'’-]{2,50}$",
    re.IGNORECASE,
)
_SLUG = re.compile(r"(?:[a-z]\s){0,3}[A-Z0-9]{2,}(?:[-/][A-Z0-9]+)+\b[^a-z]{0,60}")
_FEWEST_OF_A_HEADLINE = 3  # words in capitals behind one with a hyphen: "US-CHINA TALKS STALL IN GENEVA"
_SIGN_OFF = re.compile(r"\([A-Z]{2,8}(?:[/-][A-Za-z]{1,8}){0,3}\)")
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
_END_MARK = re.compile(r"[-–—]{1,2}\s?30\s?[-–—]{1,2}")
_ADDRESS = re.compile(r"@\w|https?:|www\.|\w\.(?:com|org|net)\b", re.IGNORECASE)
_MIN_PROSE = 5  # words
_MAX_JUNK_WORDS = 45


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no decoration at the ends."""
    if len(text) > _MAX_WHOLE_LINE:
        return text.casefold()  # longer than any entry of the lists of whole lines
    return " ".join(_straight(text).casefold().split()).strip(_TRIM)


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("`", "'")


@cache
def _starts(name: str) -> tuple[str, ...]:
    return tuple(_straight(start) for start in entries(PACKAGE, name))


def starts_with_any(text: str, name: str) -> bool:
    """True if the text starts with an entry of a word list, at a word's end."""
    folded = _straight(text[:120]).casefold().lstrip(' \t>»*•|→▶►([-–—"“')
    if not folded.startswith(_starts(name)):
        return False
    for start in _starts(name):
        if folded.startswith(start):
            after = folded[len(start) : len(start) + 1]
            if not after.isalnum() or not start[-1].isalnum():
                return True
    return False


def has_quotation(text: str) -> bool:
    """True if a quotation mark stands in the text."""
    return not _QUOTES.isdisjoint(text)


def ends_sentence(text: str) -> bool:
    """True if the text ends like a sentence."""
    return bool(_END.search(text))


def sentences(text: str) -> int:
    """Number of sentence ends that another sentence follows, plus one."""
    return 1 + len(re.findall(r"[.!?][\"”’')\]]*\s+[\"“‘'(]?[A-Z]", text))


def is_url(text: str) -> bool:
    """A web address and nothing else, bare or in tags such as "[PHOTO]...[/PHOTO]"."""
    return bool(_URL.fullmatch(text) or _TAGGED_URL.fullmatch(text))


def is_ruler(text: str) -> bool:
    """Dashes, stars, bullets: no letter or digit."""
    return bool(_RULER.fullmatch(text))


def is_slug(text: str) -> bool:
    """The line a wire service files a story under: "BC-HARBOUR-STRIKE 03-12"."""
    words = sum(word.isupper() and word.isalpha() and len(word) > 1 for word in text.split())
    return bool(_SLUG.fullmatch(text)) and words < _FEWEST_OF_A_HEADLINE


def is_masthead(text: str) -> bool:
    """The name of a newspaper: few capitalised words, the last one of those that such names end with."""
    words = text.split()
    return (
        2 <= len(words) <= 5  # noqa: PLR2004
        and words[-1].casefold() in word_set(PACKAGE, "words/masthead_words.txt")
        and (text.isupper() or words[0] == "The")
        and all(word[:1].isupper() or word in {"of", "and"} for word in words)
    )


def is_date(text: str) -> bool:
    """A line that says when, and nothing else."""
    return is_date_line(text)


def is_byline(text: str) -> bool:
    """The word "By" with names, and nothing that is not a name, a role or a date; or "By" alone, above names."""
    if _BY_ALONE.fullmatch(text):
        return True
    if len(text) > 200 or not (_BYLINE.match(text) or _AUTHOR.match(text)):  # noqa: PLR2004
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", text)[1:] if word.casefold() != "by"]
    if not words or words[0].casefold() in _WEEKDAYS or _names_a_month(words, text):
        return False
    if has_quotation(text) or (ends_sentence(text) and len(words) > 8):  # noqa: PLR2004
        return False
    joiners = {
        "and",
        "with",
        "for",
        "in",
        "of",
        "the",
        "at",
        "by",
        "de",
        "van",
        "von",
        "der",
        "la",
        "al",
        "bin",
        "del",
        "da",
        "di",
        "el",
        "a",
        "on",
        "und",
        "as",
        "special",
        "to",
        "a.m.",
        "p.m.",
        "photos",
        "photographs",
        "pictures",
    }
    roles = word_set(PACKAGE, "words/roles.txt")
    plain = [
        word
        for word in words
        if not (word[:1].isupper() or word.casefold() in joiners or word.casefold().strip(".") in roles or "@" in word)
    ]
    return not plain and bool(names_in_byline(text) or words)


def may_head_a_section(byline: str) -> bool:
    """A byline that names nobody in full, and no agency: "By Sea", "By the Numbers", and "By Sting", too."""
    names = names_in_byline(byline)
    return byline[:3].casefold() == "by " and not any(
        " " in name or not {name, name.upper()}.isdisjoint(agencies()) for name in names
    )


def is_message_line(text: str) -> bool:
    """A line of the head of a message that an article shows: "To: Ada Lind"."""
    return bool(_MESSAGE.match(text))


def _names_a_month(words: list[str], text: str) -> bool:
    """True if "By" stands before a month: "By March, Lind"; with a name right behind it a month is a given name."""
    name = re.search(rf"\b{re.escape(words[0])}\s+(\w)", text)
    return words[0].casefold().strip(".") in month_numbers() and not (name and name[1].isupper())


def says_where_from(text: str) -> bool:
    """A closing line that says where the authors were: "Lee reported from Paris and Ek from Rome"."""
    return bool(_REPORTED_FROM.match(text))


def is_contributor(text: str) -> bool:
    """A line that names who helped: "A and B contributed to this report"."""
    words = len(text.split())
    if words > 70 or has_quotation(text):  # noqa: PLR2004
        return False
    bare = text.strip("()[]_* ")
    if says_where_from(bare):
        return True
    named = bool(_CONTRIBUTOR_START.match(bare)) and (words <= 25 or ";" in bare)  # noqa: PLR2004
    return named or (words <= _MAX_JUNK_WORDS and bool(_CONTRIBUTOR.search(bare)))


def is_correction(text: str) -> bool:
    """A note on what the outlet changed."""
    return starts_with_any(text, "words/correction_starts.txt") and not (has_quotation(text) and sentences(text) > 3)  # noqa: PLR2004


def is_copyright(text: str) -> bool:
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
    if _PICTURE_RIGHTS.match(text):
        return False
    folded = fold(text)
    if (
        not folded
        or is_ruler(text)
        or _WIRE_SOURCE.match(text)
        or folded in word_set(PACKAGE, "words/boilerplate_lines.txt")
    ):
        return True
    if (
        _READING_TIME.match(folded)
        or _HANDLE.fullmatch(text)
        or _END_MARK.fullmatch(text)
        or _PRESS_CONTACT.match(text)
        or is_copyright(text)
    ):
        return True
    return (
        len(text.split()) <= _MAX_JUNK_WORDS
        and not has_quotation(text)
        and not _REPORTS_SPEECH.search(text)
        and starts_with_any(text, "words/boilerplate_starts.txt")
        and not _is_prose(text)
        and not _is_verse(text)
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


@cache
def _credit_pattern() -> re.Pattern[str]:
    words = sorted(entries(PACKAGE, "words/credit_words.txt"), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")


def is_credit(text: str) -> bool:
    """A picture credit: "AFP via Getty Images", "Photo by Ann Lee", "AP/EPA-EFE/Shutterstock"."""
    if _PICTURE_RIGHTS.match(text) or _SIGN_OFF.fullmatch(text):
        return True
    bare = text.strip("()[] ")
    words = re.findall(r"[^\W_][\w.'’-]*", bare)
    if not words or len(words) > 16 or has_quotation(text):  # noqa: PLR2004
        return False
    if starts_with_any(bare, "words/credit_starts.txt"):
        return not (ends_sentence(bare) and len(words) > 10)  # noqa: PLR2004
    if not _credit_pattern().search(bare):
        return False
    rest = re.findall(r"[^\W_][\w.'’-]*", _credit_pattern().sub(" ", bare))
    joiners = word_set(PACKAGE, "words/credit_joiners.txt")
    return (
        len(rest) <= 9  # noqa: PLR2004
        and not (ends_sentence(bare) and len(rest) > 3)  # noqa: PLR2004
        and all(word[:1].isupper() or word.casefold() in joiners or word.isdigit() for word in rest)
    )


def is_caption(text: str) -> bool:
    """A paragraph that says of itself that it describes a picture."""
    if len(text.split()) > 90:  # noqa: PLR2004
        return False
    if starts_with_any(text, "words/caption_starts.txt"):
        return True
    return sentences(text) <= 4 and bool(_CREDIT_TAIL.search(text))  # noqa: PLR2004


def split_credit(caption: str) -> tuple[str, str | None]:
    """A caption and the credit at its end ("... on Monday. (Photo by Ann Lee)"), None if it has none."""
    match = _CREDIT_TAIL.search(caption)
    if match is None:
        return caption, None
    credit = match[0].lstrip(".!? |–—-").strip("()[] ").rstrip(".")
    end = match.start() + (1 if match[0][0] in ".!?" else 0)
    return caption[:end].rstrip(" |–—-"), credit


_PICTORIAL = re.compile(
    r"\((?:L|R|C|left|right|center|centre|2nd|second)\b[^)]{0,20}\)"
    r"|,\s(?:left|right|center|centre|pictured|file)\b|\bpictured\b|\bfrom left\b"
    r"|\b(?:seen|shown)\s(?:here|in|at|on|during)\b|\b[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d\b"
    r"|\b\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d\b|\bfile photo\b",
    re.IGNORECASE,
)


def is_pictorial(text: str) -> bool:
    """Shows marks of a caption: "left", "pictured", a full date in running text."""
    return len(text.split()) <= 70 and bool(_PICTORIAL.search(text))  # noqa: PLR2004


def is_name_of_agent(text: str) -> bool:
    """Capitalised words and joiners only, such as "Ada Kern for The Courier": a credit where one may stand."""
    words = text.split()
    joiners = word_set(PACKAGE, "words/credit_joiners.txt")
    return (
        2 <= len(words) <= 10  # noqa: PLR2004
        and not ends_sentence(text)
        and all(word[:1].isupper() or word.casefold() in joiners for word in words)
    )


def names_its_outlet(text: str) -> bool:
    """A person and an outlet: "Lena Brandt/The Ledger", "Ada Kern for The Courier"."""
    return is_name_of_agent(text) and ("/" in text or " for " in text)


def is_enumerated(text: str) -> bool:
    """An item of a list: "3) ...", "b. ...", "• ..."."""
    return bool(_ENUMERATED.match(text))


def is_turn(text: str) -> bool:
    """A turn of an interview: "Q: ...", "A: ..."."""
    return bool(_SPEAKER.match(text))


def is_section_name(text: str) -> bool:
    """The name of a section of an outlet."""
    return fold(text) in word_set(PACKAGE, "words/sections.txt")
