"""Records as the usual services and corpora give them, and JSON as it is written in practice."""

import csv
import io
import json
from typing import Any

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import ReadOptions, read
from transforms.readers.records import article

TEXT = "The council reopened the bridge on Monday, and nobody spoke of it."
SECOND = "“It was time,” said the mayor."
URL = "https://post.example/2019/bridge"
AT = "2019-03-04 18:05:00"


def read_bytes(data: bytes, name: str = "a.json", **options: Any) -> list[RawArticle | Rejected]:
    source = Source(f"file:///{name}", name, len(data), io.BytesIO(data))
    return list(read(source, ReadOptions(**options)))


def told(item: RawArticle) -> dict[str, Any]:
    row = normalize([item])[0].row(0, named=True)
    body = "\n".join(item.text[block.start : block.end] for block in item.blocks if block.kind == "body")
    names = ("title", "authors", "publisher", "url", "dek", "section", "keywords")
    return {name: row[name] for name in names} | {"at": str(row["published_at"])[:19], "body": body}


GUARDIAN = {
    "id": "world/2019/mar/04/1",
    "sectionName": "World news",
    "webPublicationDate": "2019-03-04T18:05:00Z",
    "webTitle": "Bridge reopens",
    "webUrl": URL,
    "fields": {
        "trailText": "Ships <strong>wait</strong>",
        "byline": "Ann Lee",
        "bodyText": f"{TEXT} {SECOND}",
        "body": f"<p>{TEXT}</p> <p>{SECOND}</p>",
        "publication": "The Post",
    },
}
ARCHIVE = {
    "abstract": TEXT,
    "web_url": URL,
    "lead_paragraph": TEXT,
    "source": "The Post",
    "headline": {"main": "Bridge reopens", "kicker": None},
    "keywords": [{"name": "subject", "value": "Bridges", "rank": 1}],
    "pub_date": "2019-03-04T18:05:00+0000",
    "section_name": "World news",
    "byline": {"original": "By Ann Lee", "person": [{"firstname": "Ann"}]},
    "uri": "nyt://article/1",
}
WEBZ = {
    "thread": {"site": "post.example", "section_title": "World news", "title": "Bridge reopens"},
    "url": URL,
    "author": "Ann Lee",
    "published": "2019-03-04T20:05:00.000+02:00",
    "title": "Bridge reopens",
    "text": f"{TEXT}\n{SECOND}",
}
REGISTRY = {
    "uri": "110001",
    "date": "2019-03-04",
    "time": "18:05:00",
    "dateTimePub": "2019-03-04T18:05:00Z",
    "url": URL,
    "title": "Bridge reopens",
    "body": f"{TEXT}\n\n{SECOND}",
    "source": {"uri": "post.example", "title": "The Post"},
    "authors": [{"uri": "ann@post.example", "name": "Ann Lee", "isAgency": False}],
}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(
            {"response": {"status": "ok", "results": [GUARDIAN]}},
            {
                "publisher": "The Post",
                "section": "World news",
                "dek": "Ships wait",
                "body": f"{TEXT}\n{SECOND}",
            },
            id="results of the Guardian",
        ),
        pytest.param({"response": {"status": "ok", "content": GUARDIAN}}, {"publisher": "The Post"}, id="one of them"),
        pytest.param(
            {"response": {"docs": [ARCHIVE], "meta": {"hits": 1}}},
            {"publisher": "The Post", "section": "World news", "keywords": ["Bridges"], "body": TEXT, "dek": None},
            id="a newspaper's archive",
        ),
        pytest.param(
            {"posts": [WEBZ], "totalResults": 1},
            {"publisher": "post.example", "section": "World news", "body": f"{TEXT}\n{SECOND}"},
            id="Webz",
        ),
        pytest.param({"articles": {"results": [REGISTRY]}}, {"publisher": "The Post"}, id="Event Registry"),
        pytest.param({"result": {"page": {"found": [REGISTRY]}}}, {"publisher": "The Post"}, id="a list further down"),
        pytest.param({"a1": REGISTRY}, {"publisher": "The Post"}, id="records by their ids"),
        pytest.param({"answer": REGISTRY, "meta": {"n": 1}, "user": {"n": 2}}, {}, id="a record beside others"),
    ],
)
def test_records_of_a_service_are_read(document, expected):
    (item,) = read_bytes(json.dumps(document).encode())
    found = told(item)
    always = {"title": "Bridge reopens", "authors": ["Ann Lee"], "url": URL, "at": AT}
    assert {name: found[name] for name in always | expected} == always | expected


PARTS = [{"title": "At noon", "text": TEXT}, {"id": 2, "text": SECOND}]


