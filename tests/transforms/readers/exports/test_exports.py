"""Exports of press databases: one file holds many articles, and each comes out with its own fields."""

import pytest
from press_databases import (
    BOTH,
    BUSES,
    DOCUMENT_OF,
    NEXIS_COVER,
    OF_DOCUMENTS,
    P1,
    P2,
    PROQUEST_END,
    Q1,
    Q2,
    STORM,
    europresse,
    factiva,
    factiva_coded_page,
    factiva_page,
    factiva_plain_page,
    labelled,
    lexis_page,
    newsbank,
    newsbank_paper,
    nexis,
    page,
    proquest,
    read_text,
    rtf,
    told,
)

from schemas.vocabulary import RejectReason


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
        pytest.param(
            page("".join(map(europresse, BOTH))).replace("DocText clearfix", "docOcurrContainer"),
            "europresse",
            id="a page of Europresse, the inner class alone",
        ),
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
