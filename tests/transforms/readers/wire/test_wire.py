"""The wire formats: ninjs, NewsML-G2, NITF, NewsML 1, and the feeds."""

import hashlib
import io
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from schemas.vocabulary import BlockKind, RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import article_id, normalize
from transforms.readers import read

P1 = "VELLMAR (Norsea) - Dockers at the port of Vellmar will vote on Friday on a pay offer, their union said."
P2 = "“We did not get everything,” union leader Tom Brekke told reporters after eleven hours of talks."
XHTML = f"<p>{P1}</p><p>{P2}</p>"

NINJS_1 = {
    "uri": "urn:newsml:norsea.example:20240312:strike",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2024-03-12T16:05:00+01:00",
    "headline": "Dockers to vote on pay offer",
    "byline": "Karin Osei and Paul Lund",
    "language": "en",
    "subject": [{"name": "strikes"}, {"name": "ports"}],
    "body_text": f"{P1}\n\n{P2}",
    "body_xhtml": XHTML,
}
NINJS_3 = {
    "standard": {"name": "ninjs", "version": "3.0"},
    "uri": NINJS_1["uri"],
    "type": "text",
    "firstCreated": "2024-03-12T16:05:00+01:00",
    "versionCreated": "2024-03-12T17:00:00+01:00",
    "headlines": [{"role": "main", "value": NINJS_1["headline"]}],
    "by": "Karin Osei and Paul Lund",
    "language": "en",
    "subjects": [{"name": "strikes"}, {"name": "ports"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": XHTML}],
}

NITF = f"""<?xml version="1.0"?><nitf xml:lang="en"><head><title>Strike</title><docdata management-status="usable">
<doc-id id-string="{NINJS_1["uri"]}"/><date.issue norm="20240312T160500+0100"/>
<key-list><keyword key="strikes"/><keyword key="ports"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Dockers to vote on pay offer</hl1></hedline>
<byline>By <person>Karin Osei</person> and <person>Paul Lund</person><byttl>Staff</byttl></byline></body.head>
<body.content>{XHTML}<media><media-caption>The port.</media-caption></media></body.content></body></nitf>"""

G2 = """<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{uri}" version="2">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider literal="Norsea"/>
<versionCreated>2024-03-12T17:00:00+01:00</versionCreated>
<pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><contentCreated>2024-03-12T16:05:00+01:00</contentCreated><by>Karin Osei and Paul Lund</by>
<headline>Dockers to vote on pay offer</headline><language tag="en"/>
<subject qcode="x:1"><name>strikes</name></subject><subject qcode="x:2"><name>ports</name></subject></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
PAGE = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{XHTML}</body></html>'
G2_XHTML = f'<inlineXML contenttype="application/xhtml+xml">{PAGE}</inlineXML>'
G2_NITF = f'<inlineXML contenttype="application/nitf+xml">{NITF.partition("?>")[2]}</inlineXML>'
G2_PLAIN = f'<inlineData contenttype="text/plain">{P1}\n\n{P2}</inlineData>'


def g2(content: str = G2_XHTML, kind: str = "text", status: str = "usable") -> str:
    return G2.format(uri=NINJS_1["uri"], kind=kind, status=status, content=content)


NEWSML_1 = f"""<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier>
<PublicIdentifier>{NINJS_1["uri"]}</PublicIdentifier>
</NewsIdentifier></Identification><NewsManagement><FirstCreated>20240312T160500+0100</FirstCreated>
<Status FormalName="Usable"/></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Dockers to vote on pay offer</HeadLine>
<ByLine>Karin Osei and Paul Lund</ByLine><KeywordLine>strikes</KeywordLine><KeywordLine>ports</KeywordLine></NewsLines>
<ContentItem><MediaType FormalName="Text"/><DataContent>
<body><body.content>{XHTML}</body.content></body></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def read_text(text: str, name: str = "a") -> list[RawArticle | Rejected]:
    data = text.encode()
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data))))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(NINJS_1), id="ninjs 1"),
        pytest.param(json.dumps({**NINJS_1, "body_xhtml": ""}), id="ninjs 1, plain body"),
        pytest.param(json.dumps(NINJS_3), id="ninjs 3"),
        pytest.param(
            json.dumps({**NINJS_3, "bodies": [{"role": "nitf", "contentType": "x/nitf", "value": NITF}]}),
            id="ninjs 3 with NITF",
        ),
        pytest.param(json.dumps(NINJS_1) + "\n" + json.dumps({**NINJS_1, "uri": "urn:x"}), id="ninjs in lines"),
        pytest.param(NITF, id="NITF"),
        pytest.param(g2(), id="NewsML-G2 with XHTML"),
        pytest.param(g2(G2_NITF), id="NewsML-G2 with NITF"),
        pytest.param(g2(G2_PLAIN), id="NewsML-G2 with plain text"),
        pytest.param(NEWSML_1, id="NewsML 1"),
    ],
)
def test_every_wire_format_gives_the_same_article(text):
    article = read_text(text)[0]
    assert isinstance(article, RawArticle), article
    assert article.text.startswith(f"Dockers to vote on pay offer\n{P1}\n{P2}")
    assert [block.kind for block in article.blocks][:3] == [BlockKind.TITLE, BlockKind.BODY, BlockKind.BODY]
    row = normalize([article])[0].row(0, named=True)
    assert row["authors"] == ["Karin Osei", "Paul Lund"]
    assert row["published_at"] == datetime(2024, 3, 12, 15, 5, tzinfo=UTC)
    assert row["published_local"] == datetime(2024, 3, 12, 16, 5)
    assert row["dateline"] == "VELLMAR (Norsea)"
    assert row["keywords"] == ["strikes", "ports"]
    assert article.provider_id == NINJS_1["uri"]


