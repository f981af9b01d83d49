"""Sentences about the article and not of it: where it appeared before, how to reach the author, who that is."""

import re
from collections.abc import Collection

from transforms.lines.wording import PACKAGE, has_quotation
from transforms.wordlists import word_set

_TEXT = r"(?:article|story|post|piece|column|essay|op-ed|commentary|interview|review|blog(?:\spost)?)"
_NO_YEAR = r"(?!\s+in\s+(?:the\s+)?(?:\d|early|late|mid))"  # what a review says of an old story
_APPEARED = re.compile(
    rf"\W{{0,2}}(?:"
    rf"the\s+post\b.{{1,200}}\bappeared\s+first\s+on\b"
    rf"|this\s+{_TEXT}\b(?:,?\s+(?:by|written\s+by|produced\s+by)\s[^.]{{2,60}}?,?)?\s+(?:was|has\s+been)\s+"
    rf"(?:(?:originally|first|previously)\s+(?:published|posted|written|produced|broadcast)|republished)\b{_NO_YEAR}"
    rf"|this\s+{_TEXT}\s+(?:originally|first|previously|also)\s+(?:appeared|ran)\b{_NO_YEAR}"
    rf"|this\s+report\s+by\s[^.]{{2,60}}?\s+was\s+first\s+published\b"
    rf"|a\s+(?:shorter\s+|longer\s+)?version\s+of\s+this\s+{_TEXT}\s+(?:appears?|appeared|ran|was\s+\w+\s+published)\b"
    rf"|(?:except\s+for\s+the\s+headline,?\s+)?this\s+(?:{_TEXT}|report|copy)\s+(?:has\s+not\s+been|is\s+not|was\s+not)\s+edited\s+by\b"
    rf"|appeared\s+in\s+the\s+.{{4,40}}?\bprint\s+edition\b"
    rf")",
    re.IGNORECASE,
)
_NETWORK = r"(?i:Twitter|Facebook|Instagram|X|Bluesky|Threads|LinkedIn|TikTok|Mastodon)"
_ADDRESS = r"(?:@\w{2,}|\S+@\S+\.\w{2,}|https?://\S+|www\.\S+)"
_PHONE = r"\(?\d[\d() .-]{5}"
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w.'’-]*"
_NAME = rf"{_CAPITALISED}(?:\s(?:{_CAPITALISED}|de|van|von|der|al|bin|del|da)){{1,4}}"
_SOMEBODY = rf"(?:him|her|them|the\s(?:author|writer|reporter)s?|{_NAME})"
_CONTACT = re.compile(
    rf"(?:[Oo]n\s{_NETWORK},?\s)?[Ff]ollow\s(?:[\w ’'-]{{0,60}}\s)?{_SOMEBODY}\b.{{0,80}}?"
    rf"(?:\bon\s{_NETWORK}\b|{_ADDRESS})"
    rf"|(?:(?:You\scan\s)?[Rr]each|Contact|E-?mail|Write\sto)\s{_SOMEBODY}\b.{{0,40}}?\s(?:at|on|via)\s(?:{_ADDRESS}|{_PHONE})"
    rf"|{_NAME}\s(?:can|may)\sbe\s(?:reached|contacted)\s(?:at|on|via|by).{{0,20}}?\s(?:{_ADDRESS}|\(?\d)"
    rf"|{_NAME}\sis\son\s{_NETWORK}\W+(?:at\s)?@"
    rf"|(?:Twitter|Instagram|Facebook|X):\s{_ADDRESS}\W*$"
)
_FOLLOWED = re.compile(rf"\b[Ff]ollow\s(?:him|her|them)\b|\btweets\s(?:at\s|as\s)?@|\bon\s{_NETWORK}:?\s(?:at\s)?@")
_REACHED = re.compile(_ADDRESS)
_IS = re.compile(
    rf"(?P<name>{_NAME}),?\s(?:is|was|covers|writes|reports|works|has\s(?:covered|written|worked))\b(?P<rest>.*)",
    re.DOTALL,
)
_WORK = re.compile(r"\b(?:author|books?|novel|album|film|collection|column|podcast|series|play)\b")
_ROLE_FOR = re.compile(
    r"\s+(?:an?|the|our)\s+(?:[\w’'-]+\s+){0,5}?(?P<role>[a-z]+)\s+(?:for|at|with|of|in|based|who|covering)\b"
)
_MAX_LENGTH = 600  # letters; bounds the work on hostile input
_MAX_WORDS = 70
_MAX_CONTACT_WORDS = 40


def says_where_it_appeared(text: str) -> bool:
    """What sites put below texts: "The post ... appeared first on ...", "This article was first published ..."."""
    return _is_short(text, _MAX_WORDS) and bool(_APPEARED.match(text))


def is_contact(text: str) -> bool:
    """How to reach or follow who wrote it: "Follow Ada Lind on Twitter @lind", "Reach her at a@lantern.example"."""
    return _is_short(text, _MAX_CONTACT_WORDS) and not has_quotation(text) and bool(_CONTACT.match(text))


def is_about_author(text: str, authors: Collection[str]) -> bool:
    """Who the author is, told in a paragraph at the end.

    It begins with the name in the byline, or says how to follow or reach somebody who writes.
    """
    if not _is_short(text, _MAX_WORDS):
        return False
    match = _IS.match(text.lstrip("*—–- "))
    if match is None or (has_quotation(text) and (match["name"] not in authors or not _WORK.search(text))):
        return False  # in quotation marks is what somebody said, or what the author has written
    if match["name"] in authors or _FOLLOWED.search(match["rest"]):
        return True
    role = _ROLE_FOR.match(match["rest"])
    writes = role is not None and role["role"] in word_set(PACKAGE, "words/person_roles.txt")
    return writes and bool(_REACHED.search(match["rest"]))


def _is_short(text: str, words: int) -> bool:
    return len(text) <= _MAX_LENGTH and len(text.split()) <= words
