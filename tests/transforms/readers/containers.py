"""Small files of word processors, books, databases and spreadsheets."""

import io
import sqlite3
import struct
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.feather

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