PICTURE = {"type": "picture", "description_caption": "The port.", "creditline": "Ada Kern/NP"}
RENDITIONS = {
    "small": {"href": "https://x.example/s.jpg", "width": 90},
    "big": {"href": "https://x.example/b.jpg", "width": 900},
}
MORE_NITF = (
    NITF.replace(
        "</docdata>",
        '<urgency ed-urg="2"/><ed-msg info="Adds quotes."/></docdata>'
        '<tobject><tobject.subject tobject.subject.refnum="11016000"/></tobject>',
    )
    .replace("<media>", '<media media-type="image"><media-reference source="https://x.example/b.jpg"/>')
    .replace("</media>", "<media-producer>Ada Kern/NP</media-producer></media>")
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            json.dumps(
                {
                    **NINJS_1,
                    "urgency": 2,
                    "ednote": "Adds quotes.",
                    "subject": [{"code": "medtop:20000822", "name": "strikes"}],
                    "associations": {"a": {**PICTURE, "renditions": RENDITIONS}, "b": {"type": "video"}},
                }
            ),
            ["medtop:20000822"],
            id="ninjs 1",
        ),
        pytest.param(
            json.dumps(
                {
                    **NINJS_3,
                    "urgency": 2,
                    "edNote": "Adds quotes.",
                    "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000822", "name": "strikes"}],
                    "associations": [
                        {
                            "type": "picture",
                            "descriptions": [{"value": "The port."}],
                            "by": "Ada Kern/NP",
                            "renditions": list(RENDITIONS.values()),
                        }
                    ],
                }
            ),
            ["http://cv.iptc.org/newscodes/mediatopic/20000822"],
            id="ninjs 3",
        ),
        pytest.param(MORE_NITF, ["11016000"], id="NITF"),
        pytest.param(
            g2(f'<inlineXML contenttype="application/nitf+xml">{MORE_NITF.partition("?>")[2]}</inlineXML>'),
            ["x:1", "x:2"],
            id="NewsML-G2 with NITF",
        ),
    ],
)
def test_what_editors_add(text, codes):
    row = normalize([read_text(text)[0]])[0].row(0, named=True)
    assert row["urgency"] == 2
    assert row["subject_codes"] == codes
    assert row["editor_notes"] == ["Adds quotes."]
    assert row["images"] == [{"url": "https://x.example/b.jpg", "caption": "The port.", "credit": "Ada Kern/NP"}]


