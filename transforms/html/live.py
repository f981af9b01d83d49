"""Live blogs: pages of many posts, each marked like an article, of which extractors take one for the page's."""

import re
from collections.abc import Iterable, Iterator, Mapping

from schemas.vocabulary import BlockKind
from transforms.html.jsonld import Node, text_of, types, unescape
from transforms.html.page import Element, Page
from transforms.html.parts import Part
from transforms.html.prose import is_outside, letters, prose_elements

_MIN_POSTS = 3
_MIN_SAID_POSTS = 2  # of a page that says it is a live blog
_MAX_UPDATES = 2000
_HEADINGS = ("h2", "h3", "h4")
_LISTS = frozenset({"ol", "ul"})
_LINE_END = re.compile(r"</(?:p|div|li|h\d)>|<br\s*/?>", re.IGNORECASE)
_POST = "update"  # any class that no extractor takes for that of an article, as it does "post" or "entry"
_MOST = 2  # times the prose elsewhere on the page
_SHARE = 0.8
_KEY = 48


def is_live(page: Page) -> bool:
    """Whether a page says that it is a live blog."""
    return "LiveBlogPosting" in types(page.node)


def open_posts(page: Page) -> None:
    """Makes plain containers of the posts of a live blog, in place: of articles side by side, and of items of a list.

    A page that does not say so is one if it has at least three such articles with prose, without an ``<h1>``, whose
    headings lead nowhere else: those of teasers do.
    """
    is_said = is_live(page)
    sizes = {paragraph: len("".join(map(str, paragraph.itertext()))) for paragraph in prose_elements(page.tree)}
    posts = [next(paragraph.iterancestors("article"), None) for paragraph in sizes]
    if is_said:
        posts.extend(next(paragraph.iterancestors("li"), None) for paragraph in page.tree.iter("p"))
    for above, group in _side_by_side(post for post in dict.fromkeys(posts) if post is not None):
        if len(group) < (_MIN_SAID_POSTS if is_said else _MIN_POSTS) or any(map(_leads_away, group)):
            continue
        _open(above, group)
        if is_said or _hold_the_text(group, sizes):
            above.set("itemprop", "articleBody")


def _side_by_side(elements: Iterable[Element]) -> list[tuple[Element, list[Element]]]:
    """Those that may be posts and are marked alike below one element, with that element."""
    groups: dict[tuple[Element, str, str], list[Element]] = {}
    for post in filter(_may_be_post, elements):
        groups.setdefault((post.getparent(), post.tag, post.get("class") or ""), []).append(post)
    return [(above, group) for (above, _, _), group in groups.items()]


def _open(above: Element, posts: Iterable[Element]) -> None:
    """Make plain containers of posts, and of the list that they are the items of."""
    for post in posts:
        post.tag = "div"
        post.set("class", _POST)
    if above.tag in _LISTS:
        above.tag = "div"


def _hold_the_text(posts: list[Element], sizes: Mapping[Element, int]) -> bool:
    """Whether posts are what a page is about, by the letters of its prose: comments may be marked like them.

    A page may have thousands of groups of posts, so that none may look at the whole page again.
    """
    inside = sum(sizes.get(paragraph, 0) for post in posts for paragraph in post.iter("p"))
    return inside > _MOST * (sum(sizes.values()) - inside)


def _may_be_post(element: Element) -> bool:
    if element.getparent() is None or element.find(".//h1") is not None:
        return False
    if element.tag == "li":
        return any(next(element.iter(tag), None) is not None for tag in ("time", *_HEADINGS))
    return not is_outside(element)


def _leads_away(post: Element) -> bool:
    links = [link for heading in post.iter(*_HEADINGS) for link in (*heading.iter("a"), *heading.iterancestors("a"))]
    return any(not (link.get("href") or "#").startswith("#") for link in links)


def stated_updates(node: Node) -> list[Part]:
    """Headings and paragraphs of a live blog's updates, as JSON-LD states them."""
    updates = node.get("liveBlogUpdate")
    items = updates if isinstance(updates, list) else [updates]
    return [part for item in items[:_MAX_UPDATES] if isinstance(item, dict) for part in _update(item)]


def _update(item: Node) -> Iterator[Part]:
    if heading := text_of(item.get("headline")):
        yield Part(BlockKind.HEADING, heading)
    body = item.get("articleBody")
    for line in _LINE_END.sub("\n", body if isinstance(body, str) else "").splitlines():
        if text := unescape(line):
            yield Part(BlockKind.BODY, text)


def with_updates(parts: list[Part], updates: list[Part]) -> list[Part]:
    """What was found of a live blog, or its stated updates after the rest, where the page shows only some of them."""
    joined = "".join(letters(part.text) for part in updates)
    shown = "".join(letters(part.text) for part in parts)
    known = sum(len(part.text) for part in updates if letters(part.text)[:_KEY] in shown)
    if known >= _SHARE * sum(len(part.text) for part in updates):
        return parts
    return [*(part for part in parts if letters(part.text)[:_KEY] not in joined), *updates]