@pytest.mark.parametrize(
    ("document", "body"),
    [
        pytest.param({"sections": PARTS}, f"At noon\n{TEXT}\n{SECOND}", id="sections"),
        pytest.param(
            {"content": [{"type": "paragraph", "children": [{"text": TEXT[:20]}, {"text": TEXT[20:], "bold": True}]}]},
            TEXT,
            id="paragraphs of pieces",
        ),
        pytest.param(
            {
                "content": {
                    "type": "doc",
                    "content": [
                        {"type": "paragraph", "content": [{"type": "text", "text": x} for x in (t[:9], t[9:])]}
                        for t in (TEXT, SECOND)
                    ],
                }
            },
            f"{TEXT}\n{SECOND}",
            id="a document of paragraphs of pieces",
        ),
        pytest.param({"body": PARTS}, f"At noon\n{TEXT}\n{SECOND}", id="a body"),
        pytest.param({"transcript": [part | {"speaker": "Lee"} for part in PARTS[1:]]}, SECOND, id="a talk"),
        pytest.param({"content": {"blocks": PARTS[1:]}}, SECOND, id="blocks of a content"),
        pytest.param({"text": "", "components": PARTS[1:]}, SECOND, id="components beside an empty text"),
    ],
)
@pytest.mark.parametrize("within", [False, True], ids=["the document", "in an object"])
def test_an_article_in_parts_is_one(document, body, within):
    article = {"headline": "Bridge reopens", "author": {"name": "Ann Lee"}, "date": "2019-03-04"} | document
    (item,) = read_bytes(json.dumps({"article": article} if within else article).encode())
    found = told(item)
    assert (found["title"], found["authors"], found["body"]) == ("Bridge reopens", ["Ann Lee"], body)


def test_comments_on_what_has_no_text_are_no_articles():
    document = {"title": "Bridge reopens", "date": "2019-03-04", "replies": [{"text": TEXT}, {"text": SECOND}]}
    (item,) = read_bytes(json.dumps(document).encode())
    assert isinstance(item, Rejected)
    assert item.reason is RejectReason.NO_TEXT


@pytest.mark.parametrize("own", [{"url": URL}, {"date": "2019-03-04"}], ids=["addresses", "times"])
def test_parts_with_addresses_or_times_are_articles(own):
    document = {"title": "The Post", "sections": [part | own for part in PARTS]}
    assert [told(item)["body"] for item in read_bytes(json.dumps(document).encode())] == [TEXT, SECOND]


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        pytest.param({"article_title": "Bridge reopens"}, "title", "Bridge reopens", id="article_title"),
        pytest.param({"article_author": "Ann Lee"}, "authors", ["Ann Lee"], id="article_author"),
        pytest.param({"article_date": "2019-03-04T18:05:00Z"}, "at", AT, id="article_date"),
        pytest.param({"title": "A <em>bridge</em> &amp; a road"}, "title", "A bridge & a road", id="tags in a title"),
        pytest.param({"title": "Bridge", "timestamp": "2019-03-04T18:05:00Z"}, "at", AT, id="time of an article"),
        pytest.param({"timestamp": "2019-03-04T18:05:00Z"}, "at", "None", id="time that a page was fetched"),
        pytest.param({"text": "", "story": TEXT}, "body", TEXT, id="story"),
        pytest.param({"text": "", "plain_text": TEXT}, "body", TEXT, id="plain_text"),
        pytest.param({"text": "", "paragraphs": [TEXT, SECOND]}, "body", f"{TEXT}\n{SECOND}", id="paragraphs"),
        pytest.param({"text": "", "article": {"title": "A", "text": TEXT}}, "body", TEXT, id="text of an object"),
        pytest.param({"text": rf"{TEXT}\n\n{SECOND}"}, "body", f"{TEXT}\n{SECOND}", id="line ends escaped twice"),
        pytest.param({"text": r"In C:\new and C:\n it is."}, "body", r"In C:\new and C:\n it is.", id="a path"),
        pytest.param({"text": f"{TEXT}... [1530 chars]"}, "body", TEXT, id="cut by GNews"),
    ],
)
def test_a_key_gives_its_field(record, field, value):
    (item,) = read_bytes(json.dumps({"text": TEXT} | record).encode() + b"\n", "a.jsonl")
    assert told(item)[field] == value


def test_records_by_their_ids_are_all_read():
    items = read_bytes(json.dumps({"a": REGISTRY, "b": {"title": "B"}, "c": REGISTRY}).encode())
    assert [type(item) for item in items] == [RawArticle, Rejected, RawArticle]


RECORDS = [{"title": "Café", "text": TEXT}, {"title": "Bridge", "text": SECOND}]
LIST = json.dumps(RECORDS, ensure_ascii=False)