IDENTIFIED = (
    "<NewsIdentifier><ProviderId>norsea.example</ProviderId><DateId>20240312</DateId><NewsItemId>strike</NewsItemId>"
    "<RevisionId>{n}</RevisionId><PublicIdentifier>urn:newsml:norsea.example:20240312:strike:{n}{update}</PublicIdentifier>"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            NEWSML_1.replace("<NewsIdentifier>", IDENTIFIED.format(n=1, update="N"), 1).replace(
                f"<PublicIdentifier>{NINJS_1['uri']}</PublicIdentifier>", ""
            ),
            NEWSML_1.replace("<NewsIdentifier>", IDENTIFIED.format(n=2, update="U"), 1).replace(
                f"<PublicIdentifier>{NINJS_1['uri']}</PublicIdentifier>", ""
            ),
            id="NewsML 1: another revision",
        ),
        pytest.param(
            NEWSML_1.replace(NINJS_1["uri"], f"{NINJS_1['uri']}:1N"),
            NEWSML_1.replace(NINJS_1["uri"], f"{NINJS_1['uri']}:2U"),
            id="NewsML 1: by its public identifier alone",
        ),
        pytest.param(
            NITF,
            NITF.replace(
                f'id-string="{NINJS_1["uri"]}"/>',
                f'id-string="urn:x"/><correction id-string="{NINJS_1["uri"]}" info="The day."/>',
            ),
            id="NITF: a correction of another document",
        ),
        pytest.param(g2(), g2(G2_PLAIN).replace('version="2"', 'version="3"'), id="NewsML-G2: another version"),
    ],
)
def test_an_update_has_the_identity_of_what_it_updates(first, second):
    ids = {article_id(read_text(text)[0]) for text in (first, second)}
    assert len(ids) == 1


LAUGHS = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + NITF.partition("?>")[2].replace(P2, "&b;")
OUTSIDE = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + NITF.partition("?>")[2].replace(P2, "&a;")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(json.dumps({**NINJS_1, "type": "picture"}), RejectReason.NOT_AN_ARTICLE, id="ninjs picture"),
        pytest.param(json.dumps({**NINJS_1, "type": "video"}), RejectReason.NOT_AN_ARTICLE, id="ninjs video"),
        pytest.param(
            json.dumps({**NINJS_3, "type": "", "eventDetails": {"dates": {}}}),
            RejectReason.NOT_AN_ARTICLE,
            id="ninjs event",
        ),
        pytest.param(json.dumps({**NINJS_1, "pubstatus": "canceled"}), RejectReason.WITHDRAWN, id="ninjs kill"),
        pytest.param(
            json.dumps({**NINJS_1, "body_text": "", "body_xhtml": " "}), RejectReason.NO_TEXT, id="ninjs without body"
        ),
        pytest.param(g2(kind="picture"), RejectReason.NOT_AN_ARTICLE, id="G2 picture"),
        pytest.param(g2(status="canceled"), RejectReason.WITHDRAWN, id="G2 kill"),
        pytest.param(
            g2(content='<remoteContent href="x"/>'), RejectReason.NOT_AN_ARTICLE, id="G2 with content elsewhere"
        ),
        pytest.param(NITF.replace("usable", "canceled"), RejectReason.WITHDRAWN, id="NITF kill"),
        pytest.param(NITF[:-20], RejectReason.MALFORMED, id="broken XML"),
        pytest.param(LAUGHS, RejectReason.MALFORMED, id="entities that multiply"),
        pytest.param(OUTSIDE, RejectReason.MALFORMED, id="entity that reaches outside"),
        pytest.param("<?xml version='1.0'?><catalog><book/></catalog>", RejectReason.UNKNOWN_FORMAT, id="other XML"),
        pytest.param("<?xml version='1.0'?>" + "<a>" * 3000 + "</a>" * 3000, RejectReason.MALFORMED, id="deep XML"),
        pytest.param("[]", RejectReason.EMPTY, id="an empty list"),
    ],
)
def test_what_is_no_article_has_its_own_reason(text, reason):
    (item,) = read_text(text)
    assert isinstance(item, Rejected), item
    assert item.reason is reason
    if reason is RejectReason.WITHDRAWN:
        assert item.withdraws.provider_id == NINJS_1["uri"]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel>
