"""Exports of press databases: one file holds many articles, and each comes out with its own fields."""

import io
import re

import pytest

from schemas.vocabulary import RejectReason
from transforms.article import RawArticle, Rejected, Source
from transforms.normalize import normalize
from transforms.readers import read

P1 = "The harbour of Vellmar opened again on Monday after a storm that had lasted for two days."
P2 = "“We could not wait any longer,” harbour master Tom Brekke told reporters."
Q1 = "The council of Ostby voted on Tuesday to raise the price of bus tickets by a tenth."
Q2 = "“Diesel costs twice what it did,” Mayor Ida Holm said after the vote."
STORM = ("Harbour of Vellmar reopens", ["Ann Lee"], "The Vellmar Post", "2019-03-04", f"{P1}\n{P2}")
BUSES = ("Council raises price of buses", ["Bo Ek"], "Ostby Tidings", "2019-03-05", f"{Q1}\n{Q2}")

OF_DOCUMENTS = f"""
                               1 of 2 DOCUMENTS


                               The Vellmar Post

                              March 4, 2019 Monday
                                 Final Edition

Harbour of Vellmar reopens

BYLINE: Ann Lee, Staff Writer

SECTION: NEWS; Pg. 4

LENGTH: 72 words

DATELINE: VELLMAR

{P1.replace(" again ", chr(10) + "again ")}

{P2}

LOAD-DATE: March 6, 2019

LANGUAGE: ENGLISH

GRAPHIC: The harbour on Monday.

PUBLICATION-TYPE: Newspaper

                  Copyright 2019 Vellmar Media Ltd
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                     Copyright 2019 Ostby Media

                               Ostby Tidings

                              March 5, 2019, Tuesday

SECTION: Section B; Column 1; Metropolitan Desk; Pg. 1

LENGTH: 60 words

HEADLINE: Council raises price of
buses

BYLINE: By Bo Ek

BODY:
{Q1}

{Q2}

URL: https://tidings.example/buses

SUBJECT: BUS FARES (90%); COUNCILS (78%)

LOAD-DATE: March 6, 2019
"""
DOCUMENT_OF = f"""Document 1 of 2

The Vellmar Post

March 4, 2019 Monday

Harbour of Vellmar reopens

BYLINE: Ann Lee

LENGTH: 72 words

{P1}

{P2}

LOAD-DATE: March 6, 2019

Document 2 of 2

Ostby Tidings

5. März 2019 Dienstag

Council raises price of buses

AUTOR: Bo Ek

LÄNGE: 72 Wörter

{Q1}

{Q2}

UPDATE: 6. März 2019

SPRACHE: ENGLISH
"""
NEXIS_COVER = """User Name: = ann
Date and Time: = Tuesday, March 12, 2019 11:05:00 AM EDT
Documents (2)

1. Harbour of Vellmar reopens
Client/Matter: -None-
Search Terms: harbour

"""


def nexis(article: tuple, gap: str = "\n") -> str:
    title, authors, outlet, day, text = article
    day = {"2019-03-04": "March 4, 2019 Monday", "2019-03-05": "March 5, 2019 Tuesday 9:15 AM EST"}[day]
    return f"""{title}{gap}{outlet}{gap}{day}

Copyright 2019 {outlet} All Rights Reserved
Section: NEWS; Pg. 4
Length: 72 words
Byline: {authors[0]}
Body

{text}

Graphic

The harbour on Monday.

Classification

Language: ENGLISH

Subject: STORMS (90%)

Load-Date: March 6, 2019

End of Document

"""


def factiva(article: tuple, gap: str = "   ", *, codes: str = "SE HD BY WC PD SN SC LA CY LP TD NS AN") -> str:
    title, authors, outlet, day, text = article
    lead, rest = text.split("\n")
    values = {
        "SE": "News",
        "HD": title,
        "BY": f"By {authors[0]}",
        "WC": "72 words",
        "PD": f"{int(day[-2:])} March 2019",
        "SN": outlet,
        "SC": "VELPST",
        "LA": "English",
        "CY": f"(c) 2019 {outlet}",
        "LP": f"\n{lead}\n",
        "TD": f"\n{rest}\n",
        "NS": "gship : Shipping | gcat : Political/General News",
        "AN": f"Document VELPST0020190304ef34000{day[-2:]}",
    }
    return "".join(f"{code}{gap}{values[code]}\n\n" for code in codes.split())


def factiva_page(article: tuple) -> str:
    title, authors, outlet, day, text = article
    return f"""{title}

By {authors[0]}
72 words
{int(day[-2:])} March 2019
{outlet}
VELPST
English
(c) 2019 {outlet}

{text}

Document VELPST0020190304ef34000{day[-2:]}

"""


