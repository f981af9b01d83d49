"""Lines that belong to a picture: captions and credits."""

import re
from functools import cache

from transforms.lines.wording import PACKAGE, ends_sentence, has_quotation, sentences, starts_with_any
from transforms.wordlists import entries, word_set

PICTURE_RIGHTS = re.compile(
    r"^©\s?(?!.*(?:\b(?:19|20)\d\d\b|rights|copyright))[\w .'’-]{2,50}(?:/[\w .'’-]{2,40}){0,3}$", re.IGNORECASE
)
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
_SIGN_OFF = re.compile(r"\([A-Z]{2,8}(?:[/-][A-Za-z]{1,8}){0,3}\)")
_PICTORIAL = re.compile(
    r"\((?:L|R|C|left|right|center|centre|2nd|second)\b[^)]{0,20}\)"
    r"|,\s(?:left|right|center|centre|pictured|file)\b|\bpictured\b|\bfrom left\b"
    r"|\b(?:seen|shown)\s(?:here|in|at|on|during)\b|\b[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d\b"
    r"|\b\d{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)\d\d\b|\bfile photo\b",
    re.IGNORECASE,
)

_COMMON = frozenset({"Pool", "POOL"})  # of credit words, those that are words of headlines, too
_OF_A_PICTURE = re.compile(r"[/,]|\b(?:via|photos?|pictures?|images?)\b", re.IGNORECASE)


@cache
def _credit_pattern() -> re.Pattern[str]:
    words = sorted(entries(PACKAGE, "words/credit_words.txt"), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")


def is_credit(text: str) -> bool:
    """A picture credit: "AFP via Getty Images", "Photo by Ann Lee", "AP/EPA-EFE/Shutterstock"."""
    if PICTURE_RIGHTS.match(text) or _SIGN_OFF.fullmatch(text):
        return True
    bare = text.strip("()[] ")
    words = re.findall(r"[^\W_][\w.'’-]*", bare)
    if not words or len(words) > 16 or has_quotation(text):  # noqa: PLR2004
        return False
    if says_picture(bare):
        return not (ends_sentence(bare) and len(words) > 10)  # noqa: PLR2004
    if not _credit_pattern().search(bare):
        return False
    if set(_credit_pattern().findall(bare)) <= _COMMON and bare not in _COMMON and not _OF_A_PICTURE.search(bare):
        return False  # "The Pool", "POOL TO CLOSE"
    rest = re.findall(r"[^\W_][\w.'’-]*", _credit_pattern().sub(" ", bare))
    joiners = word_set(PACKAGE, "words/credit_joiners.txt")
    return (
        len(rest) <= 9  # noqa: PLR2004
        and not (ends_sentence(bare) and len(rest) > 3)  # noqa: PLR2004
        and all(word[:1].isupper() or word.casefold() in joiners or word.isdigit() for word in rest)
    )


def says_picture(text: str) -> bool:
    """Whether a credit says itself that it is of a picture: "Pictures: Ann Lee", not "AFP"."""
    return starts_with_any(text, "words/credit_starts.txt")


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
