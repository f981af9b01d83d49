"""CSV, TSV and Parquet."""

import gzip
import io
import json

import polars as pl
import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import ReadOptions, read
from transforms.readers.records import rows

TEXT = "The council reopened the bridge on Monday."


def read_bytes(data: bytes, name: str, **options):
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions(**options)))


def parquet(frame: pl.DataFrame) -> bytes:
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


FRAME = pl.DataFrame(
    {
        "title": ["A b", "C d"],
        "text": [TEXT, TEXT],
        "authors": [["Ann Lee"], ["Bo Ek", "Cy Day"]],
        "date": ["2019-03-04", None],
    }
)


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        pytest.param(
            f'title,text,date\nA b,{TEXT},2019-03-04\n"C, d","{TEXT}\nMore.",\n'.encode(), "a.csv", "csv", id="CSV"
        ),
        pytest.param(f"title;text\nA b;{TEXT}\nC d;{TEXT}\n".encode(), "a", "csv", id="semicolons, no name"),
        pytest.param(f"title\ttext\nA b\t{TEXT}\nC d\t{TEXT}\n".encode(), "a.tsv", "csv", id="TSV"),
        pytest.param(f"title,text\r\nA b,{TEXT}\r\nCafé,{TEXT}\r\n".encode("cp1252"), "a.csv", "csv", id="Windows CSV"),
        pytest.param(
            b"\xef\xbb\xbf" + f"title,text\nA b,{TEXT}\nC d,{TEXT}\n".encode(), "a.csv", "csv", id="byte order mark"
        ),
        pytest.param(
            gzip.compress(f"title,text\nA b,{TEXT}\nC d,{TEXT}\n".encode()), "a.csv.gz", "csv", id="packed CSV"
        ),
        pytest.param(
            f"Search for bridges\n\ntitle,text,date\nA b,{TEXT},\nC d,{TEXT},\n".encode(), "a.csv", "csv", id="a title"
        ),
        pytest.param(
            f"Made on 4 March, 2019\r\ntitle,text,date\r\nA b,{TEXT},\r\nC d,{TEXT},\r\n".encode("utf-16"),
            "a.csv",
            "csv",
            id="the day of an export, with a comma, in UTF-16",
        ),
        pytest.param(f"sep=;\ntitle;text\nA b;{TEXT}\nC d;{TEXT}\n".encode(), "a.csv", "csv", id="Excel's first line"),
        pytest.param(parquet(FRAME), "a.parquet", "parquet", id="Parquet"),
        pytest.param(gzip.compress(parquet(FRAME)), "a.parquet.gz", "parquet", id="packed Parquet"),
    ],
)
def test_each_row_is_an_article(data, name, format_name):
    items = read_bytes(data, name)
    assert [getattr(item, "format", item) for item in items] == [format_name] * 2
    assert items[0].title.value == "A b"
    assert items[0].uri.endswith("#1")
    assert items[1].uri.endswith("#2")
    assert TEXT in items[1].text


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        pytest.param(f"sep=;\nKopf;Inhalt, ganz\nA;{TEXT}\n", [TEXT], id="Excel's first line above unknown names"),
        pytest.param(
            f'Kopf,"Inhalt, ganz",Art\nA,{TEXT},x\ntitle,text,y\n', [TEXT, "text"], id="unknown names, known ones below"
        ),
    ],
)
def test_lines_that_are_no_names_are_told_from_names_that_are_not_known(data, texts):
    items = read_bytes(data.encode(), "a.csv", fields={"text": "Inhalt, ganz"})
    assert [getattr(item, "text", item) for item in items] == texts


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_record_that_is_not_in_the_encoding_of_those_before_it_is_decoded_by_itself(name):
    """Past the part that the encoding is told from: the first letter beyond ASCII may be a million bytes away."""

    def row(title):
        return (
            f"{title},{TEXT}\n"
            if name == "a.csv"
            else json.dumps({"title": title, "text": TEXT}, ensure_ascii=False) + "\n"
        )

    head = "title,text\n" if name == "a.csv" else ""
    plain = (head + row("A b") * 1500).encode()
    items = read_bytes(
        plain + row("Café à Zürich").encode("cp1252") + row("Ο δήμος").encode() + row("C d").encode(), name
    )
    assert [(item.title.value, item.encoding) for item in items[-4:]] == [
        ("A b", "utf-8"),
        ("Café à Zürich", "cp1252"),
        ("Ο δήμος", "utf-8"),
        ("C d", "utf-8"),
    ]