def proquest(article: tuple) -> str:
    title, authors, outlet, day, text = article
    full = f"Full text: {text}" if text else "Abstract: A vote."
    return f"""
____________________________________________________________

Document 1 of 2

{title}

Author: {authors[0]}

Publication info: {outlet} ; Vellmar [Vellmar]. 04 Mar 2019: A.1.

Links: None

{full}

Subject: Storms; Harbors

Title: {title}

Publication title: {outlet}; Vellmar

Publication date: Mar {int(day[-2:])}, 2019

ProQuest document ID: 218880{day[-2:]}

Database: ProQuest Newsstream
"""


PROQUEST_END = (
    "\n____________________________________________________________\n\nContact ProQuest\n\nCopyright © 2019\n"
)


def newsbank(article: tuple) -> str:
    title, authors, outlet, day, text = article
    return f"""{title}

{outlet} (Vellmar, VE) - March {int(day[-2:])}, 2019

Author: {authors[0]}

Section: News

{text}

Record: 190304

Copyright: Copyright (c) 2019 The Vellmar Company

"""


def newsbank_paper(article: tuple) -> str:
    title, authors, outlet, day, text = article
    return f"""
Paper: {outlet} (Vellmar, VE)
Title: {title}
Date: March {int(day[-2:])}, 2019
Section: News

{text}

Author: {authors[0]}
Page: A1
Copyright: (c) 2019 The Vellmar Company

"""


def labelled(article: tuple, first: str = "Title") -> str:
    title, authors, outlet, day, text = article
    fields = {
        "Title": title,
        "Author": authors[0],
        "Source": outlet,
        "Date": f"{day} 18:05",
        "URL": "https://post.example/a",
    }
    order = sorted(fields, key=lambda name: name != first)
    return "\n".join(f"{name}: {fields[name]}" for name in order) + f"\n\n{text}\n\n"


def factiva_coded_page(article: tuple) -> str:
    rows = re.findall(r"^([A-Z]{2})   \n?(.*)\n", factiva(article), re.MULTILINE)
    cells = "".join(f"<tr><td><b>{code}</b>&nbsp;</td><td><p>{value}</p></td></tr>" for code, value in rows)
    return f'<div id="article-1" class="article enArticle"><table>{cells}</table></div><br/>'


def factiva_plain_page(article: tuple) -> str:
    title, authors, outlet, day, text = article
    lines = ("72 words", f"{int(day[-2:])} March 2019", outlet, "VELPST", "English", f"(c) 2019 {outlet}")
    return (
        f'<div class="article enArticle"><div id="hd"><span class="enHeadline">{title}</span></div>'
        f'<div class="author">{authors[0]}</div>{"".join(f"<div>{line}</div>" for line in lines)}'
        + "".join(f'<p class="articleParagraph">{line}</p>' for line in text.split("\n"))
        + f"<p>Document VELPST0020190304ef34000{day[-2:]}</p></div>"
    )


def europresse(article: tuple) -> str:
    title, authors, outlet, day, text = article
    return (
        f'<article><span class="DocPublicationName">{outlet}, no. 1204</span>'
        f'<span class="DocHeader">Actualités, lundi {int(day[-2:])} mars 2019 72 mots, p. 4</span>'
        f'<div class="titreArticle"><p class="titreArticleVisu">{title}</p></div>'
        f'<div class="sm-margin-bottomNews">{authors[0]}</div><div class="DocText clearfix"><div>'
        + "".join(f"<p>{line}</p>" for line in text.split("\n"))
        + f'</div></div><div class="publiC-lblNodoc">news·201903{day[-2:]}·VP·001</div></article>'
    )


def page(article: str) -> str:
    return f"<!doctype html><html><head><title>Results</title></head><body>{article}</body></html>"


def lexis_page(text: str) -> str:
    lines = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())
    marked = (re.sub(r"^([A-Z-]+:)", r'<span class="c5">\1</span>', line) for line in lines)
    return page("".join(f'<div class="c0"><p class="c1"><span>{line}</span></p></div>' for line in marked))


def rtf(text: str) -> str:
    letters = {"\n": "\\par\n"} | {char: f"\\u{ord(char)}?" for char in text if char > "\x7f"}
    return "{\\rtf1\\ansi\\ansicpg1252\n" + "".join(letters.get(char, char) for char in text) + "}"


def read_text(text: str, name: str = "a.txt", encoding: str = "utf-8") -> list[RawArticle | Rejected]:
    data = text.encode(encoding)
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data))))


