"""Two articles as each press database gives them out."""

import io
import re

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
