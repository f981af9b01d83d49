"""Paragraphs that a page parts by divs, breaks, cells or blank lines instead of marking them."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import RawArticle
from transforms.readers.html import html_article

STORY = [
    "The harbour board will close the east pier for a year after divers found cracks in its pillars, it said Friday.",
    "“Nobody wants a closed pier, but nobody wants to swim either,” the board's chair, Runa Holt, told reporters.",
    "Shops get no rent bills.",
    "Ferries to the outer islands will leave from the coal quay until the work is done, at the same hours as now.",
    "The board will ask the county for nine million crowns, half of what the repair is expected to cost, in March.",
    "Fishermen, who use the pier at night, said that they had warned of the cracks two winters ago, to no avail.",
]
LINKED = [text.replace("board", "<a href='/b'>board</a>").replace("pier", "<a href='/p'>pier</a>") for text in STORY]


def each(tag: str, texts: list[str]) -> str:
    return "".join(f"<{tag}>{text}</{tag.split(maxsplit=1)[0]}>" for text in texts)


def texts_of(inner: str) -> list[tuple[str, BlockKind]]:
    markup = f"<!doctype html><html lang='en'><head><title>Pier closes</title></head><body>{inner}</body></html>"
    article = html_article("file:///a.html", markup, "utf-8")
    assert isinstance(article, RawArticle), article
    return [(article.text[b.start : b.end], b.kind) for b in article.blocks]


def bodies(inner: str) -> list[str]:
    return [text for text, kind in texts_of(inner) if kind is BlockKind.BODY]


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(f"<p>{LINKED[0]}</p>" + each("div", LINKED[1:]), id="divs after a paragraph"),
        pytest.param(each("div class='text'", LINKED), id="divs of one class"),
        pytest.param(
            "".join(f"<div class='r{i}'><div class='w'><div>{text}</div></div></div>" for i, text in enumerate(LINKED)),
            id="divs in divs",
        ),
        pytest.param("".join(f"<div><div>{text}</div></div>" for text in LINKED), id="divs in divs without a class"),
        pytest.param(f"<div>{'<br><br>'.join(LINKED)}</div>", id="two breaks"),
        pytest.param(f"<div>{'<br>'.join(LINKED)}</div>", id="one break"),
        pytest.param(f"<div>{'<span class=br></span>'.join(LINKED)}</div>", id="elements that stand for breaks"),
        pytest.param(
            f"<div>{'<br><br>'.join(LINKED[:2])}<p>{LINKED[2]}</p>{'<br><br>'.join(LINKED[3:])}</div>",
            id="breaks and a paragraph",
        ),
        pytest.param(f"<font size=3>{'<br><br>'.join(LINKED)}</font>", id="breaks in a font"),
        pytest.param(f"<table><tr><td>{'<br><br>'.join(LINKED)}</td></tr></table>", id="breaks in a cell"),
        pytest.param(f"<table><tr><td>Menu</td><td>{each('p', LINKED)}</td></tr></table>", id="a page in a table"),
        pytest.param(f"<story-text>{each('story-line', LINKED)}</story-text>", id="elements of a script"),
        pytest.param("<pre>\n" + "\n\n".join(STORY) + "\n</pre>", id="blank lines"),
    ],
)
def test_unmarked_paragraphs_are_all_there_and_whole(story):
    assert bodies(f"<div class='page'><h1>Pier closes</h1>{story}</div>") == STORY


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(
            each("div class='text'", [*STORY[:3], "<h2><span>What it costs</span></h2>"])
            + each("div class='text'", ["<ul><li>Half the county</li><li>Half the ports</li></ul>", *STORY[3:]]),
            id="divs of one class",
        ),
        pytest.param(
            f"<div>{'<br><br>'.join(STORY[:3])}<br><br><div class='h'><h2>What it costs</h2></div>"
            f"<ul><li>Half the county</li><li>Half the ports</li></ul>{'<br><br>'.join(STORY[3:])}</div>",
            id="two breaks",
        ),
    ],
)
def test_headings_and_lists_among_unmarked_paragraphs_are_there(story):
    texts = texts_of(f"<div class='q7'><h1>Pier closes</h1>{story}</div>")
    assert [text for text, _ in texts] == ["Pier closes", *STORY[:3], "What it costs", "Half the county",
                                           "Half the ports", *STORY[3:]]  # fmt: skip
    assert texts[4][1] is BlockKind.HEADING


PROMOTION = "The best of the coast every morning, chosen by our editors and sent to you before the first ferry leaves."


@pytest.mark.parametrize(
    "beside",
    [
        pytest.param(f"<div class='x1'>{PROMOTION}</div>", id="a lone div"),
        pytest.param(f"<aside><div>{PROMOTION}<br><br>{PROMOTION}</div></aside>", id="an aside"),
        pytest.param(
            f"<div class='NewsletterBox_root__q7'><span>{PROMOTION}<p><a href='/l'>More</a></p></span></div>",
            id="a class with a suffix",
        ),
    ],
)
def test_text_beside_marked_paragraphs_is_left(beside):
    assert (
        bodies(f"<article><h1>Pier closes</h1>{each('p', STORY[:3])}{beside}{each('p', STORY[3:])}</article>") == STORY
    )


def test_a_paragraph_of_script_is_none():
    share = "<script>(function(a){ return a.share(the, page, with, all, who, want, to, read, it, too) })()</script>"
    story = f"<p>Share<button>Now</button>{share}</p>{each('p', STORY)}"
    assert bodies(f"<article><h1>Pier closes</h1><div class='story'>{story}</div></article>") == STORY


def test_a_table_of_data_stays_one():
    cells = each("tr", ["<td>Year</td><td>Ferries</td>", "<td>2021</td><td>Four a day</td>"])
    assert (
        bodies(f"<article><h1>Pier closes</h1>{each('p', STORY)}<table>{cells}</table></article>")[: len(STORY)]
        == STORY
    )
