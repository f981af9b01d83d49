"""Pages that are no article: what a server or a guard gives instead of one, and lists of articles."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from urllib.parse import urlsplit

from transforms.byline import names_in_byline
from transforms.html.fields import find_url, is_free
from transforms.html.headings import is_masthead
from transforms.html.page import Element, Page
from transforms.html.parts import Part
from transforms.html.prose import is_outside, letters, prose_elements
from transforms.lines import byline_lines, page_lines, wording
from transforms.wordlists import word_set

_MAX_ERROR = 900  # code points of the text on a page of an error or of consent
_MIN_TEASERS = 3
_SHARE = 0.7
_MAX_TEASER = 900
_MAX_HEADINGS = 500
_MIN_SCRIPT = 1000  # code points of scripts that may know a text
_KEY = 48
_HEADINGS = ("h2", "h3", "h4")
_OWN_WORDS = 4  # of a heading that is the page's own headline and not the outlet's name
_OWN_PARAGRAPHS = 2
_SHORT_WORDS = 5
_ITEM_SENTENCES = 3  # with which a text is whole, and not a teaser of another
_MAX_BYLINE = 120
_MARKS = re.compile(r"[\W_]+")
_ARTICLE_TIMES = ("article:published_time", "og:article:published_time", "parsely-pub-date")


def non_article_reason(page: Page, body: Sequence[Part]) -> str | None:
    """Why a page is no article, such as an error or a list of articles; None if it may be one.

    A page that says that it is an article is believed.

    So is one that is signed, or has paragraphs of its own, below its headline: lists of articles are neither. Short
    paragraphs count below a headline of some words.
    """
    if page.node or page.first_meta("og:type") == "article" or page.first_meta(*_ARTICLE_TIMES):
        return None
    size = sum(len(part.text) for part in body)
    title = _error_title(page) if size <= _MAX_ERROR else None
    boxes = _teasers(page)
    share = _share(boxes, body)
    is_list = len(boxes) >= _MIN_TEASERS and share >= _SHARE
    if (title is None and not is_list) or _has_a_head(page.tree, boxes):
        return None
    return f'a page titled "{title}"' if title else f"a list of {len(boxes)} articles that stand elsewhere"


def _has_a_head(tree: Element, boxes: Sequence[Element]) -> bool:
    """Whether a byline or paragraphs stand between the headline and the first of the teasers."""
    headline = next(tree.iter("h1"), None)
    if headline is None:
        return False
    teasers = set(boxes)
    own = list(takewhile(lambda tag: tag not in teasers, headline.xpath("following::*")))
    known = set(own)
    paragraphs = [tag for tag in prose_elements(tree) if tag in known]
    if boxes and len(paragraphs) < _OWN_PARAGRAPHS and len(_text(headline).split()) >= _OWN_WORDS:
        short = (tag for tag in own if tag.tag == "p" and tag not in paragraphs and _is_short_paragraph(tag))
        paragraphs.extend(islice(short, _OWN_PARAGRAPHS))
    return (bool(boxes) and len(paragraphs) >= _OWN_PARAGRAPHS) or any(
        _is_byline(tag) and _text(headline) not in names_in_byline(_text(tag))  # the page of an author
        for tag in own
    )


def _is_short_paragraph(tag: Element) -> bool:
    """A sentence of some words without a link, that says nothing of a page, as what introduces a list does."""
    text = _text(tag)
    words = re.findall(r"[\w'’-]+", text.casefold())
    of_pages = word_set(wording.PACKAGE, "words/page_words.txt")
    return (
        len(words) >= _SHORT_WORDS
        and wording.ends_sentence(text)
        and next(tag.iter("a"), None) is None
        and of_pages.isdisjoint([*words, *(word.removesuffix("s") for word in words)])
        and not page_lines.is_boilerplate(text)
        and not any(map(is_outside, tag.iterancestors()))
    )


def _is_byline(tag: Element) -> bool:
    """Whether an element is no more than "By Ada Lind", outside of asides and the like."""
    text = " ".join("".join(map(str, islice(tag.itertext(), 20))).split())
    if (
        len(text) > _MAX_BYLINE
        or not byline_lines.is_byline(text)
        or not any(" " in name for name in names_in_byline(text))
    ):
        return False
    return not any(is_outside(above) for above in tag.iterancestors() if above.tag != "header")


def _error_title(page: Page) -> str | None:
    """The title of an error or a guard. A page with a headline of its own may have another's in a box for readers."""
    headings = [tag for tag in page.tree.iter("h1") if not is_masthead(tag)]
    if any(len(text.split()) >= _OWN_WORDS and not _is_error(text) for text in map(_text, headings)):
        headings = []
    texts = [_text(tag) for tag in (*page.tree.iter("title"), *headings)]
    return next((text for text in texts if any(map(_is_error, (text, *re.split(r"\s[|–—:·-]\s", text))))), None)


def _text(tag: Element) -> str:
    return " ".join("".join(map(str, tag.itertext())).split())


def _is_error(text: str) -> bool:
    return " ".join(_MARKS.sub(" ", text.casefold()).split()) in word_set("transforms.html", "error_titles.txt")


def _teasers(page: Page) -> tuple[Element, ...]:
    """Teasers: a heading that links to another page of the site, or is within a link, with what stands beside it.

    Where that is a text of several sentences, it is an item of a round-up; the whole story is linked for more.
    """
    own = urlsplit(find_url(page) or "").netloc
    found: dict[Element, None] = {}
    for heading in islice(page.tree.iter(*_HEADINGS), _MAX_HEADINGS):
        links = [*heading.iter("a"), *heading.iterancestors("a")]
        if not any(_leads_away(link.get("href") or "#", own) for link in links):
            continue
        box = _box(heading)
        beside = _text(box).replace(_text(heading), "", 1).strip() if box is not None else ""
        if box is not None and beside and not _is_item(beside):
            found[box] = None
    return tuple(found)


def _leads_away(address: str, own: str) -> bool:
    """Whether a link leads to another page of the same site, as far as that is known."""
    site = urlsplit(address).netloc
    return not address.startswith("#") and not (own and site and site != own)


def _is_item(text: str) -> bool:
    return wording.sentences(text) >= _ITEM_SENTENCES and text.endswith((".", "!", "?", "”", '"'))


def _share(boxes: Sequence[Element], body: Sequence[Part]) -> float:
    """Share of the letters of a body that are in teasers."""
    joined = "\n".join(letters("".join(map(str, box.itertext()))) for box in boxes)
    total = sum(len(part.text) for part in body)
    return sum(len(part.text) for part in body if letters(part.text)[:_KEY] in joined) / max(1, total)


def _box(heading: Element) -> Element | None:
    """The largest element around a heading that holds no other, if it is no longer than a teaser."""
    box = None
    for above in heading.iterancestors():
        if above.tag in {"body", "main"} or len(list(islice(above.iter("h1", *_HEADINGS), 2))) > 1:
            break
        box = above
    return None if box is None or len("".join(map(str, box.itertext()))) > _MAX_TEASER else box


def why_no_text(page: Page) -> str:
    """Why no article was found on a page, and what may help."""
    if is_free(page) is False:
        return "no article on the page, which says that it is not free to read: save it as a subscriber sees it"
    if sum(len(script.text or "") for script in page.tree.iter("script")) >= _MIN_SCRIPT:
        return "no article on the page; its scripts may hold or load the text: save it as a browser shows it"
    return "no article on the page"
