"""Reading by content: what comes out of every kind of bytes, and why the rest does not."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import article_id
from transforms.readers import ReadOptions, read

PAGE = """<!doctype html><html lang="en"><head><title>Bridge reopens | The Example</title></head><body><article>
<h1>Bridge reopens</h1>{}</article></body></html>""".format(
    "".join(
        f"<p>Paragraph {n} of the story about the bridge, which the council reopened on Monday morning.</p>"
        for n in range(6)
    )
)
PLAIN = "Bridge reopens\n\nMarch 4, 2019, 5:21 PM\n\nThe council reopened the bridge on Monday.\n"
RECORD = json.dumps({"title": "Bridge reopens", "text": "The council reopened the bridge on Monday."})


def read_bytes(data: bytes, name: str = "a", **options) -> list[RawArticle | Rejected]:
    source = Source(f"file:///{name}", name, len(data), io.BytesIO(data))
    return list(read(source, ReadOptions(**options)))


@pytest.mark.parametrize(
    ("data", "name", "format_name"),
    [
        pytest.param(PLAIN.encode(), "a.txt", "plain", id="plain text"),
        pytest.param(PLAIN.encode(), "a", "plain", id="plain text without a name"),
        pytest.param(PAGE.encode(), "a.html", "html", id="page"),
        pytest.param(PAGE.encode(), "a.txt", "html", id="page with the wrong name"),
        pytest.param(b"\xef\xbb\xbf" + PAGE.encode(), "a", "html", id="page after a byte order mark"),
        pytest.param(f"{RECORD}\n{RECORD}\n".encode(), "a", "jsonl", id="records without a name"),
        pytest.param(f"{RECORD}\n".encode(), "a.jsonl", "jsonl", id="one record"),
        pytest.param(
            b"a < b and b > c.\n\nSo the teacher said on Monday.\n",
            "a.html",
            "plain",
            id="no page in spite of its name",
        ),
    ],
)
def test_format_is_told_by_content(data, name, format_name):
    items = read_bytes(data, name)
    assert items
    assert {item.format for item in items if isinstance(item, RawArticle)} == {format_name}


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b"", "a.txt", RejectReason.EMPTY, id="no bytes"),
        pytest.param(b" \n\t\n", "a.txt", RejectReason.EMPTY, id="white space"),
        pytest.param("\ufeff\n".encode(), "a.txt", RejectReason.EMPTY, id="nothing but a byte order mark"),
        pytest.param(b"Some words\x00\x00\x01 and more", "a.txt", RejectReason.BINARY, id="NUL bytes"),
        pytest.param(bytes(range(1, 32)) * 50, "a.txt", RejectReason.BINARY, id="control characters"),
        pytest.param(b"\xff\xfe\x00\xd8\x00\xd8a", "a.txt", RejectReason.UNDECODABLE, id="broken UTF-16"),
        pytest.param(
            b"<html><body><nav>Menu</nav></body></html>", "a.html", RejectReason.NO_TEXT, id="page without article"
        ),
        pytest.param(b'{"title": "x", "text"\n', "a.jsonl", RejectReason.MALFORMED, id="broken record"),
        pytest.param(b"[1, 2]\n", "a.jsonl", RejectReason.MALFORMED, id="a list is no record"),
        pytest.param(b'{"n": 1}\n', "a.jsonl", RejectReason.NO_TEXT, id="record without text"),
        pytest.param(
            b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "a.jsonl", RejectReason.MALFORMED, id="JSON 10,000 deep"
        ),
        pytest.param(b'{"title": "x", "text": "a\\ud800b"}\n', "a.jsonl", RejectReason.MALFORMED, id="lone surrogate"),
        pytest.param(b"x" * 2000, "a.txt", RejectReason.TOO_LARGE, id="over the limit"),
        pytest.param(
            b'{"text": "' + b"x" * 2000 + b'"}\n', "a.jsonl", RejectReason.TOO_LARGE, id="line over the limit"
        ),
        pytest.param(PAGE.encode() * 3, "a.html", RejectReason.TOO_LARGE, id="page over the limit"),
        pytest.param(b"-----\n*****\n", "a.txt", None, id="rulers are text"),
    ],
)
def test_bad_input_has_one_reason(data, name, reason):
    limits = {"max_bytes": 1500, "max_page_bytes": 1500, "max_record_bytes": 1500}
    if reason in {RejectReason.MALFORMED, RejectReason.BINARY}:
        limits = {}
    (item,) = read_bytes(data, name, **limits)
    assert (item.reason if isinstance(item, Rejected) else None) is reason
    assert item.uri.startswith(f"file:///{name}")


def test_a_stream_that_breaks_is_unreadable():
    class Broken(io.RawIOBase):
        def read(self, _size=-1):
            raise OSError(5, "Input/output error")

    (item,) = read(Source("file:///a", "a", 1, Broken()))
    assert item.reason is RejectReason.UNREADABLE


def test_one_bad_record_does_not_cost_the_others():
    items = read_bytes(f"{RECORD}\n{{broken\n\n{RECORD}\n".encode(), "a.jsonl")
    assert [type(item) for item in items] == [RawArticle, Rejected, RawArticle]
    assert [item.uri for item in items] == ["file:///a.jsonl#1", "file:///a.jsonl#2", "file:///a.jsonl#4"]


def test_records_are_streamed():
    class Counting(io.BytesIO):
        taken = 0

        def read(self, size=-1):
            data = super().read(size)
            self.taken += len(data)
            return data

    stream = Counting(f"{RECORD}\n".encode() * 100_000)
    first = next(iter(read(Source("file:///a", "a", 0, stream))))
    assert isinstance(first, RawArticle)
    assert stream.taken < 500_000


def test_plain_text_changes_nothing_but_line_ends():
    (item,) = read_bytes(
        b"\xef\xbb\xbfTitle  \r\n\r\n\tShe said:\x0c \xe2\x80\x9cno\xe2\x80\x9d.\rEnd of it.\n", "a.txt"
    )
    assert item.text == "Title  \n\n\tShe said:\x0c “no”.\nEnd of it.\n"


def assert_sound(item: RawArticle) -> None:
    end = 0
    covered = []
    for block in item.blocks:
        assert end <= block.start < block.end <= len(item.text)
        assert item.text[block.start : block.end].strip() == item.text[block.start : block.end]
        covered.append(item.text[end : block.start])
        end = block.end
    covered.append(item.text[end:])
    assert not "".join(covered).strip(), "every line has a role"
    item.text.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a", "a.txt", "a.html", "a.jsonl"]))
def test_any_bytes_end_in_articles_or_a_reject(data, name):
    items = read_bytes(data, name)
    assert items
    for item in items:
        if isinstance(item, RawArticle):
            assert_sound(item)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet='aB. "”’:,-0123()©/\u00a0\u2028\x85', max_size=90), max_size=12))
def test_any_text_has_ordered_blocks_that_cover_it(lines):
    text = "\n".join(lines)
    for item in read_bytes(text.encode(), "a.txt"):
        if isinstance(item, RawArticle):
            assert_sound(item)


def test_records_of_markup_are_read_as_pages():
    record = {"title": "Bridge reopens", "url": "https://paper.example/bridge", "html": PAGE, "date": 1551720060}
    (item,) = read_bytes(json.dumps(record).encode() + b"\n", "a.jsonl")
    assert item.title.value == "Bridge reopens"
    assert item.url == "https://paper.example/bridge"
    assert item.published.value == "2019-03-04T17:21:00+00:00"
    assert [block.kind for block in item.blocks] == [BlockKind.TITLE, *[BlockKind.BODY] * 6]


@pytest.mark.parametrize(
    ("record", "title", "authors", "publisher"),
    [
        pytest.param(
            {"title": "T w", "maintext": "Body.", "authors": ["Ann Lee"], "source_domain": "paper.example"},
            "T w",
            ("Ann Lee",),
            "paper.example",
            id="news-please",
        ),
        pytest.param(
            {
                "title": "T w",
                "content": "Body. [+120 chars]",
                "author": "Ann Lee",
                "source": {"id": None, "name": "Paper"},
            },
            "T w",
            ("Ann Lee",),
            "Paper",
            id="NewsAPI",
        ),
        pytest.param(
            {"headline": "T w", "articleBody": "Body.", "author": {"name": "Ann Lee"}, "publisher": {"name": "Paper"}},
            "T w",
            ("Ann Lee",),
            "Paper",
            id="schema.org",
        ),
        pytest.param(
            {"title": "T w", "text": "Body.", "author": "['Ann Lee', 'Bo Ek']", "hostname": "paper.example"},
            "T w",
            ("Ann Lee", "Bo Ek"),
            "paper.example",
            id="list in a text",
        ),
        pytest.param(
            {"Title": "T w", "Body": "Body.", "Byline": "Ann Lee"}, "T w", ("Ann Lee",), None, id="capital keys"
        ),
        pytest.param(
            {"Title ": "T w", "Full Text": "Body.", "Site-Name": "Paper", "Author": "Ann Lee"},
            "T w",
            ("Ann Lee",),
            "Paper",
            id="keys of a spreadsheet",
        ),
        pytest.param(
            {"title": {"rendered": "T w"}, "content": {"rendered": "<p>Body.</p>"}, "author": "Ann Lee"},
            "T w",
            ("Ann Lee",),
            None,
            id="WordPress",
        ),
        pytest.param(
            {
                "title": "T w",
                "body": {"summary": ["A dek."], "sections": [{"headline": [], "paragraphs": ["Body."]}]},
                "authors": ["Ann Lee"],
                "publisher": "Paper",
            },
            "T w",
            ("Ann Lee",),
            "Paper",
            id="fundus",
        ),
    ],
)
def test_known_shapes_of_records(record, title, authors, publisher):
    (item,) = read_bytes(json.dumps(record).encode() + b"\n", "a.jsonl")
    assert item.title.value == title
    assert item.authors.values == authors
    assert (item.publisher.value if item.publisher else None) == publisher
    assert "Body." in item.text
    assert "chars]" not in item.text


def test_unknown_keys_are_mapped():
    record = {"kop": "T w", "inhoud": {"tekst": "Body."}}
    (item,) = read_bytes(
        json.dumps(record).encode() + b"\n", "a.jsonl", fields={"title": "kop", "text": "inhoud.tekst"}
    )
    assert item.text == "T w\nBody."


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(f"[{RECORD}, {RECORD}]", [None, None], id="sound"),
        pytest.param(f"[\n{RECORD}\n]\n", [None], id="over lines"),
        pytest.param(f'[{RECORD}, 7, "x", {RECORD}]', [None, "malformed", "malformed", None], id="no objects"),
        pytest.param(f"[{RECORD}, {RECORD}", [None, None, "malformed"], id="without an end"),
        pytest.param(f"[{RECORD}, {{broken]", [None, "malformed"], id="a broken member"),
        pytest.param(f'[{RECORD}, {{"text": "a\\ud800"}}, {RECORD}]', [None, "malformed", None], id="a lone surrogate"),
        pytest.param("[" * 100_000, ["malformed"], id="deep"),
        pytest.param("[]", ["empty"], id="empty"),
        pytest.param(
            json.dumps({"status": "ok", "articles": [json.loads(RECORD)] * 2}), [None, None], id="a list in an object"
        ),
        pytest.param(RECORD, [None], id="one record"),
        pytest.param(f"[{RECORD}]\n[{RECORD}, {RECORD}]\n", [None] * 3, id="lists one after the other"),
        pytest.param(f"\ufeff[{RECORD}]\n\n\ufeff[]\n[{RECORD}]", [None] * 2, id="lists with byte order marks"),
        pytest.param(f"[{RECORD}]\n{RECORD}\n[{RECORD}]", [None] * 3, id="a record behind a list"),
        pytest.param(f"[{RECORD}]{' ' * 3_000_000}[{RECORD}]", [None] * 2, id="a list far behind another"),
        pytest.param(f"[{RECORD}] and so on", [None, "malformed"], id="no JSON behind a list"),
        pytest.param(f"[{RECORD}]]", [None, "malformed"], id="a bracket too many"),
        pytest.param(f"[{RECORD}]\n[{RECORD}", [None, None, "malformed"], id="a second list without an end"),
    ],
)
def test_json(text, reasons):
    items = read_bytes(text.encode(), "a.json")
    assert [item.reason.value if isinstance(item, Rejected) else None for item in items] == reasons


BODY = "The council reopened the bridge on Monday."
OTHER = {"title": "Other", "text": "The mayor was not there."}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param({"title": "Main", "text": BODY, "articles": [OTHER]}, [("", "Main")], id="related articles"),
        pytest.param(
            {"title": "Main", "body_html": f"<p>{BODY}</p>", "items": [{"type": "image"}]},
            [("", "Main")],
            id="pictures under a page",
        ),
        pytest.param(
            {"uri": "x:1", "headline": "Main", "pubstatus": "usable", "body_xhtml": f"<p>{BODY}</p>", "items": [OTHER]},
            [("", "Main")],
            id="ninjs",
        ),
        pytest.param(
            {"articles": [OTHER], "results": [{"title": "B", "text": BODY}]},
            [("#1", "Other"), ("#2", "B")],
            id="two lists",
        ),
        pytest.param({"articles": [OTHER, None]}, [("#1", "Other"), ("#2", "malformed")], id="a list with a hole"),
        pytest.param({"text": "ok", "data": [OTHER]}, [("", "Other")], id="what a service answers with is no text"),
        pytest.param({"title": "News", "description": BODY, "items": [OTHER]}, [("", "Other")], id="a feed"),
    ],
)
def test_a_json_object_is_a_record_if_it_has_a_text_and_holds_records_if_not(value, expected):
    items = read_bytes(json.dumps(value).encode(), "a.json")
    assert [
        (item.uri.removeprefix("file:///a.json"), item.reason if isinstance(item, Rejected) else item.title.value)
        for item in items
    ] == expected


@pytest.mark.parametrize(
    ("lengths", "format_name"),
    [
        pytest.param([100_000, 10, 10], "jsonl", id="the first"),
        pytest.param([30_000, 100_000, 10], "jsonl", id="the second"),
        pytest.param([100_000], "json", id="one record"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_json_lines_longer_than_what_formats_are_told_by(lengths, format_name, mark):
    lines = [json.dumps({"title": "T w", "text": "Word. " * (length // 6 + 1)}) for length in lengths]
    items = read_bytes((mark + "\n".join(lines) + "\n").encode(), "a.json")
    assert [item.format for item in items] == [format_name] * len(lengths)
    assert [len(item.text) > length for item, length in zip(items, lengths, strict=True)] == [True] * len(lengths)


def test_a_long_record_over_lines_is_read_whole():
    record = {"title": "T w", "text": "Word. " * 20_000, "tags": ["a", "b"]}
    (item,) = read_bytes(json.dumps(record, indent=1).encode(), "a.json")
    assert (item.format, item.keywords) == ("json", ("a", "b"))


def test_json_lists_are_streamed():
    members = ", ".join([RECORD] * 60_000)
    stream = io.BytesIO(f"[{members}]".encode())
    items = read(Source("file:///a.json", "a.json", 0, stream), ReadOptions(max_bytes=1000))
    assert [isinstance(next(items), RawArticle) for _ in range(3)] == [True] * 3
    assert stream.tell() < 3_000_000


def identities(name: str, *records: dict[str, object]) -> list[str]:
    """The identities of records in a file of this name."""
    found = read_bytes("".join(json.dumps(record) + "\n" for record in records).encode(), name)
    return [article_id(item) for item in found if isinstance(item, RawArticle)]


@pytest.mark.parametrize(
    ("known", "is_one"),
    [
        pytest.param({"id": 1}, False, id="a row number tells the articles of one file apart"),
        pytest.param({"id": "budget"}, False, id="so does a short word"),
        pytest.param({"id": "the-council-budget"}, False, id="and a long one without a number"),
        pytest.param({"id": 1, "publisher": "Paper"}, True, id="an outlet's number"),
        pytest.param({"id": "6f1c9a52-0c1e-4c7b"}, True, id="an id that no other has by chance"),
        pytest.param({"id": "urn:x:1"}, True, id="a URN"),
        pytest.param({"id": 1, "url": "https://paper.example/a"}, True, id="an address"),
        pytest.param({"id": 1, "url": "https://paper.example/"}, False, id="the address of a front page"),
        pytest.param({"id": "6f1c9a52-0c1e-4c7b", "url": "https://paper.example/"}, True, id="a front page and an id"),
        pytest.param({}, False, id="nothing"),
    ],
)
def test_which_records_of_two_files_are_one_article(known: dict[str, object], *, is_one: bool) -> None:
    """Two articles that are taken for one are one that is lost."""
    record = {"title": "T w", "text": "Body.", **known}
    (one,), (other,) = identities("a.jsonl", record), identities("b.jsonl", record)
    assert (one == other) == is_one


def test_a_number_is_an_identity_within_its_file() -> None:
    first, again, second = identities(
        "a.jsonl", *({"id": number, "title": "T w", "text": f"Body {at}."} for at, number in enumerate((1, 1, 2)))
    )
    assert first == again != second