@pytest.mark.parametrize(
    ("data", "encodings"),
    [
        pytest.param(LIST.encode(), ["utf-8", "utf-8"], id="as it should be"),
        pytest.param(LIST.encode("cp1252"), ["cp1252", "cp1252"], id="a list in Windows-1252"),
        pytest.param(
            LIST.replace("time", "\udce9").encode(errors="surrogateescape"), ["utf-8", "utf-8"], id="a list, a bad byte"
        ),
        pytest.param(
            f'{{"articles": {LIST}}}'.replace("time", "\udce9").encode(errors="surrogateescape"),
            ["utf-8", "utf-8"],
            id="an object, a bad byte",
        ),
        pytest.param(f'{{"articles": {LIST}}}'.encode("cp1252"), ["cp1252", "cp1252"], id="an object in Windows-1252"),
        pytest.param(LIST.encode("utf-16"), ["utf-16-le", "utf-16-le"], id="a list in UTF-16"),
        pytest.param(f'{{"articles": {LIST}}}'.encode("utf-16"), ["utf-16-le", "utf-16-le"], id="an object in UTF-16"),
        pytest.param(
            "\n".join(json.dumps(x, ensure_ascii=False) for x in RECORDS).encode("utf-16"),
            ["utf-16-le", "utf-16-le"],
            id="lines in UTF-16",
        ),
        pytest.param(LIST.replace("}", ', "author": NaN}').encode(), ["utf-8", "utf-8"], id="NaN"),
        pytest.param(LIST.replace(" on ", "\non ").encode(), ["utf-8", "utf-8"], id="a line end in a text"),
    ],
)
def test_bytes_of_json(data, encodings):
    items = read_bytes(data)
    assert [item.encoding for item in items] == encodings
    assert [item.title.value for item in items] == ["Café", "Bridge"]
    assert items[0].text.replace("\n", " ").endswith(TEXT)


def test_nan_in_a_broken_document_is_no_excuse():
    (item,) = read_bytes(b'{"title": NaN, "text": "x"')
    assert item.reason is RejectReason.MALFORMED


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        pytest.param(b'{"title": "A", "description": "B c."}\n', "a.jsonl", "summary_only", id="a teaser"),
        pytest.param(b"stories_id,title,url\n1,A,b\n2,B,c\n", "a.csv", "no_text", id="a table without texts"),
        pytest.param(b"20190304\t1\tpost.example\n20190305\t2\tx\n", "a.csv", "no_text", id="a table without names"),
    ],
)
def test_what_holds_no_text_is_one_reject(data, name, reason):
    (item,) = read_bytes(data, name)
    assert item.reason == reason


def test_a_table_without_known_texts_can_be_mapped():
    data = f"stories_id,title,words\n1,A,{TEXT.replace(',', '')}\n".encode()
    (refused,) = read_bytes(data, "a.csv")
    assert "--map text=COLUMN" in refused.detail
    (item,) = read_bytes(data, "a.csv", fields={"text": "words"})
    assert isinstance(item, RawArticle)


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        pytest.param(f'{{"headline": "A b", "body": "{TEXT}"}}\n', "a.jsonl", "A b", id="other lines of JSON"),
        pytest.param(f"title;text\nA b;{TEXT}\n", "a.csv", "A b", id="another table"),
        pytest.param(f"kop;text\nA b;{TEXT}\n", "a.csv", "no text under inhoud, as --map says", id="a table of theirs"),
        pytest.param(
            '{"kop": "A b", "inhoud": null, "text": "B c."}\n', "a.jsonl", "no text under inhoud", id="no text"
        ),
        pytest.param('{"Title": "A b", "Full Text": " "}\n', "a.jsonl", "no text under Full Text; keys", id="empty"),
        pytest.param(
            f'{{"title": "An export", "text": "{TEXT}", "items": [{{"kop": "A b", "inhoud": "{TEXT}"}}]}}',
            "a.json",
            "A b",
            id="what is around theirs",
        ),
        pytest.param(
            f'{{"headline": "A b", "sections": [{{"headline": "", "text": "{TEXT}"}}]}}', "a.json", "A b", id="parts"
        ),
        pytest.param(f"nr;woorden\n1;{TEXT}\n2;{TEXT}\n", "a.csv", "no column is known", id="a table of nobody's"),
        pytest.param(
            '{"title": "A b", "url": "https://paper.example/1"}\n', "a.jsonl", "any known key", id="no text at all"
        ),
    ],
)
def test_keys_that_are_named_are_for_records_that_have_one(data: str, name: str, found: str) -> None:
    """A run may read a colleague's table beside files whose keys are known: they have no column of that name."""
    (item,) = read_bytes(data.encode(), name, fields={"title": "kop", "text": "inhoud"})
    assert found in (item.title.value if isinstance(item, RawArticle) else item.detail)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        pytest.param("story.by.name", ("Ann Lee", "Bo Ek"), id="through a list"),
        pytest.param("story.teams.people.name", ("Cy Day", "Di Fox"), id="through lists of lists"),
        pytest.param("story.names", ("Ed Orr", "Flo Ray"), id="a list at its end"),
        pytest.param("story.lists.names", ("Ed Orr", "Flo Ray", "Gil Moe"), id="lists at its ends"),
        pytest.param("story.by.nam", None, id="nowhere"),
    ],
)
def test_a_named_path_goes_through_lists(path: str, names: tuple[str, ...] | None) -> None:
    story = {
        "by": [{"name": "Ann Lee"}, {"id": 1}, {"name": "Bo Ek"}],
        "teams": [{"people": [{"name": "Cy Day"}]}, {"people": [{"name": "Di Fox"}]}],
        "names": ["Ed Orr", "Flo Ray"],
        "lists": [{"names": ["Ed Orr", "Flo Ray"]}, {"names": ["Gil Moe"]}],
    }
    (item,) = read_bytes(json.dumps({"text": TEXT, "story": story}).encode(), "a.json", fields={"authors": path})
    assert (item.authors and item.authors.values) == names
    assert item.named.found == ({path} if names else set())
    assert item.named.keys[:3] == ("text", "story.by", "story.teams")