@pytest.mark.parametrize(
    "encodings",
    [
        pytest.param(["cp1252", "utf-8"], id="half and half"),
        pytest.param(["utf-8", "cp1252"], id="UTF-8 first"),
        pytest.param(["utf-8", *["cp1252"] * 9], id="one in UTF-8"),
        pytest.param([*["cp1252"] * 9, "utf-8"], id="the last in UTF-8"),
        pytest.param(["cp1252", *["utf-8"] * 9], id="one in Windows-1252"),
    ],
)
def test_a_table_pasted_together_from_two_encodings_has_each_row_in_its_own(encodings):
    title, text = "El señor Muñoz à Zürich", "“Ça va,” said Jürgen Groß."
    rows = [f'{title},"{text}"\n'.encode(encoding) for encoding in encodings]
    items = read_bytes(b"title,text\n" + b"".join(rows), "a.csv")
    assert [(item.encoding, item.title.value, text in item.text) for item in items] == [
        (encoding, title, True) for encoding in encodings
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
@pytest.mark.parametrize(
    ("delimiter", "name"),
    [pytest.param(",", "a.csv", id="CSV"), pytest.param("\t", "a.txt", id="TSV by its names")],
)
@pytest.mark.parametrize("count", [2, 150])
def test_a_table_with_a_byte_order_mark_keeps_its_first_column(encoding, delimiter, name, count):
    """As Excel writes them. A long one is told by its first bytes, which may end within a letter."""
    table = f"\ufefftitle{delimiter}text\r\n" + f"Café 😀😀{delimiter}{TEXT * 12}\r\n" * count
    items = read_bytes(table.encode(encoding), name)
    assert {(item.format, item.encoding, item.title.value, item.text.split("\n")[1]) for item in items} == {
        ("csv", encoding, "Café 😀😀", TEXT * 12)
    }
    assert len(items) == count


@pytest.mark.parametrize(
    ("stated", "instant"),
    [
        ("1609459200", "2021-01-01 00:00:00+00:00"),
        ("1609459200.0", "2021-01-01 00:00:00+00:00"),
        ("1609459200000", "2021-01-01 00:00:00+00:00"),
        ("2021-01-01T00:00:00z", "2021-01-01 00:00:00+00:00"),
        ("160945920", "None"),
        ("202501151230", "None"),  # a time without marks, no milliseconds
    ],
)
def test_times_of_a_row(stated, instant):
    items = read_bytes(f"title,text,date,updated\nA b,{TEXT},{stated},{stated}\n".encode(), "a.csv")
    row = normalize(items)[0].row(0, named=True)
    assert [str(row["published_at"]), str(row["modified_at"])] == [instant] * 2


@pytest.mark.parametrize(
    ("stated", "local"),
    [
        pytest.param("45755", "2025-04-08 00:00:00", id="a day"),
        pytest.param("45755.0", "2025-04-08 00:00:00", id="a day, as pandas writes it"),
        pytest.param("45755.5", "2025-04-08 12:00:00", id="noon"),
        pytest.param("45755,354166666664", "2025-04-08 08:30:00", id="a comma, and what is lost by rounding"),
        pytest.param("45755.99999999", "2025-04-09 00:00:00", id="midnight, but for rounding"),
        pytest.param("25569", "1970-01-01 00:00:00", id="the first"),
        pytest.param("20178", "None", id="days since 1970"),
        pytest.param("2025", "None", id="a year"),
        pytest.param("90210", "None", id="no day"),
        pytest.param("45755 words", "None", id="no number"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_days_as_spreadsheets_count_them(stated: str, local: str, form: str) -> None:
    columns = {"title": ["A b"], "text": [TEXT], "Pub date": [stated], "updated": [stated]}
    data = parquet(pl.DataFrame(columns)) if form == "parquet" else pl.DataFrame(columns).write_csv().encode()
    (item,) = read_bytes(data, f"a.{form}")
    assert str(normalize([item])[0]["published_local"][0]) == local
    if local != "None":
        assert item.published == item.modified


def test_numbers_of_parquet_are_days_and_those_of_json_are_not() -> None:
    columns = {"title": ["A b"], "text": [TEXT], "date": [45755.5]}
    (item,) = read_bytes(parquet(pl.DataFrame(columns)), "a.parquet")
    assert item.published.value == "2025-04-08T12:00:00"
    (item,) = read_bytes(json.dumps({"title": "A b", "text": TEXT, "date": 45755}).encode(), "a.json")
    assert item.published.value == "45755"


@pytest.mark.parametrize(
    "names",
    ["Titel;Volltext;Datum", "Titulo;Texto;Fecha", "Titre;Texte;Date de publication"],
    ids=["German", "Spanish", "French"],
)
def test_columns_that_a_colleague_named_in_another_language(names):
    (item,) = read_bytes(f"{names}\nA b;{TEXT};14.03.2025\n".encode(), "a.csv")
    assert (item.title.value, item.published.value) == ("A b", "14.03.2025")


def test_columns_are_mapped():
    data = f"kop,inhoud,wie\nA b,{TEXT},Ann Lee\n".encode()
    (item,) = read_bytes(data, "a.csv", fields={"title": "kop", "text": "inhoud", "authors": "wie"})
    assert (item.title.value, item.authors.values) == ("A b", ("Ann Lee",))


@pytest.mark.parametrize(
    ("data", "name", "reasons"),
    [
        pytest.param(
            f"title,text\nA,{TEXT},x,y,z\nB,{TEXT}\n".encode(), "a.csv", [RejectReason.MALFORMED, None], id="ragged row"
        ),
        pytest.param(
            f"title,text\nA,\nB,{TEXT}\n".encode(), "a.csv", [RejectReason.NO_TEXT, None], id="row without text"
        ),
        pytest.param(b"title,text\n", "a.csv", [RejectReason.EMPTY], id="no rows"),
        pytest.param(b"PAR2" + parquet(FRAME)[4:], "a.parquet", [None, None], id="wrong magic in front is not read"),
        pytest.param(b"not parquet at all", "a.parquet", [RejectReason.MALFORMED], id="no Parquet"),
        pytest.param(parquet(FRAME)[:-8], "a.parquet", [RejectReason.MALFORMED], id="truncated Parquet"),
    ],
)
def test_bad_rows_and_tables(data, name, reasons):
    assert [getattr(item, "reason", None) for item in read_bytes(data, name)] == reasons


@pytest.mark.parametrize("column", ["words", "text"], ids=["a table of nobody's", "a row without a text"])
def test_names_of_columns_that_are_told_are_texts(column: str) -> None:
    """A byte that is no UTF-8 beside letters that are: the lake could not store what was told of it."""
    data = b"\x80title," + "ß\u4e2d\u6587 ".encode() * 9 + f",{column}\nA b,c,\n".encode()
    (refused,) = read_bytes(data, "a.csv", fields={"title": "nothing"})
    assert isinstance(refused, Rejected)
    assert "\ufffdtitle" in refused.detail
    assert refused.named is None or "\ufffdtitle" in refused.named.keys


def rows_of(table: str, name: str) -> list[tuple[str, str] | str]:
    """Title and body of each row, or the reason why it has none."""
    items = read_bytes(table.encode(), name)
    return [
        (item.title.value, item.text.split("\n", 1)[1]) if isinstance(item, RawArticle) else item.reason.value
        for item in items
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            f'B,"cut {TEXT}\nC,{TEXT}\nD,{TEXT}\n', ["malformed", ("C", TEXT), ("D", TEXT)], id="up to the end"
        ),
        pytest.param(f'B,"cut {TEXT}\nC,"{TEXT}"\n', ["malformed", ("C", TEXT)], id="up to another mark"),
        pytest.param(f'"B","cut {TEXT}\n"C","{TEXT}"\n', ["malformed", ("C", TEXT)], id="all fields in marks"),
        pytest.param(
            f'B,"cut\nC,"{TEXT}\n{TEXT}"\n', ["malformed", ("C", f"{TEXT}\n{TEXT}")], id="before a row of two lines"
        ),
        pytest.param(f'B,"cut\nC,"cut\nD,{TEXT}\n', ["malformed", "malformed", ("D", TEXT)], id="twice"),
        pytest.param(
            f'B,"cut\nHe came, and went.\nHe went\nC,"{TEXT}"\n',
            ["malformed", "malformed", "malformed", ("C", TEXT)],
            id="what is left of a text is no row",
        ),
        pytest.param(f'"B" b,{TEXT}\n', [('"B" b', TEXT)], id="marks within a field that are not doubled"),
        pytest.param(f'"B" b,"{TEXT}"\n', [("B b", TEXT)], id="such marks beside a field in marks"),
        pytest.param(f'"B" b,"{TEXT}\nC,{TEXT}\n', ["malformed", ("C", TEXT)], id="such marks beside an open field"),
        pytest.param(f'B,"{TEXT}\n\nC, ""d"".\n"\n', [("B", f'{TEXT}\nC, "d".')], id="line ends in marks"),
    ],
)
def test_a_mark_that_does_not_close_costs_its_own_row(table, expected):
    assert rows_of(f'title,text\nA,"{TEXT}"\n{table}', "a.csv") == [("A", TEXT), *expected]


QUOTED = f'A\t"{TEXT}\nThe ""old"" bridge."\n'


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(f'title\ttext\n"Never," he says\t{TEXT}\n', [('"Never," he says', TEXT)], id="a title"),
        pytest.param(
            f'title\ttext\nA\t"We {TEXT}\n"B" b\t{TEXT}\n', [("A", f'"We {TEXT}'), ('"B" b', TEXT)], id="an open mark"
        ),
        pytest.param(
            f'title\ttext\n"Never"\t{TEXT}\nB\tHe "was" here.\n', [('"Never"', TEXT), ("B", 'He "was" here.')], id="all"
        ),
        pytest.param(
            f'title\ttext\n{QUOTED}"B" b\t{TEXT}\n',
            [("A", f'{TEXT}\nThe "old" bridge.'), ('"B" b', TEXT)],
            id="marks of the table",
        ),
        pytest.param(
            f'"title"\t"text"\n"A"\t"{TEXT}"\n"B"\t"cut\n"C"\t"{TEXT}"\n',
            [("A", TEXT), "malformed", ("C", TEXT)],
            id="names in marks",
        ),
        pytest.param(
            "title\ttext\n" + QUOTED.replace("bridge.", "bridge. " * 10_000) + f'B\t"{TEXT}"\n',
            [("A", f'{TEXT}\nThe "old" {("bridge. " * 10_000).strip()}'), ("B", TEXT)],
            id="a field longer than what is looked at",
        ),
    ],
)
def test_marks_in_a_table_with_tabs(table, expected):
    assert rows_of(table, "a.tsv") == expected


@pytest.mark.parametrize("row", ["A,b\n", 'A,"b\n', 'b","b\n', 'A,""b\n', "\n"])
def test_each_line_behind_an_open_mark_is_read_a_few_times_at_most(row, monkeypatch):
    readings = 0
    taken = rows._Lines.__next__

    def count(lines):
        nonlocal readings
        readings += 1
        return taken(lines)

    monkeypatch.setattr(rows._Lines, "__next__", count)
    table = io.StringIO('A,"b\n' + row * 3000, newline="")
    assert sum(1 for _ in rows.read_rows(table, ",", 2, 5_000, quoted=True)) > 1000
    assert readings < 5 * 3000


def test_a_row_over_the_limit_costs_no_other():
    table = f'title,text\nA,{"x" * 2000}\nB,"cut\nC,{"x" * 2000}\nD,{TEXT}\n'
    items = read_bytes(table.encode(), "a.csv", max_record_bytes=1000)
    assert [getattr(item, "reason", None) for item in items] == [RejectReason.MALFORMED] * 3 + [None]
