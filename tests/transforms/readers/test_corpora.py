"""Corpora of news as researchers are given them."""

import io

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import read

P1 = "The harbour of Vellmar opened again on Monday after a storm that had lasted for two days."
P2 = "“We could not wait any longer,” harbour master Tom Brekke told reporters."
TITLE = "Harbour of Vellmar reopens"

ARCHIVED = f"""<?xml version="1.0"?><nitf><head><title>{TITLE}</title><meta content="Foreign Desk" name="dsk"/><docdata>
<doc-id id-string="1816800"/><identified-content><classifier type="descriptor">Ships</classifier>
<classifier type="taxonomic">Top/News</classifier></identified-content></docdata>
<pubdata date.publication="20060304T000000" ex-ref="https://times.example/a" name="The Example Times"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline class="print_byline">By Ann Lee</byline>
<byline class="normalized_byline">Lee, Ann</byline></body.head><body.content>
<block class="lead_paragraph"><p>LEAD: {P1}</p></block><block class="full_text"><p>LEAD: {P1}</p><p>{P2}</p></block>
</body.content></body></nitf>"""
STORY = f"""<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en"><title>VELLMAR: {TITLE}.</title>
<headline>{TITLE}</headline><byline>Ann Lee</byline><dateline>VELLMAR 1996-08-20</dateline>
<text><p>{P1}</p><p>{P2}</p></text><metadata><codes class="x"><code code="GVIO"/></codes>
<dc element="dc.source" value="Norsea"/></metadata></newsitem>""".replace("“", "&#8220;").replace("”", "&#8221;")
HIGHLIGHTS = f"{P1}\n\n{P2}\n\n@highlight\n\nA storm is over\n\n@highlight\n\nShips go out again\n"
POSTED = f"""<DOC><DOCNO> NYT19990304.0001 </DOCNO><BODY><HEADLINE>{TITLE}</HEADLINE>
 By Ann Lee
<TEXT><P>{P1}</P><P>{P2}</P></TEXT></BODY></DOC>"""
PAPER = f"""<DOC><DOCNO>FT911-1</DOCNO><DATE>910514
</DATE><HEADLINE>
FT  14 MAY 91 / {TITLE}
</HEADLINE><BYLINE>By Ann Lee</BYLINE><TEXT><P>{P1}</P><P>{P2}</P></TEXT></DOC>"""


def warc(kind: str, *bodies: str) -> str:
    records = []
    for number, body in enumerate(bodies):
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://paper.example/{number}\r\n"
        head += "WARC-Date: 2019-03-04T00:00:00Z\r\nContent-Type: text/plain\r\n"
        records.append(f"{head}Content-Length: {len(body.encode())}\r\n\r\n{body}\r\n\r\n")
    return "".join(records)


def answers(*statuses: str) -> str:
    """A crawl of one page, answered each time with another status."""
    page = f"<html><head><title>{TITLE}</title></head><body><article><p>{P1}</p><p>{P2}</p></article></body></html>"
    http = "HTTP/1.1 {}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    return warc("response", *map(http.format, statuses)).replace("text/plain", "application/http; msgtype=response")


def read_text(text: str, name: str = "a") -> list[RawArticle | Rejected]:
    data = text.encode()
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data))))


def told(item: RawArticle) -> tuple:
    row = normalize([item])[0].row(0, named=True)
    body = [item.text[block.start : block.end] for block in item.blocks if block.kind == "body"]
    return item.format, row["title"], row["authors"], str(row["published_local"])[:10], body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ARCHIVED, ("nitf", TITLE, ["Ann Lee"], "2006-03-04"), id="an archive in NITF"),
        pytest.param(STORY, ("rcv1", TITLE, ["Ann Lee"], "1996-08-20"), id="RCV1"),
        pytest.param(HIGHLIGHTS, ("story", None, [], "None"), id="highlights"),
        pytest.param(POSTED, ("sgml", TITLE, ["Ann Lee"], "1999-03-04"), id="byline in no element, day in the id"),
        pytest.param(PAPER, ("sgml", TITLE, ["Ann Lee"], "1991-05-14"), id="outlet and day in the headline"),
    ],
)
def test_corpora(text, expected):
    (item,) = read_text(text)
    assert told(item) == (*expected, [P1, P2])


def test_what_they_say_beside():
    (archived,) = read_text(ARCHIVED)
    assert (archived.keywords, archived.section, archived.url) == (
        ("Ships",),
        "Foreign Desk",
        "https://times.example/a",
    )
    (story,) = read_text(STORY)
    assert (story.publisher.value, story.provider_id, story.subject_codes) == ("Norsea", "2286", ("GVIO",))
    (points,) = read_text(HIGHLIGHTS)
    related = [points.text[block.start : block.end] for block in points.blocks if block.kind == "related"]
    assert related == ["A storm is over", "Ships go out again"]


def test_a_lead_that_is_no_repetition_stays():
    other = "Ships lay in the harbour for days, and nobody could say when they would leave."
    (item,) = read_text(ARCHIVED.replace(f"<p>LEAD: {P1}</p></block><block", f"<p>{other}</p></block><block"))
    assert told(item)[-1] == [other, f"LEAD: {P1}", P2]


def test_texts_of_pages_in_a_crawl():
    items = read_text(warc("conversion", f"{TITLE}\n\nBy Ann Lee\n\n{P1}\n\n{P2}\n", " \n"))
    assert told(items[0]) == ("warc", TITLE, ["Ann Lee"], "None", [P1, P2])
    assert items[0].url == "https://paper.example/0"
    assert items[1].reason is RejectReason.EMPTY


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        pytest.param(warc("metadata", "{}", "{}"), RejectReason.NO_TEXT, "2 records", id="WAT"),
        pytest.param(STORY.replace("<p>", "<x/><!--").replace("</p>", "-->"), RejectReason.NO_TEXT, "body", id="RCV1"),
        pytest.param(
            '<mediawiki xmlns="x" version="0.11">\n<page><title>A</title></page></mediawiki>',
            RejectReason.UNKNOWN_FORMAT,
            "MediaWiki",
            id="Wikinews",
        ),
    ],
)
def test_what_holds_no_article_is_told(text, reason, detail):
    (item,) = read_text(text)
    assert item.reason is reason
    assert detail in item.detail


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved Permanently", "503 Service Unavailable", "403"])
def test_an_answer_that_is_not_the_page_is_no_article(status: str) -> None:
    refused, page = read_text(answers(status, "200 OK"))
    assert isinstance(refused, Rejected)
    assert (refused.reason, refused.detail) == (RejectReason.NOT_AN_ARTICLE, f"the server answered {status}")
    assert isinstance(page, RawArticle)
    assert page.url == "https://paper.example/1"
