"""The prose of a page: its ``<p>`` elements that read like paragraphs, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from transforms.html.page import Element, plain_text

_MIN_WORDS = 12
_MAX_LINKED = 0.4
_MAX_PARAGRAPHS = 5000
_MAX_CLASS = 2000
_OUTSIDE = frozenset(
    {"aside", "footer", "nav", "header", "figure", "figcaption", "form", "noscript", "template", "dialog", "li"}
)
_OUTSIDE_CLASS = re.compile(
    r"(?:related|newsletter|comments?|promo|teaser|recommend\w*|cookies?|consent|footer|caption|author-?bio|bio|disclaimer|copyright)"
    r"(?:[-_]{0,2}(?:container|section|box|block|list|wrapper|content|items?|articles?|posts?|stories|signup|text|info|area|body))?",
    re.IGNORECASE,
)
_SCOPES = frozenset({"article", "main"})

Scopes: TypeAlias = dict[Element, Element | bool | None]


@dataclass(frozen=True, slots=True)
class ProseParagraph:
    """``container`` is equal under equal elements of one article: a page may part its body by adverts."""

    text: str
    container: tuple[str, int]


def prose(tree: Element) -> tuple[ProseParagraph, ...]:
    """Paragraphs of at least a dozen words, mostly unlinked, outside of asides, footers and the like."""
    found: list[ProseParagraph] = []
    numbers: dict[Element | None, int] = {}
    scopes: Scopes = {}
    for element in islice(prose_elements(tree), _MAX_PARAGRAPHS):
        scope = _scope(element, scopes)
        container = _name(element.getparent(), numbers), numbers.setdefault(scope, len(numbers))
        found.append(ProseParagraph(plain_text(element), container))
    return tuple(found)


def prose_elements(tree: Element) -> Iterator[Element]:
    """The elements of :func:`prose`."""
    scopes: Scopes = {}
    for element in tree.iter("p"):
        text = plain_text(element)
        if len(text.split()) < _MIN_WORDS or next(element.iter("script", "style"), None) is not None:
            continue
        linked = sum(len(plain_text(link)) for link in element.iter("a"))
        if linked < _MAX_LINKED * len(text) and _scope(element, scopes) is not False:
            yield element


def _name(parent: Element, numbers: dict[Element | None, int]) -> str:
    """Tag and class of a paragraph's parent; one without a class is like no other, unless it is a mere wrapper."""
    while not (parent.get("class") or parent.get("id")) and holds_one(parent) and parent.getparent() is not None:
        parent = parent.getparent()
    named = (parent.get("class") or parent.get("id") or "")[:_MAX_CLASS]
    return f"{parent.tag} {' '.join(sorted(named.split())) if named else numbers.setdefault(parent, len(numbers))}"


def holds_one(element: Element) -> bool:
    """Whether an element holds exactly one; ``len`` counts them all, and each of thousands asks for what it is in."""
    first = next(iter(element), None)
    return first is not None and first.getnext() is None


def _scope(element: Element, known: Scopes) -> Element | bool | None:
    """The article element around a paragraph, None if there is none, False if the paragraph is outside of any body.

    ``known`` are the answers for what is in the elements above those asked of before: deep pages have them in common.
    """
    new = []
    above = element.getparent()
    while above is not None and above.tag not in {"body", "html"} and above not in known:
        new.append(above)
        above = above.getparent()
    scope = known.get(above) if above is not None else None
    for inner in reversed(new):
        if scope is not False and is_outside(inner):
            scope = False
        elif scope is not False and inner.tag in _SCOPES:
            scope = inner
        known[inner] = scope
    return scope


def class_names(element: Element) -> list[str]:
    """The classes of an element, the first of very many."""
    return (element.get("class") or "")[:_MAX_CLASS].split()


def is_outside(element: Element) -> bool:
    """Whether an element is an aside, a foot or the like, by tag or class; "TeaserBox_root__x1" is "TeaserBox"."""
    if element.tag in _OUTSIDE:
        return True
    classes = element.get("class")
    return bool(classes) and _says_outside(classes[:_MAX_CLASS])


@lru_cache(maxsize=8192)  # a page has each of its classes many times, and each paragraph asks for all above it
def _says_outside(classes: str) -> bool:
    names = classes.split()
    return any(_OUTSIDE_CLASS.fullmatch(name) or _OUTSIDE_CLASS.fullmatch(name.split("_")[0]) for name in names)


def in_article(element: Element) -> bool:
    """True for a caption inside of an article or main element and outside of asides, teasers and the like."""
    figure = next(element.iterancestors("figure"), element)
    scope = _scope(figure, {})
    return scope is not False and scope is not None


def letters(text: str) -> str:
    """Letters and digits only, so that two renderings of a paragraph compare equal."""
    return re.sub(r"\W+", "", text.casefold())
