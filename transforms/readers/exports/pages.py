"""Pages that press databases export: Factiva's, Europresse's, and LexisNexis'. Each holds many articles."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from lxml import etree, html

from transforms.article import RawArticle, Rejected
from transforms.readers.elements import element_text
from transforms.readers.exports import factiva, factiva_pages, lexis, nexis
from transforms.readers.exports.fields import COPYRIGHT, bylines, first_day, one_line
from transforms.readers.item import WireItem, wire_article
from transforms.readers.markup import element_parts

EUROPRESSE = "europresse"
_FACTIVA = re.compile(r"""<div[^>]{0,200}\bclass=["']article [a-z]{2}Article\b""", re.IGNORECASE)
_EUROPRESSE = re.compile(r"""\bclass=["'][^"']{0,100}\bDocPublicationName\b""", re.IGNORECASE)
_EUROPRESSE_TEXTS = ("docOcurrContainer", "DocText")
"""Classes of the text of an article, the inner one first; there may be either alone."""
_LEXIS = re.compile(
    r">\s*(?:\d{1,5} (?:of|von|de) \d{1,5} (?:DOCUMENTS?|DOKUMENTEN?)|Document \d{1,5} of \d{1,5}|End of Document)\s*<"
)
_WORDS = re.compile(r"\d[\d.,]* (?:words|mots|Wörter|palabras|parole|woorden)")
_ISSUE = re.compile(r",?\s*\b(?:no|n°|nº)\b\.?\s*\d.*$", re.IGNORECASE)


def is_export_page(markup: str) -> bool:
    """Whether a page has the classes of one of these."""
    if _LEXIS.search(markup):
        return any(database.documents(_text_of(markup)) for database in (lexis, nexis))
    # The pattern takes a tenth of the time of an ordinary page, so that the plain words are looked for first.
    is_europresse = any(name in markup for name in _EUROPRESSE_TEXTS) and _EUROPRESSE.search(markup)
    return bool(_FACTIVA.search(markup) or is_europresse)


def page_items(markup: str, uri: str, encoding: str | None) -> Iterator[RawArticle | Rejected]:
    """The articles of such a page, with the uri ``<file>#<number>`` where there are several."""
    readers = _readers(markup)
    for number, read in enumerate(readers, start=1):
        item = read(uri if len(readers) == 1 else f"{uri}#{number}")
        yield replace(item, encoding=encoding) if isinstance(item, RawArticle) else item


def _readers(markup: str) -> list[Callable[[str], RawArticle | Rejected]]:
    """For each article of a page, what reads it under a uri."""
    if _LEXIS.search(markup):
        text = _text_of(markup)
        database = lexis if lexis.documents(text) else nexis
        return [partial(database.read, document) for document in database.documents(text)]
    root = _tree(markup)
    if _FACTIVA.search(markup):
        return [partial(_factiva, x) for x in root.iter("div") if _is_factiva(x)]
    articles = (x for x in root.iter("article", "div") if _has(x, "article") or x.tag == "article")
    return [partial(_europresse, x) for x in articles if _of_class(x, *_EUROPRESSE_TEXTS) is not None]


def _tree(markup: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    root: etree._Element = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    return root


def _text_of(markup: str) -> str:
    """The text of a page that is nothing but the text of an export, a paragraph in a line."""
    return "\n\n".join(part.text for part in element_parts(_tree(markup)))


def _is_factiva(element: etree._Element) -> bool:
    return bool(re.search(r"(?:^|\s)article [a-z]{2}Article\b", element.get("class") or "", re.IGNORECASE))


def _factiva(element: etree._Element, uri: str) -> RawArticle | Rejected:
    """The article as the text that Factiva would have written of it."""
    rows = [row.findall("td") for row in element.iter("tr")]
    named = [(one_line(element_text(cells[0])), cells[-1]) for cells in rows if len(cells) > 1]
    coded = [(code, cell) for code, cell in named if code in factiva.CODES]
    if any(code == "HD" for code, _ in coded):
        return factiva.read("\n\n".join(f"{code}\n{_paragraphs(cell)}" for code, cell in coded), uri)
    titles = (x for x in element.iter() if "headline" in (x.get("class") or "").casefold())
    headline = next(map(one_line, map(element_text, titles)), None)
    parts = [one_line(part.text) for part in element_parts(element)]
    return factiva_pages.read(_without_codes(parts, headline), uri)


def _without_codes(parts: list[str], headline: str | None) -> str:
    """The text of an article without codes: headline, author, the lines from its words to whose it is, and its body."""
    counted = next((place for place, part in enumerate(parts) if _WORDS.fullmatch(part)), None)
    if counted is None or headline is None:
        return "\n\n".join(parts)
    owned = (place for place, part in enumerate(parts) if place > counted and COPYRIGHT.match(part))
    body = next(owned, counted) + 1
    above = parts[:counted]
    byline = above[above.index(headline) + 1 :] if headline in above else []
    by = [f"By {re.sub('^[Bb]y ', '', ' '.join(byline))}"] if byline else []
    return "\n".join([headline, "", *by, *parts[counted:body], "", "\n\n".join(parts[body:])])


def _europresse(element: etree._Element, uri: str) -> RawArticle | Rejected:
    text = next((found for name in _EUROPRESSE_TEXTS if (found := _of_class(element, name)) is not None), None)
    header = _text(element, "DocHeader")
    number = _text(element, "publiC-lblNodoc")
    item = WireItem(
        uri=uri,
        format=EUROPRESSE,
        provider_id=f"urn:europresse:{number}" if number else None,
        title=_text(element, "titreArticleVisu") or _text(element, "titreArticle"),
        bylines=bylines(_text(element, "docAuthors") or _text(element, "sm-margin-bottomNews")),
        publisher=_ISSUE.sub("", _text(element, "DocPublicationName") or "") or None,
        published=header if header and first_day([header]) == 0 else None,
        section=header.partition(",")[0] if header and not re.search(r"\d", header.partition(",")[0]) else None,
    )
    return wire_article(item, element_parts(text) if text is not None else [])


def _paragraphs(cell: etree._Element) -> str:
    return "\n\n".join(one_line(part.text) for part in element_parts(cell))


def _has(element: etree._Element, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _of_class(element: etree._Element, *names: str) -> etree._Element | None:
    return next((x for x in element.iter() if isinstance(x.tag, str) and any(_has(x, name) for name in names)), None)


def _text(element: etree._Element, name: str) -> str | None:
    found = _of_class(element, name)
    return one_line(element_text(found)) or None if found is not None else None