def told(item: RawArticle) -> tuple:
    row = normalize([item])[0].row(0, named=True)
    body = "\n".join(item.text[block.start : block.end] for block in item.blocks if block.kind == "body")
    return row["title"], row["authors"], row["publisher"], str(row["published_local"])[:10], body


BOTH = (STORM, BUSES)


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        pytest.param(OF_DOCUMENTS, "lexisnexis", id="1 of 2 DOCUMENTS, wrapped and centred"),
        pytest.param(DOCUMENT_OF, "lexisnexis", id="Document 1 of 2, labels in German"),
        pytest.param(DOCUMENT_OF.replace("\n", "\r\n"), "lexisnexis", id="Document 1 of 2 with line ends of Windows"),
        pytest.param("".join(map(nexis, BOTH)), "lexisnexis", id="End of Document"),
        pytest.param(NEXIS_COVER + "".join(map(nexis, BOTH)), "lexisnexis", id="End of Document, behind a cover page"),
        pytest.param("".join(nexis(x, "\n\n") for x in BOTH), "lexisnexis", id="End of Document, lines apart"),
        pytest.param(rtf("".join(map(nexis, BOTH))), "lexisnexis", id="End of Document as RTF"),
        pytest.param("".join(map(factiva, BOTH)), "factiva", id="codes"),
        pytest.param("".join(factiva(x, " ") for x in BOTH), "factiva", id="codes with one space"),
        pytest.param("".join(factiva(x, "\n") for x in BOTH), "factiva", id="codes on lines of their own"),
        pytest.param("".join(factiva(x, " | ") for x in BOTH), "factiva", id="codes in a table that was RTF"),
        pytest.param(
            "".join(factiva(x, codes="HD BY WC PD SN LP TD") for x in BOTH), "factiva", id="codes without a number"
        ),
        pytest.param(
            "".join(map(factiva, BOTH)) + "Search Summary\n\nText   harbour\n",
            "factiva",
            id="codes, then what was asked",
        ),
        pytest.param(rtf("".join(map(factiva, BOTH))), "factiva", id="codes as RTF"),
        pytest.param("".join(map(factiva_page, BOTH)), "factiva", id="without codes"),
        pytest.param(page("".join(map(factiva_coded_page, BOTH))), "factiva", id="codes on a page"),
        pytest.param(page("".join(map(factiva_plain_page, BOTH))), "factiva", id="a page without codes"),
        pytest.param(lexis_page(OF_DOCUMENTS), "lexisnexis", id="a page of LexisNexis"),
        pytest.param(page("".join(map(europresse, BOTH))), "europresse", id="a page of Europresse"),
        pytest.param("".join(map(proquest, BOTH)) + PROQUEST_END, "proquest", id="rulers and labels"),
        pytest.param(
            "".join(map(proquest, BOTH)).replace("Ann Lee", "Lee, Ann").replace("Bo Ek", "Ek, Bo") + PROQUEST_END,
            "proquest",
            id="rulers and labels, family names first",
        ),
        pytest.param("".join(map(proquest, BOTH)).replace("_", ""), "proquest", id="counted, without rulers"),
        pytest.param("".join(map(labelled, BOTH)), "blocks", id="labels above each text"),
        pytest.param(
            "".join(f"=== ARTICLE {i} ===\n{labelled(x)}" for i, x in enumerate(BOTH, 1)),
            "blocks",
            id="counts above labels",
        ),
        pytest.param("".join(labelled(x, "URL") for x in BOTH), "blocks", id="an address above each text"),
        pytest.param("=====\n" + "=====\n".join(map(labelled, BOTH)) + "=====\n", "blocks", id="rulers above labels"),
        pytest.param("".join(map(newsbank, BOTH)), "newsbank", id="outlet and day below the headline"),
        pytest.param(
            "".join(newsbank(x).replace("Author:", "Column: Ports\n\nAuthor:") for x in BOTH),
            "newsbank",
            id="outlet and day above a column",
        ),
        pytest.param("".join(map(newsbank_paper, BOTH)), "newsbank", id="labels above each"),
    ],
)
def test_each_document_is_an_article(text, format_name):
    items = read_text(text)
    assert [told(item) for item in items] == [STORM, BUSES]
    assert [item.uri for item in items] == ["file:///a.txt#1", "file:///a.txt#2"]
    assert {item.format for item in items} == {format_name}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(nexis(STORM), id="End of Document"),
        pytest.param(factiva(STORM), id="codes"),
        pytest.param(factiva_page(STORM), id="without codes"),
        pytest.param(proquest(STORM), id="rulers and labels"),
        pytest.param(newsbank(STORM), id="outlet and day"),
    ],
)
def test_an_export_of_one_document_is_the_file(text):
    (item,) = read_text(text)
    assert (item.uri, told(item)) == ("file:///a.txt", STORM)


