"""Files that other programs keep articles in: word processors, books, databases; and what has to be saved anew."""

import io
import os
import signal
import sqlite3
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from unittest.mock import Mock

import pyarrow as pa
import pyarrow.feather
import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.readers import read

TITLE = "Harbour of Vellmar reopens"
P1 = "The harbour of Vellmar opened again on Monday after a storm that had lasted for two days."
P2 = "“We could not wait any longer,” harbour master Tom Brekke told reporters."
ROWS = [{"title": TITLE, "text": P1, "author": "Ann Lee"}, {"title": "Buses", "text": P2, "author": None}]


def read_bytes(data: bytes, name: str = "a") -> list[RawArticle | Rejected]:
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data))))


def zipped(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="m" xmlns:v="v"'


def docx(body: str) -> bytes:
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "word/styles.xml": "<a/>"})


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def odt(*paragraphs: str) -> bytes:
    text = "".join(f"<text:p>{p}</text:p>" for p in paragraphs)
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        f'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{text}'
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": "<a/>"})


LINES = (TITLE, "By Ann Lee", "March 4, 2019", P1, P2)
RUNS = "<w:p>" + "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in (P1[:20], P1[20:30], P1[30:])) + "</w:p>"
CHANGED = f"<w:p><w:del><w:r><w:delText>No.</w:delText></w:r></w:del><w:ins><w:r><w:t>{P1}</w:t></w:r></w:ins></w:p>"
FALLBACK = f"<mc:Fallback>{paragraph('twice')}</mc:Fallback>"
BOX = f"<w:r><mc:AlternateContent><mc:Choice>{paragraph(P2)}</mc:Choice>{FALLBACK}</mc:AlternateContent></w:r>"


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


def epub(spine: str = '<itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/>') -> bytes:
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><body><article><h1>{}</h1>{}</article></body></html>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a%20a.xhtml"/>'
        '<item id="b" href="b.xhtml"/><item id="nav" href="nav.xhtml" properties="nav"/><item id="c" href="c.css"/>'
        f"</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "O/p.opf": package,
            "O/nav.xhtml": page.format("Contents", "<p>Harbour</p>"),
            "O/c.css": "p { margin: 0 }",
            "O/a a.xhtml": page.format("First", f"<p>{P1}</p><p>{P2}</p>" * 3),
            "O/b.xhtml": page.format("Second", f"<p>{P2}</p><p>{P1}</p>" * 3),
        }
    )


def test_a_book_is_its_pages_in_reading_order():
    items = read_bytes(epub())
    assert [(item.uri, item.title.value) for item in items] == [
        ("file:///a!/O/b.xhtml", "Second"),
        ("file:///a!/O/a a.xhtml", "First"),
    ]


def arrow_stream() -> bytes:
    table, buffer = pa.Table.from_pylist(ROWS), io.BytesIO()
    with pa.ipc.new_stream(buffer, table.schema) as writer:
        writer.write_table(table)
    return buffer.getvalue()


OFFSETS = struct.pack("<iii", 0, len(TITLE), len(TITLE) + len("Buses"))


def feather() -> bytes:
    buffer = io.BytesIO()
    pa.feather.write_feather(pa.Table.from_pylist(ROWS), buffer)
    return buffer.getvalue()


def database(folder: Path) -> bytes:
    path = folder / "a.db"
    with sqlite3.connect(path) as con:
        con.execute("CREATE TABLE news (title, text, author)")
        con.executemany("INSERT INTO news VALUES (:title, :text, :author)", ROWS)
        con.execute("CREATE TABLE tweets (id, handle)")
    con.close()
    return path.read_bytes()


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


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
BOOK = f'<Relationship Id="b" Type="{SHEET.replace("worksheet", "officeDocument")}" Target="xl/workbook.xml"/>'
STYLES = (
    f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
RICH = f"<si><r><t>{P1[:20]}</t></r><r><t>{P1[20:]}</t></r></si>"
SHARED = f"<sst {MAIN}><si><t>Title</t></si><si><t>Text</t></si>{RICH}</sst>"


def xlsx(*sheets: str) -> bytes:
    names = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(len(sheets)))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{SHEET}" Target="worksheets/s{n}.xml"/>' for n in range(len(sheets))
    )
    parts = {f"xl/worksheets/s{n}.xml": sheet for n, sheet in enumerate(sheets)}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{BOOK}</Relationships>',
            "xl/workbook.xml": f"<workbook {MAIN} {REL}><sheets>{names}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
            "xl/sharedStrings.xml": SHARED,
            "xl/styles.xml": STYLES,
        }
        | parts
    )


def sheet(*rows: str) -> str:
    numbered = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(rows, start=1))
    return f"<worksheet {MAIN}><sheetData>{numbered}</sheetData></worksheet>"


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


NAMES = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>' + inline("C1", "Date") + inline("D1", "Author")
FIRST = inline("A2", TITLE) + '<c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>43528.75347222222</v></c>'
SECOND = (
    inline("A3", "Buses")
    + inline("B3", f"{P2}_x000D_\n\n{P1}")
    + '<c r="C3" s="2"><v>43529</v></c>'
    + inline("D3", "Bo Ek")
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def ods(*rows: tuple[str, ...]) -> bytes:
    cells = ["".join(f"<table:table-cell{cell}</table:table-cell>" for cell in row) for row in rows]
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    names = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="S0">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def words(text: str) -> str:
    return f' office:value-type="string"><text:p>{text}</text:p>'


def moment(iso: str) -> str:
    return f' office:value-type="date" office:date-value="{iso}"><text:p>{iso}</text:p>'


BOOK_IN_ODS = ods(
    tuple(map(words, ("Title", "Text", "Date", "Author"))),
    (words(TITLE), words(P1), moment("2019-03-04T18:05:00"), words("")),
    (words("Buses"), words(P2) + f"<text:p>{P1}</text:p>", moment("2019-03-05"), words("Bo Ek")),
)
ARTICLES = [(TITLE, "2019-03-04T18:05:00", None), ("Buses", "2019-03-05", ("Bo Ek",))]


@pytest.mark.parametrize(
    ("data", "uris"),
    [
        pytest.param(xlsx(sheet(NAMES, FIRST, SECOND)), ["#1", "#2"], id="a sheet"),
        pytest.param(xlsx(sheet(inline("A1", "Results"), NAMES, FIRST, SECOND)), ["#1", "#2"], id="a line above"),
        pytest.param(xlsx(sheet(), sheet(NAMES, FIRST, SECOND)), ["#1", "#2"], id="an empty sheet"),
        pytest.param(xlsx(sheet(NAMES, FIRST), sheet(NAMES, SECOND)), ["!/S0#1", "!/S1#1"], id="two sheets"),
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
