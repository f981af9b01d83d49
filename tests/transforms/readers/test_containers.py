"""Files that other programs keep articles in: word processors, books, databases; and what has to be saved anew."""

import os
import signal
import struct
import subprocess
import sys
from unittest.mock import Mock

import pytest
from containers import (
    ARTICLES,
    BOOK_IN_ODS,
    BOX,
    CHANGED,
    FIRST,
    LINES,
    NAMES,
    OFFSETS,
    P1,
    P2,
    RUNS,
    SECOND,
    TITLE,
    arrow_stream,
    database,
    docx,
    epub,
    feather,
    inline,
    odt,
    paragraph,
    read_bytes,
    sheet,
    xlsx,
    zipped,
)

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        pytest.param(docx("".join(map(paragraph, LINES))), "docx", id="DOCX"),
        pytest.param(docx("".join(map(paragraph, LINES[:3])) + RUNS + paragraph(P2)), "docx", id="runs"),
        pytest.param(docx("".join(map(paragraph, LINES[:3])) + CHANGED + paragraph(P2)), "docx", id="tracked changes"),
        pytest.param(
            docx(
                "".join(map(paragraph, LINES[:3]))
                + f"<w:tbl><w:tr><w:tc>{paragraph(P1)}</w:tc><w:tc>{paragraph(P2)}</w:tc></w:tr></w:tbl>"
            ),
            "docx",
            id="table",
        ),
        pytest.param(
            docx("".join(map(paragraph, LINES[:3])) + f"<w:p><w:r><w:t>{P1}</w:t></w:r>{BOX}</w:p>"),
            "docx",
            id="text box",
        ),
        pytest.param(odt(*LINES[:3], f"{P1[:20]}<text:span>{P1[20:30]}</text:span>{P1[30:]}", P2), "odt", id="ODT"),
    ],
)
def test_word_processors(data, format_name):
    (item,) = read_bytes(data)
    assert (item.format, item.uri, item.title.value, item.authors.values) == (
        format_name,
        "file:///a",
        TITLE,
        ("By Ann Lee",),
    )
    assert [item.text[b.start : b.end] for b in item.blocks if b.kind == "body"] == [P1, P2]


def test_an_export_may_be_a_word_processors_file():
    head = f"{TITLE}|The Vellmar Post|March 4, 2019 Monday|Copyright 2019|Length: 9 words|Body"
    text = f"{head}|{P1}|{P2}|Classification|Language: ENGLISH|End of Document|".replace("|", "\n")
    items = read_bytes(docx("".join(map(paragraph, (text * 2).split("\n")))))
    assert [(item.format, item.uri, item.title.value) for item in items] == [
        ("lexisnexis", "file:///a#1", TITLE),
        ("lexisnexis", "file:///a#2", TITLE),
    ]


def test_a_book_is_its_pages_in_reading_order():
    items = read_bytes(epub())
    assert [(item.uri, item.title.value) for item in items] == [
        ("file:///a!/O/b.xhtml", "Second"),
        ("file:///a!/O/a a.xhtml", "First"),
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(arrow_stream(), "a.arrow", id="stream"),
        pytest.param(feather(), "a.feather", id="Feather"),
        pytest.param(feather(), "a", id="Feather without a name"),
    ],
)
def test_arrow(data, name):
    items = read_bytes(data, name)
    assert [(item.format, item.uri, item.title.value) for item in items] == [
        ("arrow", f"file:///{name}#1", TITLE),
        ("arrow", f"file:///{name}#2", "Buses"),
    ]


def test_sqlite(tmp_path):
    first, second, refused = read_bytes(database(tmp_path))
    assert [(item.format, item.uri, item.title.value) for item in (first, second)] == [
        ("sqlite", "file:///a#news/1", TITLE),
        ("sqlite", "file:///a#news/2", "Buses"),
    ]
    assert first.authors.values == ("Ann Lee",)
    assert (refused.uri, refused.reason) == ("file:///a#tweets", RejectReason.NO_TEXT)


def test_sqlite_where_no_file_is_without_a_name(tmp_path, monkeypatch):
    data = database(tmp_path)
    monkeypatch.setattr(os, "link", Mock(side_effect=OSError))
    assert len(read_bytes(data)) == 3
    monkeypatch.delattr(os, "O_TMPFILE")
    assert len(read_bytes(data)) == 3