def test_further_fields_of_lexis():
    first, second = read_text(OF_DOCUMENTS)
    assert (first.section, first.dateline) == ("NEWS", "VELLMAR")
    assert [first.text[b.start : b.end] for b in first.blocks if b.kind == "caption"] == ["The harbour on Monday."]
    assert (second.section, second.url) == ("Section B; Metropolitan Desk", "https://tidings.example/buses")
    assert second.keywords == ("BUS FARES", "COUNCILS")


def test_further_fields_of_the_others():
    (nexis_item,) = read_text(nexis(STORM))
    assert (nexis_item.section, nexis_item.keywords) == ("NEWS", ("STORMS",))
    (factiva_item,) = read_text(factiva(STORM))
    assert factiva_item.keywords == ("Shipping", "Political/General News")
    assert factiva_item.provider_id == "urn:factiva:VELPST0020190304ef3400004"
    (own_line,) = read_text(factiva(STORM, "\n"))
    assert own_line.provider_id == factiva_item.provider_id
    (europresse_item,) = read_text(page(europresse(STORM)))
    assert europresse_item.section == "Actualités"
    assert europresse_item.provider_id == "urn:europresse:news·20190304·VP·001"
    (proquest_item,) = read_text(proquest(STORM))
    assert (proquest_item.provider_id, proquest_item.keywords) == ("urn:proquest:21888004", ("Storms", "Harbors"))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            DOCUMENT_OF.replace(P2, f"{P2}\n\nCOUNTRY: A PLAY\n\nIt was on.\n\nIt is off.\n\n{P1}\n\n{P1}"),
            f"{P1}\n{P2}\nCOUNTRY: A PLAY\nIt was on.\nIt is off.\n{P1}\n{P1}",
            id="label of Lexis",
        ),
        pytest.param(
            nexis(STORM).replace(P2, f"{P2}\n\nNotes\n\n{P1}\n\nGraphic\n\nMore."),
            f"{P1}\n{P2}\nNotes\n{P1}\nGraphic\nMore.",
            id="heading of Nexis",
        ),
        pytest.param(
            factiva(STORM, " ").replace(P2, f"{P2}\n\nIN VELLMAR nobody slept.\n\nRE the storm: it is over."),
            f"{P1}\n{P2}\nIN VELLMAR nobody slept.\nRE the storm: it is over.",
            id="code of Factiva",
        ),
        pytest.param(
            proquest(STORM).replace(P2, f"{P2}\n\nPeople: what they say\n\n{P1}"),
            f"{P1}\n{P2}\nPeople: what they say\n{P1}",
            id="label of ProQuest",
        ),
    ],
)
def test_what_looks_like_a_field_within_a_text_stays_there(text, body):
    item = read_text(text)[0]
    texts = [item.text[block.start : block.end] for block in item.blocks]
    assert body in "\n".join(texts)


