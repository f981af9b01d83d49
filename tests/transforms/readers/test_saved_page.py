"""Pages that a browser saved as one file."""

import io
import quopri

import pytest

from transforms.article import RawArticle, Rejected, Source
from transforms.readers import read

PARAGRAPH = "The council reopened the bridge on Monday, and nobody in the town spoke of it for the rest of the week."
PAGE = f"""<!doctype html><html><head><title>Bridge reopens | The Harbour Star</title>{{canonical}}
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2019-03-04T10:00:00Z"></head>
<body><article><h1>Bridge reopens</h1><p>{PARAGRAPH}</p><p>“Late,” said Ada Lind, the mayor.</p></article></body>
</html>"""
CHROME = """From: <Saved by Blink>
Snapshot-Content-Location: https://star.example/bridge?id=7
Subject: Bridge reopens
Date: Fri, 2 May 2025 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--x"
"""
WORD = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--x"\n'
LETTER = "From: Ann Lee <ann@star.example>\nTo: bo@post.example\n" + "".join(CHROME.splitlines(keepends=True)[2:])


def saved(header: str, canonical: str = "", location: str = "", line_end: str = "\r\n", page: str = PAGE) -> bytes:
    body = quopri.encodestring(page.format(canonical=canonical).encode()).decode()
    root = f'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n{location}\n{body}'
    style = "Content-Type: text/css\nContent-Location: https://star.example/a.css\n\np { color: red }\n"
    return f"{header}\n----x\n{root}\n----x\n{style}\n----x--\n".replace("\n", line_end).encode()


def read_bytes(data: bytes) -> list[RawArticle | Rejected]:
    return list(read(Source("file:///a.mhtml", "a.mhtml", len(data), io.BytesIO(data))))


@pytest.mark.parametrize(
    ("data", "url"),
    [
        pytest.param(saved(CHROME), "https://star.example/bridge?id=7", id="by Chrome"),
        pytest.param(saved(CHROME, line_end="\n"), "https://star.example/bridge?id=7", id="line feeds alone"),
        pytest.param(
            saved(CHROME, '<link rel="canonical" href="https://star.example/bridge">'),
            "https://star.example/bridge",
            id="the page states its address",
        ),
        pytest.param(
            saved(WORD, location="Content-Location: file:///C:/bridge.htm\n"), None, id="by Word, from a disk"
        ),
        pytest.param(
            saved(WORD, location="Content-Location: https://star.example/b\n"), "https://star.example/b", id="a part"
        ),
    ],
)
def test_it_is_the_page(data: bytes, url: str | None) -> None:
    (item,) = read_bytes(data)
    assert isinstance(item, RawArticle)
    assert (item.format, item.url) == ("mhtml", url)
    assert (item.title.value, item.authors.values, item.published.value[:10]) == (
        "Bridge reopens",
        ("Ann Lee",),
        "2019-03-04",
    )
    assert PARAGRAPH in item.text
    assert "“Late,” said Ada Lind" in item.text
    assert "color" not in item.text


def test_what_was_sent_is_mail() -> None:
    (item,) = read_bytes(saved(LETTER))
    assert item.format == "mail"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(saved(CHROME, page="<html><body></body></html>"), "no_text", id="an empty page"),
        pytest.param(f"{CHROME}\n----x\nContent-Type: image/png\n\nabc\n----x--\n".encode(), "no_text", id="a picture"),
        pytest.param(CHROME.encode(), "no_text", id="its header"),
    ],
)  # fmt: skip
def test_without_a_page_it_is_a_reject(data: bytes, reason: str) -> None:
    (item,) = read_bytes(data)
    assert item.reason == reason