KILLED = """
import io, os, signal, sys
from transforms.article import Source
from transforms.readers import read

class Stream(io.BytesIO):
    def read(self, size=-1):
        if "copied" in sys.argv and self.tell() == len(self.getvalue()):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(size)

data = open(sys.argv[1], "rb").read()
for item in read(Source("file:///a", "a", len(data), Stream(data))):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="files without a name are Linux's")
@pytest.mark.parametrize("while_it_is", ["copied", "read"])
def test_nothing_is_left_of_a_copy_when_its_process_is_killed(tmp_path, while_it_is):
    database(tmp_path)
    place = tmp_path / "temporary"
    place.mkdir()
    command = [sys.executable, "-c", KILLED, tmp_path / "a.db", while_it_is]
    ended = subprocess.run(command, env=os.environ | {"TMPDIR": str(place)}, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert list(place.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "uris"),
    [
        pytest.param(xlsx(sheet(NAMES, FIRST, SECOND)), ["#1", "#2"], id="a sheet"),
        pytest.param(xlsx(sheet(inline("A1", "Results"), NAMES, FIRST, SECOND)), ["#1", "#2"], id="a line above"),
        pytest.param(xlsx(sheet(), sheet(NAMES, FIRST, SECOND)), ["#1", "#2"], id="an empty sheet"),
        pytest.param(xlsx(sheet(NAMES, FIRST), sheet(NAMES, SECOND)), ["!/S0#1", "!/S1#1"], id="two sheets"),
        pytest.param(
            xlsx(sheet(NAMES, FIRST.replace(' s="1"', ""), SECOND.replace(' s="2"', ""))),
            ["#1", "#2"],
            id="days without the format of one",
        ),
        pytest.param(BOOK_IN_ODS, ["#1", "#2"], id="ODS"),
    ],
)
def test_spreadsheets(data, uris):
    items = read_bytes(data, "a.xlsx")
    assert [item.uri.removeprefix("file:///a.xlsx") for item in items] == uris
    found = [(x.title.value, x.published.value, x.authors.values if x.authors else None) for x in items]
    assert found == ARTICLES
    assert items[0].text == f"{TITLE}\n{P1}"
    assert items[1].text == f"Buses\n{P2}\n{P1}"


@pytest.mark.parametrize(
    ("data", "name", "reason", "told"),
    [
        pytest.param(arrow_stream()[:-400], "a.arrow", RejectReason.MALFORMED, "Arrow", id="cut stream"),
        pytest.param(
            arrow_stream().replace(OFFSETS, struct.pack("<iii", 0, 2**30, 2**31 - 1)),
            "a.arrow",
            RejectReason.MALFORMED,
            "Arrow",
            id="texts beyond the file",
        ),
        pytest.param(feather()[:-40], "a.feather", RejectReason.MALFORMED, "Arrow", id="cut Feather"),
        pytest.param(
            b"SQLite format 3\x00" + b"x" * 5000, "a.db", RejectReason.MALFORMED, "SQLite", id="broken SQLite"
        ),
        pytest.param(docx("<w:p>"), "a.docx", RejectReason.MALFORMED, "XML", id="broken DOCX"),
        pytest.param(docx(""), "a.docx", RejectReason.EMPTY, "white space", id="DOCX without text"),
        pytest.param(xlsx(sheet()), "a.xlsx", RejectReason.EMPTY, "without rows", id="empty XLSX"),
        pytest.param(xlsx(sheet(NAMES, FIRST)[:-50]), "a.xlsx", RejectReason.MALFORMED, "sheet", id="broken XLSX"),
        pytest.param(
            xlsx(sheet(inline("A1", "id") + inline("B1", "url"), inline("A2", "1") + inline("B2", "x"))),
            "a.xlsx",
            RejectReason.NO_TEXT,
            "--map text=COLUMN",
            id="XLSX without texts",
        ),
        pytest.param(
            zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}),
            "a.xlsb",
            RejectReason.MALFORMED,
            "save it as CSV",
            id="broken XLSB",
        ),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a"}),
            "a.ods",
            RejectReason.MALFORMED,
            "save it as CSV",
            id="broken ODS",
        ),
        pytest.param(
            zipped({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<a/>"}),
            "a.odp",
            RejectReason.UNKNOWN_FORMAT,
            "no articles",
            id="slides",
        ),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\n", "a.pdf", RejectReason.UNKNOWN_FORMAT, "pdftotext", id="PDF"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a.doc", RejectReason.UNKNOWN_FORMAT, "DOCX", id="DOC"),
        pytest.param(b"7z\xbc\xaf\x27\x1c\x00", "a.7z", RejectReason.UNKNOWN_FORMAT, "ZIP", id="7-Zip"),
        pytest.param(
            b"[InternetShortcut]\r\nURL=https://paper.example/\r\n",
            "a.url",
            RejectReason.UNKNOWN_FORMAT,
            "the address in it",
            id="shortcut",
        ),
        pytest.param(
            b'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key></dict></plist>',
            "a.webloc",
            RejectReason.UNKNOWN_FORMAT,
            "the address in it",
            id="shortcut of a Mac",
        ),
        pytest.param(
            b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>',
            "sitemap.xml",
            RejectReason.UNKNOWN_FORMAT,
            "a list of addresses",
            id="sitemap",
        ),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.jpg", RejectReason.UNKNOWN_FORMAT, "a picture", id="JPEG"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "a.png", RejectReason.UNKNOWN_FORMAT, "a picture", id="PNG"),
        pytest.param(b"RIFF\x24\x00\x00\x00WEBPVP8 ", "a.webp", RejectReason.UNKNOWN_FORMAT, "a picture", id="WebP"),
        pytest.param(b"\x00\x00\x01\x00\x01\x00", "a.ico", RejectReason.UNKNOWN_FORMAT, "a picture", id="icon"),
        pytest.param(b"wOF2\x00\x01\x00\x00", "a.woff2", RejectReason.UNKNOWN_FORMAT, "a font", id="font"),
        pytest.param(
            b"id,publish_date,title,url\n1,2025-03-01,Bridge,https://paper.example/1\n",
            "a.csv",
            RejectReason.NO_TEXT,
            "the addresses under url",
            id="list of addresses",
        ),
        pytest.param(b"\x03Ann\x00\x00", "b/~$a.docx", RejectReason.UNKNOWN_FORMAT, "while it is open", id="open DOCX"),
        pytest.param(
            b"[.ShellClassInfo]\r\nIconIndex=3\r\n",
            "desktop.ini",
            RejectReason.UNKNOWN_FORMAT,
            "nothing to read",
            id="how a folder looks",
        ),
        pytest.param(
            b"https://paper.example/a\n\nhttps://paper.example/b?id=1\n",
            "a.txt",
            RejectReason.NOT_AN_ARTICLE,
            "copydesk run $(cat FILE)",
            id="addresses",
        ),
        pytest.param(b"p { color: red }\n", "a.css", RejectReason.NOT_AN_ARTICLE, "saved page", id="style sheet"),
        pytest.param(b'say("Yes");\n', "A.JS", RejectReason.NOT_AN_ARTICLE, "saved page", id="script"),
        pytest.param(b"var a;\n", "b/a.js.download", RejectReason.NOT_AN_ARTICLE, "saved page", id="script by Chrome"),
        pytest.param(
            b"<svg><text>Yes</text></svg>\n", "a.svg", RejectReason.NOT_AN_ARTICLE, "saved page", id="drawing"
        ),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data, name, reason, told):
    item = read_bytes(data, name)[-1]
    assert item.reason is reason
    assert told in item.detail


def test_a_book_without_its_list_of_pages_is_an_archive():
    assert any(isinstance(item, RawArticle) for item in read_bytes(epub(spine="")))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(b'{"title": "A b", "text": "They said so, and so they did."}\n', "a.js", id="records"),
        pytest.param(b"The council reopened the bridge on Monday.\n", "node.js notes.txt", id="a name with it"),
        pytest.param(b"The council reopened the bridge on Monday.\n", "css", id="a name without a full stop"),
        pytest.param(b"https://paper.example/a\n\nThe bridge is open.\n", "a.txt", id="an address above a text"),
    ],
)
def test_what_looks_like_what_is_refused_is_read(data, name):
    (item,) = read_bytes(data, name)
    assert isinstance(item, RawArticle)
