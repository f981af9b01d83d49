"""Headings of a page: their text, and which are the outlet's name."""

import re

from transforms.html.page import Element

_ROOT = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", re.IGNORECASE)
_MASTHEAD_CLASS = re.compile(
    r"(?:[a-z]+[-_])?(?:logo|brand|masthead|sitename|site[-_](?:title|name|logo))", re.IGNORECASE
)


def heading_text(tag: Element) -> str:
    """The text of a heading; a kicker or a second line that only the layout keeps apart is a word of its own."""
    text = ""
    for piece in map(str, tag.itertext()):
        glued = text[-1:].isalnum() and not text[-1:].isupper() and piece[:1].isupper()
        text += f" {piece}" if glued else piece
    return " ".join(text.split())


def is_masthead(tag: Element) -> bool:
    """Whether a heading is the outlet's name or logo: it links to the front page, or its class says so."""
    links = [link.get("href") for link in tag.iter("a")]
    above = next(tag.iterancestors(), None)
    if above is not None and above.tag == "a":
        links.append(above.get("href"))
    if links and all(href and _ROOT.fullmatch(href.strip()) for href in links):
        return True
    own = (tag.get("class") or "").split() + (tag.get("id") or "").split()
    return any(map(_MASTHEAD_CLASS.fullmatch, own))