<title>The Example</title><language>en</language>
<item><title>Full</title><link>https://paper.example/full</link><dc:creator>Ann Lee</dc:creator>
<category/><category>Ports</category><pubDate>Tue, 12 Mar 2024 16:05:00 +0100</pubDate>
<description>Teaser.</description><content:encoded><![CDATA[{}]]></content:encoded></item>
<item><title>Teaser</title><link>https://paper.example/teaser</link><description>Only this.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Full</title>
<link rel="alternate" href="https://paper.example/full"/><id>1</id>
<published>2024-03-12T16:05:00+01:00</published><updated>2024-03-13T00:00:00Z</updated>
<author><name>Ann Lee</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{}</div></content></entry>
<entry><title>Teaser</title><id>2</id><summary>Only this.</summary></entry></feed>"""


@pytest.mark.parametrize(
    ("feed", "format_name"),
    [pytest.param(RSS.format(XHTML), "rss", id="RSS"), pytest.param(ATOM.format(XHTML), "atom", id="Atom")],
)
def test_feeds(feed, format_name):
    full, teaser = read_text(feed)
    assert (full.format, full.uri) == (format_name, "file:///a#1")
    assert full.text == f"Full\n{P1}\n{P2}"
    assert (full.url, full.authors.values, full.publisher.value) == (
        "https://paper.example/full",
        ("Ann Lee",),
        "The Example",
    )
    assert normalize([full])[0]["published_at"].to_list() == [datetime(2024, 3, 12, 15, 5, tzinfo=UTC)]
    assert full.keywords == (("Ports",) if format_name == "rss" else ())
    assert teaser.reason is RejectReason.SUMMARY_ONLY


VALUES = Path(__file__).with_name("wire_values.tsv")
"""Of each example of the IPTC: why it is no article; or what was read in it by eye, the prose as digests."""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def told(item: RawArticle | Rejected) -> list[str]:
    """The values of an item, as they stand in the table."""
    if isinstance(item, Rejected):
        return [item.uri, item.reason.value]
    articles, blocks = normalize([item])
    row = articles.row(0, named=True)
    body = blocks.filter(pl.col("kind") == "body")["text"].to_list()
    times = [str(row[name] or "-") for name in ("published_at", "published_local", "modified_at")]
    return [
        item.uri,
        item.format,
        digest(row["title"]),
        "; ".join(row["authors"]) or "-",
        *times,
        row["dateline"] or "-",
        row["language"],
        str(row["urgency"] or "-"),
        str(len(row["subject_codes"])),
        str(sum(bool(image["caption"]) for image in row["images"])),
        str(len(body)),
        digest("\n".join(body)),
    ]


def items_of(folder: Path) -> list[RawArticle | Rejected]:
    found: list[RawArticle | Rejected] = []
    for path in sorted(folder.rglob("*.*")):
        with path.open("rb") as stream:
            found.extend(read(Source(path.name, path.name, path.stat().st_size, stream)))
    return found


@pytest.mark.evaluation
def test_example_files_of_the_standards():
    """Every text item is an article with the title, times, byline and body that a reader finds in it.

    Pictures, videos, audio and events are refused as no article; what is left are items and fragments without text.
    """
    data = os.environ.get("COPYDESK_EVAL_DATA")
    if not data:
        pytest.skip("COPYDESK_EVAL_DATA is not set")
    lines = [line for line in VALUES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    expected = [line.split("\t") for line in lines]
    assert [told(item) for item in items_of(Path(data, "wire"))] == expected
