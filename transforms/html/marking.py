"""Paragraphs that a page does not mark as such: text in ``<div>``s and cells, parted by line breaks or blank lines.

Extractors and :mod:`transforms.html.prose` look for ``<p>``. What reads like a paragraph is made one, in place, so
that both see the same page.
"""

import re
from dataclasses import dataclass, field

from transforms.html.page import Element
from transforms.html.prose import holds_one, is_outside
from transforms.wordlists import word_set

_CONTAINERS = frozenset({"article", "body", "center", "div", "font", "main", "section", "span", "td"})
_UNSEEN = frozenset({"button", "head", "iframe", "option", "script", "select", "style", "svg", "textarea"})
_TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th")
_MIN_PROSE = 50
_MAX_LINKED = 0.4
_SHARE = 0.5  # of the letters of marked paragraphs; less is a teaser or a promotion beside an article
_SENTENCE_END = re.compile(r"[.!?…。！？।][\"”’'»」』)\]]*$")
_ADDRESS = re.compile(r"https?://\S+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class _Run:
    """Text and inline elements of a container between two of its blocks; ``before`` is the block ahead of it."""

    parent: Element
    before: Element | None
    nodes: list[Element] = field(default_factory=list)

    def lead(self) -> str:
        return (self.parent.text if self.before is None else self.before.tail) or ""

    def text(self) -> str:
        pieces = [self.lead()]
        for node in self.nodes:
            pieces.extend(map(str, node.itertext()))
            pieces.append(node.tail or "")
        return " ".join("".join(pieces).split())

    def reads_like_prose(self) -> bool:
        text = _ADDRESS.sub("", self.text())
        if len(text) < _MIN_PROSE or not _SENTENCE_END.search(text):
            return False
        linked = sum(len("".join(map(str, link.itertext()))) for node in self.nodes for link in node.iter("a"))
        return linked < _MAX_LINKED * len(text)

    def wrap(self) -> None:
        if "-" in self.parent.tag:
            self.parent.tag = "div"  # that extractors know
        paragraph = self.parent.makeelement("p")
        paragraph.text = self.lead()
        if self.before is None:
            self.parent.text = None
            self.parent.insert(0, paragraph)
        else:
            self.before.tail = None
            self.before.addnext(paragraph)
        for node in self.nodes:
            paragraph.append(node)


def mark_paragraphs(tree: Element) -> None:
    """Makes a ``<p>`` of each stretch of a container that reads like a paragraph, and of the short ones beside it."""
    _name_breaks(tree)
    _open_layout_tables(tree)
    _part_preformatted(tree)
    outside, with_blocks = _survey(tree)
    containers = [element for element in tree.iter() if element not in outside and _is_container(element)]
    parted = [_runs(element, with_blocks) for element in containers if element in with_blocks]
    whole = [_runs(e, with_blocks) for e in containers if e not in with_blocks and not _is_inline(e)]
    chosen = [runs for runs in parted if _paragraphs(runs) > 1]
    chosen += _that_tell_most(whole, _marked(tree, outside))
    for run in (run for runs in chosen for run in runs):
        if any(map(str.isalpha, run.text())):
            run.wrap()
    _mark_body([runs[0].parent for runs in chosen])


def _that_tell_most(whole: list[list[_Run]], marked: int) -> list[list[_Run]]:
    """Elements that are a paragraph each and look like those that read so; none if more letters are ``marked``."""
    alike = {_alike(runs[0].parent) for runs in whole if runs[0].reads_like_prose()}
    found = [runs for runs in whole if _alike(runs[0].parent) in alike]
    return found if sum(len(runs[0].text()) for runs in found) > _SHARE * marked else []


def _mark_body(containers: list[Element]) -> None:
    """Names the element around what was marked as the body: extractors find headings and lists only in such.

    Where that is the whole page, nothing tells what else of it belongs to the article.
    """
    if not containers:
        return
    shared = [containers[0], *containers[0].iterancestors()]
    for container in containers[1:]:
        around = {container, *container.iterancestors()}
        shared = [element for element in shared if element in around]
    if shared and shared[0].tag in {"article", "div", "main", "section"} and not shared[0].get("itemprop"):
        shared[0].set("itemprop", "articleBody")


def _is_inline(element: Element) -> bool:
    return element.tag in word_set("transforms.html", "inline_tags.txt")


def _is_container(element: Element) -> bool:
    """Elements of scripts ("story-text") are containers, too."""
    return element.tag in _CONTAINERS or ("-" in element.tag and not element.tag.startswith("amp-"))


def _paragraphs(runs: list[_Run]) -> int:
    """Number of paragraphs that a container of blocks would have; none if it needs no marking."""
    unmarked = sum(run.reads_like_prose() for run in runs)
    return unmarked and unmarked + sum(child.tag == "p" for child in runs[0].parent)


def _marked(tree: Element, outside: set[Element]) -> int:
    """Letters in the paragraphs that are marked as such."""
    texts = (" ".join("".join(map(str, el.itertext())).split()) for el in tree.iter("p") if el not in outside)
    return sum(len(text) for text in texts if len(text) >= _MIN_PROSE)


def _alike(element: Element) -> tuple[object, ...]:
    """Equal for elements of one class, or of none in one place; a mere wrapper is passed over."""
    while not element.get("class") and (above := element.getparent()) is not None and holds_one(above):
        element = above
    named = element.get("class")
    return (element.tag, named) if named else (element.tag, element.getparent())


def _survey(tree: Element) -> tuple[set[Element], set[Element]]:
    """Elements that are no place for a body, and elements that hold blocks."""
    outside: set[Element] = set()
    with_blocks: set[Element] = set()
    for element in tree.iter():
        above = element.getparent()
        if above in outside or element.tag in _UNSEEN or is_outside(element):
            outside.add(element)
        if _is_block(element):
            while above is not None and above not in with_blocks:
                with_blocks.add(above)
                above = above.getparent()
    return outside, with_blocks


def _is_block(element: Element) -> bool:
    """Whether a paragraph ends at an element; the second of two line breaks counts."""
    before = element.getprevious()
    if element.tag == "br":
        return before is not None and before.tag == "br" and not (before.tail or "").strip()
    return not _is_inline(element)


def _runs(element: Element, with_blocks: set[Element]) -> list[_Run]:
    runs = [_Run(element, None)]
    for child in element:
        if _is_block(child) or child in with_blocks:
            runs.append(_Run(element, child))
        else:
            runs[-1].nodes.append(child)
    return runs


def _name_breaks(tree: Element) -> None:
    """Empty elements that are styled as line breaks become such."""
    for element in list(tree.iter("span", "i", "div")):
        if not len(element) and not element.text and "br" in (element.get("class") or "").split():
            element.tag = "br"


def _open_layout_tables(tree: Element) -> None:
    """Tables that lay out a page, with its headline or several paragraphs in a cell, become plain containers."""
    for cell in list(tree.iter("td")):
        if cell.find(".//h1") is not None or _parts(cell) > 1:
            for table in cell.iterancestors("table"):
                for element in list(table.iter(*_TABLE)):
                    if element is table or next(element.iterancestors("table"), None) is table:
                        element.tag = "div"


def _parts(cell: Element) -> int:
    """Number of paragraphs and double breaks in a cell."""
    return sum(child.tag == "p" or (child.tag == "br" and _is_block(child)) for child in cell)


def _part_preformatted(tree: Element) -> None:
    """A ``<pre>`` of several paragraphs of prose, parted by blank lines."""
    for element in list(tree.iter("pre")):
        if len(element):
            continue
        parts = [" ".join(part.split()) for part in _BLANK_LINE.split(element.text or "")]
        if sum(len(part) >= _MIN_PROSE and bool(_SENTENCE_END.search(part)) for part in parts) > 1:
            element.tag, element.text = "div", None
            for part in filter(None, parts):
                paragraph = element.makeelement("p")
                paragraph.text = part
                element.append(paragraph)
