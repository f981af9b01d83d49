"""Who wrote an article, as its page marks it: by relation, microdata or class, or by a line that starts with "By"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from transforms.byline import clean_names
from transforms.html.page import Element
from transforms.html.prose import class_names, is_outside, prose_elements
from transforms.lines.byline_lines import is_byline, may_head_a_section
from transforms.lines.wording import ends_sentence
from transforms.wordlists import pairs

_MAX_BYLINE = 120
_MAX_AUTHORS = 8
_MAX_RAW = 2000  # with white space of the markup
_PATHS = (
    "//*[@rel='author'][not(ancestor::aside or ancestor::footer or ancestor::nav)]",
    "//*[@itemprop='author'][not(ancestor::aside or ancestor::footer)]//*[@itemprop='name']",
    "//*[@itemprop='author'][not(ancestor::aside or ancestor::footer)]",
    "//*[contains(@class, 'byline') or contains(@class, 'author-name') or contains(@class, 'authorname')"
    " or contains(@class, 'author__name')][not(ancestor::aside or ancestor::footer or ancestor::nav or ancestor::li)]",
)
_WORD = re.compile(r"[A-Z]?[^\W_A-Z]+|[A-Z]+(?![^\W_A-Z])")
_ARTICLE = re.compile(r"(?:the|a|an)\s", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SCOPES = frozenset({"article", "main"})


def marked_names(tree: Element) -> tuple[str, ...]:
    """Texts of the first element that is marked up as the byline, and of those beside it; empty if there is none."""
    for path in _PATHS:
        for tag in tree.xpath(path):
            if _names_somebody(_text(tag)):
                scope = tag.getparent().xpath(path.replace("//", ".//", 1)) if tag.getparent() is not None else [tag]
                return _texts(scope or [tag])
    tag = next((tag for tag in _near_the_headline(tree) if _is_byline(tag)), None)
    if tag is None:
        return ()
    if not _is_classed(tag):
        return _texts([tag])
    return _texts([other for other in tag.getparent() if other.get("class") == tag.get("class")])


def _is_byline(tag: Element) -> bool:
    """Whether an element near the headline is the byline, by its class or, if it is a line by itself, by its words."""
    by_class = _is_classed(tag)
    if not by_class and len(tag) > 1:
        return False
    text = _text(tag)
    if tag.tag in _HEADINGS and may_head_a_section(text):
        return False
    is_line = is_byline(text) or (by_class and not ends_sentence(text) and not _ARTICLE.match(text))
    return is_line and _names_somebody(text) and not _stands_aside(tag)


def _names_somebody(text: str) -> bool:
    return 0 < len(text) <= _MAX_BYLINE and bool(clean_names((text,)))


def _texts(tags: list[Element]) -> tuple[str, ...]:
    texts = [_text(tag) for tag in tags][:_MAX_AUTHORS]
    return tuple(dict.fromkeys(text for text in texts if 0 < len(text) <= _MAX_BYLINE))


def _text(tag: Element) -> str:
    """The text of an element, or the start of a long one; what only the layout keeps apart has a bar between."""
    text = ""
    for piece in map(str, tag.itertext()):
        text += f" | {piece}" if text[-1:].isalnum() and piece[:1].isalnum() else piece
        if len(text) > _MAX_RAW:
            break
    return " ".join(text.split())


def _is_classed(tag: Element) -> bool:
    return _says_byline(" ".join(class_names(tag)))


@lru_cache(maxsize=8192)  # a page has each of its classes many times
def _says_byline(classes: str) -> bool:
    words = {word.casefold() for word in _WORD.findall(classes)}
    known = dict(pairs("transforms.html", "byline_classes.tsv"))
    return not words.isdisjoint(known["names"].split()) and words.isdisjoint(known["others"].split())


def _near_the_headline(tree: Element) -> Iterator[Element]:
    """Elements between the headline and the first paragraph, then those of the same article around them.

    Other authors of a page are those of teasers and comments.
    """
    first = next(prose_elements(tree), None)
    if first is None:
        return
    headline = next(tree.iter("h1"), None)
    if headline is not None:
        yield from takewhile(lambda tag: tag is not first, _following(headline))
    own = next(first.iterancestors(*_SCOPES), None)
    if own is not None:
        yield from own.iter()


def _following(element: Element) -> Iterator[Element]:
    """Elements that begin behind the end of another, one by one: a page has thousands, and few are asked for."""
    for around in (element, *element.iterancestors()):
        for sibling in around.itersiblings("*"):
            yield from sibling.iter("*")


def _stands_aside(tag: Element) -> bool:
    """Whether an element is in a box about the author, a comment, a teaser or the like; authors may be a list."""
    for above in tag.iterancestors():
        if above.tag == "li" and not (_is_classed(tag) and _is_classed(above.getparent())):
            return True
        if above.tag not in {"header", "li"} and is_outside(above):
            return True
    return False
