"""What a ZIP archive is in truth: a word processor's file, a book, or something that has to be saved anew."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote

from lxml import etree

from transforms.readers.elements import every, first, local_name

_MAX_PART = 5_000_000  # bytes of a table of contents
_MIME = 100
_SAVE_AS = {
    "ppt/presentation.xml": "slides (PPTX), no articles",
}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def text_part(archive: zipfile.ZipFile) -> str | None:
    """The member that holds all the text of a word processor's file; None for any other archive."""
    names = set(archive.namelist())
    if {"[Content_Types].xml", "word/document.xml"} <= names:
        return "word/document.xml"
    return "content.xml" if media_type(archive).startswith(f"{_OPEN_DOCUMENT}text") else None


def refusal(archive: zipfile.ZipFile) -> str | None:
    """What a file is that can't be read, and what to do about it."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return next((reason for part, reason in _SAVE_AS.items() if part in names), None)
    kind = media_type(archive)
    if kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(
        (f"{_OPEN_DOCUMENT}text", f"{_OPEN_DOCUMENT}spreadsheet")
    ):
        return f"an OpenDocument {kind.rpartition('.')[2]}, no articles"
    return None


def chapters(archive: zipfile.ZipFile) -> list[str] | None:
    """The members of an EPUB with its pages, in reading order and without the table of contents; None if it is none."""
    if media_type(archive) != "application/epub+zip":
        return None
    root = _parsed(archive, "META-INF/container.xml")
    place = next((x.get("full-path") for x in every(root, "rootfile") if x.get("full-path")), None)
    if not place:
        return None
    folder, names = PurePosixPath(place).parent, set(archive.namelist())
    found = (normpath(join(str(folder), unquote(href))) for href in _spine(_parsed(archive, place)))
    return [name for name in found if name in names] or None


def _spine(package: etree._Element | None) -> Iterator[str]:
    """Where the pages of a book are, in reading order and without its table of contents."""
    items = {x.get("id"): x for x in every(first(package, "manifest"), "item")}
    for reference in every(first(package, "spine"), "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            yield item.get("href") or ""


def media_type(archive: zipfile.ZipFile) -> str:
    """What an OpenDocument or a book says that it is; empty for other archives."""
    try:
        info = archive.getinfo("mimetype")
    except KeyError:
        return ""
    return archive.read(info)[:_MIME].decode("ascii", "replace").strip() if info.file_size <= _MIME else ""


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        info = archive.getinfo(name)
        if info.file_size > _MAX_PART:
            return None
        root: etree._Element = etree.fromstring(archive.read(info), parser)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        return None
    return root if local_name(root) else None
