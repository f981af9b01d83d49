"""Mail: messages one a file and many in an mbox, with what stands in their headers."""

import io

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import ReadOptions, read

P1 = "The harbour of Vellmar opened again on Monday after a storm that had lasted for two days."
P2 = "“We could not wait any longer,” harbour master Tom Brekke told reporters."
HEADERS = """Subject: Harbour of Vellmar reopens
Date: Mon, 04 Mar 2019 18:05:00 -0500
Message-ID: <1.abc@post.example>
"""
UTF8 = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
LETTER = (
    f"From: The Vellmar Post <news@post.example>\n{HEADERS}{UTF8}\nBy Ann Lee\n\n{P1}\n\n{P2}\n\n-- \nUnsubscribe\n"
)
POST = f"From: ann@post.example (Ann Lee)\nNewsgroups: talk.ports\n{HEADERS}{UTF8}\n> It costs.\n\n{P1}\n\n{P2}\n"
OLD_POST = f"From: ann@post.example (Ann Lee)\nSubject: Harbour of Vellmar reopens\nLines: 4\n\n{P1}\n\n{P2}\n"
MAILING = f"From: The Vellmar Post <news@post.example>\nList-Unsubscribe: <x>\n{HEADERS}{UTF8}\n{P1}\n\n{P2}\n"


def with_page(plain: str) -> str:
    page = f"<html><head><style>p {{}}</style></head><body><p>By Ann Lee</p><p>{P1}</p><p>{P2}</p></body></html>"
    return (
        f"From: The Vellmar Post <news@post.example>\n{HEADERS}MIME-Version: 1.0\n"
        f'Content-Type: multipart/alternative; boundary="bb"\n\n--bb\n{UTF8}\n{plain}\n'
        f"--bb\n{UTF8.replace('plain', 'html')}\n{page}\n--bb--\n"
    )


def read_mail(text: str | bytes, name: str = "a", **options) -> list[RawArticle | Rejected]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions(**options)))


def told(item: RawArticle) -> tuple:
    row = normalize([item])[0].row(0, named=True)
    return row["title"], row["authors"], row["publisher"], str(row["published_at"])[:16]


def body(item: RawArticle) -> str:
    return "\n".join(item.text[block.start : block.end] for block in item.blocks if block.kind == "body")


TITLE, AT, OUTLET = "Harbour of Vellmar reopens", "2019-03-04 23:05", "The Vellmar Post"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LETTER, (TITLE, ["Ann Lee"], OUTLET, AT), id="a letter with a byline"),
        pytest.param(with_page(f"By Ann Lee\n\n{P1}\n\n{P2}"), (TITLE, ["Ann Lee"], OUTLET, AT), id="text and HTML"),
        pytest.param(with_page("View it online."), (TITLE, ["Ann Lee"], OUTLET, AT), id="HTML beside a stub"),
        pytest.param(POST, (TITLE, ["Ann Lee"], None, AT), id="a post"),
        pytest.param(OLD_POST, (TITLE, ["Ann Lee"], None, "None"), id="a post with three lines of header"),
        pytest.param(
            OLD_POST.replace("ann@post.example (Ann Lee)", "Ann Lee").replace("Lines", "Message-ID"),
            (TITLE, ["Ann Lee"], None, "None"),
            id="a sender without an address",
        ),
        pytest.param(MAILING, (TITLE, [], OUTLET, AT), id="a mailing that names nobody"),
        pytest.param(
            LETTER.replace("The Vellmar Post <", "=?utf-8?B?VmVsbG3DpHIgUG9zdA==?= <"),
            (TITLE, ["Ann Lee"], "Vellmär Post", AT),
            id="encoded header",
        ),
    ],
)
def test_a_message_is_an_article(text, expected):
    (item,) = read_mail(text)
    assert (item.format, item.uri, told(item), body(item)) == ("mail", "file:///a", expected, f"{P1}\n{P2}")


def test_what_a_message_says_beside():
    (post,) = read_mail(POST)
    assert (post.section, post.provider_id) == ("talk.ports", "mid:1.abc@post.example")
    assert [post.text[b.start : b.end] for b in post.blocks if b.kind == "related"] == ["It costs."]
    (letter,) = read_mail(LETTER)
    assert letter.blocks[-1].kind == "boilerplate"


def test_bytes_in_an_encoding_that_nothing_declares():
    text = OLD_POST.replace("harbour of", "café of").replace("“", '"').replace("”", '"')
    (item,) = read_mail(text.encode("cp1252"))
    assert "The café of Vellmar" in item.text
    assert item.encoding == "cp1252"


BOX_LINE = "From MAILER-DAEMON Mon Mar  4 18:05:00 2019\n"


def test_a_box_holds_many():
    text = "".join(f"{BOX_LINE}{letter}\n" for letter in (LETTER, POST, MAILING))
    text = text.replace(
        P2, f"{P2}\n\nFrom here it goes on.\n\nFrom the quay we saw it, in 2019.\n\n>From there, too.", 1
    )
    items = read_mail(text)
    assert [item.uri for item in items] == ["file:///a#1", "file:///a#2", "file:///a#3"]
    assert [item.authors.values if item.authors else () for item in items] == [("By Ann Lee",), ("Ann Lee",), ()]
    assert body(items[0]).endswith("From here it goes on.\nFrom the quay we saw it, in 2019.\nFrom there, too.")


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(LETTER.split("\n\n", maxsplit=1)[0] + "\n\n", [RejectReason.NO_TEXT], id="no body"),
        pytest.param(
            f"{BOX_LINE}{LETTER}\n{BOX_LINE}{LETTER}{'x' * 2000}\n\n{BOX_LINE}{LETTER}",
            [None, RejectReason.TOO_LARGE, None],
            id="one too large",
        ),
        pytest.param(
            LETTER.replace(UTF8, 'Content-Type: multipart/mixed; boundary="bb"\n').replace(
                "By Ann", f"--bb\n{UTF8}\nBy Ann"
            )
            + "--bb\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nx\n--bb--\n",
            [None, RejectReason.NOT_AN_ARTICLE],
            id="an attachment",
        ),
        pytest.param(
            LETTER.replace("8bit", "base64").replace("By Ann Lee", "AAECAwQFBgc=" * 20),
            [RejectReason.BINARY],
            id="no text in its text",
        ),
    ],
)
def test_what_is_no_article(text, reasons):
    items = read_mail(text, max_record_bytes=1500)
    assert [item.reason if isinstance(item, Rejected) else None for item in items] == reasons


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Subject: Harbour reopens\nDate: March 4, 2019\n\n{P1}\n\n{P2}\n", id="nobody wrote it"),
        pytest.param(f"From: the harbour\nHarbour reopens\n\n{P1}\n\n{P2}\n", id="a line that is no header"),
        pytest.param(
            f"From: Ann Lee\nTo: Bo Ek\nSubject: The boat\n\n{P1}\n\n{P2}\n", id="a message that an article quotes"
        ),
        pytest.param(f"From a distance, it was 2019\n\n{P1}\n\n{P2}\n", id="a sentence with From"),
    ],
)
def test_text_is_no_mail(text):
    (item,) = read_mail(text)
    assert (item.format, item.text) == ("plain", text)