def test_a_named_text_may_be_in_the_parts_of_a_list() -> None:
    blocks = [{"kind": "p", "words": TEXT}, {"kind": "p", "words": SECOND}]
    (item,) = read_bytes(
        json.dumps({"page": {"blocks": blocks}}).encode(), "a.json", fields={"text": "page.blocks.words"}
    )
    assert item.text == f"{TEXT}\n{SECOND}"


def test_an_item_of_a_wire_is_one_beside_a_table_with_named_keys() -> None:
    item = {"uri": "urn:a", "type": "text", "versioncreated": "2025-01-01T00:00:00Z", "body_text": TEXT, "urgency": 2}
    (plain,), (beside,) = (
        read_bytes(json.dumps(item).encode(), "a.json", fields=fields) for fields in ({}, {"text": "x"})
    )
    assert (plain.format, beside.format) == ("ninjs", "ninjs")


@pytest.mark.filterwarnings("ignore")  # as a run has them: as errors they would end the parser just as well
@pytest.mark.parametrize(
    ("source", "authors", "publisher", "names"),
    [
        pytest.param("{'id': None, 'name': 'The Star'}", "['Ann Lee']", "The Star", ("Ann Lee",), id="by Python"),
        pytest.param('{"id": null, "name": "The Star"}', '["Ann Lee"]', "The Star", ("Ann Lee",), id="as JSON"),
        pytest.param(
            "The Star", "[{'name': 'Ann Lee'}, {'name': 'Bo Ek'}]", "The Star", ("Ann Lee", "Bo Ek"), id="a list"
        ),
        pytest.param("The Star", "{'name': \"Ann O'Lee\"}", "The Star", ("Ann O'Lee",), id="an apostrophe"),
        pytest.param("{The Star}", "Ann Lee", "{The Star}", ("Ann Lee",), id="no object"),
        pytest.param("{'name': '\\d'}", "Ann Lee", "{'name': '\\d'}", ("Ann Lee",), id="a backslash"),
        pytest.param("{" * 4000, "Ann Lee", "{" * 4000, ("Ann Lee",), id="brackets"),
    ],
)
def test_objects_that_a_table_holds_as_texts(source: str, authors: str, publisher: str, names: tuple[str, ...]) -> None:
    """A table that somebody made of an interface's answers: the outlet was told to be called "{'id': None, ...}"."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerows([("title", "text", "source", "authors"), ("A b", TEXT, source, authors)])
    (item,) = read_bytes(out.getvalue().encode(), "a.csv")
    assert isinstance(item, RawArticle)
    assert (item.publisher.value, item.authors.values) == (publisher, names)


def test_each_key_of_a_record_is_folded_once(monkeypatch):
    folded = []
    fold = article.fold_key
    monkeypatch.setattr(article, "fold_key", lambda key: folded.append(key) or fold(key))
    item = article.record_article(
        {"Headline": "Bridge reopens", "Body": TEXT, "Pub Date": AT}, "a", "csv", ReadOptions()
    )
    assert isinstance(item, RawArticle)
    assert item.published is not None
    assert folded == ["Headline", "Body", "Pub Date"]