def test_a_document_without_its_text_is_a_reject():
    first, second = read_text(proquest(STORM) + proquest((*BUSES[:4], "")) + PROQUEST_END)
    assert told(first) == STORM
    assert (second.uri, second.reason) == ("file:///a.txt#2", RejectReason.SUMMARY_ONLY)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            nexis(STORM) + nexis(BUSES).replace("Body\n", ""), RejectReason.MALFORMED, id="no line of the body"
        ),
        pytest.param(
            factiva_page(STORM) + factiva_page(BUSES).replace("72 words", ""),
            RejectReason.MALFORMED,
            id="no words told",
        ),
        pytest.param(
            factiva(STORM) + factiva(BUSES).replace(Q1, "").replace(Q2, ""),
            RejectReason.NO_TEXT,
            id="nothing in its text",
        ),
        pytest.param(DOCUMENT_OF.replace(Q1, "").replace(Q2, ""), RejectReason.NO_TEXT, id="nothing below the labels"),
        pytest.param(
            labelled(STORM) + labelled((*BUSES[:4], "")) + labelled(STORM),
            RejectReason.NO_TEXT,
            id="nothing below labels",
        ),
        pytest.param(
            newsbank(STORM) + newsbank(BUSES).replace(f"{Q1}\n{Q2}", ""), RejectReason.NO_TEXT, id="nothing but labels"
        ),
    ],
)
def test_a_broken_document_costs_no_other(text, reason):
    first, second, *_ = read_text(text)
    assert told(first) == STORM
    assert (second.uri, second.reason) == ("file:///a.txt#2", reason)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Papers found\n\n{P1}\n\nDocument 1 of 2\n\n{P2}\n", id="numbered documents"),
        pytest.param(f"Papers found\n\n{P1}\n\nEnd of Document\n\n{P2}\n", id="end of a document"),
        pytest.param(f"HD radio\n\n{P1}\n\nPD is a term.\n\nSN too.\n", id="some codes"),
        pytest.param(f"Papers found\n\n{P1}\n\n{'_' * 40}\n\nSubject: buses\n\n{P2}\n", id="ruler and label"),
        pytest.param(f"Papers found\n\nVellmar Post (Vellmar) - March 4, 2019\n\n{P1}\n\n{P2}\n", id="outlet and day"),
        pytest.param(labelled(STORM), id="labels above one text"),
        pytest.param(f"Title: Papers\nDate: March 4, 2019\n\n{P1}\n\nTitle: none\n\n{P2}\n", id="a label in a text"),
        pytest.param(f"Papers found\n\n<p>Document 1 of 2</p>\n\n{P1}\n\n{P2}\n", id="a tag"),
        pytest.param(f"Paper: the stuff of dreams\n\n{P1}\n\n{P2}\n", id="paper"),
        pytest.param(
            f"Papers found\n\nLength: 72 words\n\n{P1}\n\n{P2}\n\nEnd of Document\n", id="words told, no body"
        ),
        pytest.param(
            f"The new boat\n\n{P1}\n\nLength: 12 metres\n\nBody\n\n{P2}\n\nEnd of Document\n", id="length of a boat"
        ),
        pytest.param(
            f"Two storms\n\n{P1}\n\nThe first storm - March 4, 2019\n\n{P2}\n\nSource: harbour office\n\n"
            "The second storm – March 9, 2019\n\nIt was worse.\n\nCopyright 2019 The Post\n",
            id="days of a timeline",
        ),
        pytest.param(
            f"Vellmar Post - March 4, 2019\n\nAuthor: Ann Lee\n\n{P1}\n\n{P2}\n\nCopyright 2019 The Post\n",
            id="outlet and day above all",
        ),
        pytest.param(
            f"Title: The Salt Road\nAuthor: Ann Lee\nPublisher: Quay\n\n{P1}\n\n"
            f"Title: Knots\nAuthor: Bo Ek\nPublisher: Quay\n\n{P2}\n",
            id="two books",
        ),
    ],
)
def test_plain_text_is_no_export(text):
    (item,) = read_text(text)
    assert item.format == "plain"
    assert item.text == text


@pytest.mark.parametrize(
    ("head", "outlet", "address", "part"),
    [
        pytest.param("Title: Papers\nDate: 2019-03-04\nPublication: The Quay", "The Quay", None, None, id="outlet"),
        pytest.param(
            "HEADLINE: Papers\nDATE: 2019-03-04\nBYLINE: Ann Lee\nSOURCE: The Quay\nURL: https://quay.example/1\nTEXT:",
            "The Quay", "https://quay.example/1", None, id="capitals, address, label of the text",
        ),
        pytest.param(
            "Title: Papers\nAuthor: Ann Lee\nDate: 2019-03-04\nSection: Harbour; Pg. 3\nSource: https://quay.example/1",
            None, "https://quay.example/1", "Harbour", id="section, address as source",
        ),
        pytest.param("Title: Papers\nAuthor: Ann Lee\nPublisher: Quay\nPages: 300", None, None, None, id="a book"),
        pytest.param("Papers found\nSource: The Quay", None, None, None, id="no label of a headline"),
        pytest.param("Title: Papers found", None, None, None, id="no other label"),
    ],
)  # fmt: skip
def test_fields_above_the_one_text_of_a_file_are_fields(head, outlet, address, part):
    text = f"{head}\n\n{P1}\n\n{P2}\n"
    (item,) = read_text(text)
    assert (item.format, item.text) == ("plain", text)
    assert (item.publisher and item.publisher.value, item.url, item.section) == (outlet, address, part)
    if outlet or address:
        assert [text[block.start : block.end] for block in item.blocks if block.kind == "body"] == [P1, P2]


def test_a_source_within_the_text_is_no_outlet():
    (item,) = read_text(f"Title: Papers\nDate: 2019-03-04\n\n{P1}\n\nSource: harbour office\n\n{P2}\n")
    assert item.publisher is None
