"""Sentences about the article and its author, which are no part of it, and prose that looks like them."""

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.lines import read_plain_text
from transforms.lines.notes import is_contact, says_where_it_appeared

LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The post Bridge reopens appeared first on The Vellmar Lantern.", True, id="a feed"),
        pytest.param(
            "This article was originally published by The Lantern. Read the original article.", True, id="originally"
        ),
        pytest.param(
            "This article was first published under the headline “Bridge reopens”.", True, id="with a quotation"
        ),
        pytest.param("This piece first appeared on Bridges Weekly.", True, id="a piece"),
        pytest.param(
            "This report by The Vellmar Press was first published May 3, 2024.", True, id="a report by an agency"
        ),
        pytest.param("A version of this story appears in print on May 3, 2024.", True, id="in print"),
        pytest.param("(This story has not been edited by our staff.)", True, id="not edited"),
        pytest.param(
            "Except for the headline, this story has not been edited by Lantern staff.", True, id="but the headline"
        ),
        pytest.param("Appeared in the May 3, 2024, print edition as 'Bridge reopens'.", True, id="print edition"),
        pytest.param("This story was first published in 1902, when she was a child.", False, id="an old story"),
        pytest.param("This report was first published by the transport office.", False, id="a report in the news"),
        pytest.param("The post office appeared first, then the bridge.", False, id="a post office"),
        pytest.param("This article of the treaty has been disputed for years.", False, id="an article of a treaty"),
    ],
)
def test_where_it_appeared(text, expected):
    assert says_where_it_appeared(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Follow Ada Lind on Twitter @adalind.", True, id="follow"),
        pytest.param("Follow our bridge reporter Ada Lind on X", True, id="with a role"),
        pytest.param("On Twitter, follow Ada Lind: https://social.example/lind", True, id="network first"),
        pytest.param("Follow Élodie Årud on Twitter @earud.", True, id="accents"),
        pytest.param("Reach her at ada@lantern.example.", True, id="reach"),
        pytest.param("You can reach Ada Lind at ada@lantern.example or 555-0100.", True, id="you can"),
        pytest.param("Ada Lind can be reached at 555-0100.", True, id="can be reached"),
        pytest.param("Ada Lind is on Bluesky: @adalind", True, id="is on"),
        pytest.param("Twitter: @adalind", True, id="handle with a label"),
        pytest.param("Follow Ada Lind through the old town and you will see three bridges.", False, id="a walk"),
        pytest.param("Ada Lind can be reached by nobody these days.", False, id="out of reach"),
        pytest.param("Ada Lind is on Facebook more than in the council.", False, id="a politician"),
        pytest.param("“Follow Ada Lind on Twitter,” he said.", False, id="a quotation"),
        pytest.param("Contact the ferry office at www.ferry.example.", False, id="service to readers"),
    ],
)
def test_contacts(text, expected):
    assert is_contact(text) is expected


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        pytest.param("Ada Lind is a staff writer for The Lantern.", K.BOILERPLATE, id="the author"),
        pytest.param("Ada Lind covers bridges for The Lantern.", K.BOILERPLATE, id="what the author covers"),
        pytest.param(
            "Karl Moe is a reporter in Oslo. Reach him at k@lantern.example.", K.BOILERPLATE, id="with an address"
        ),
        pytest.param("Karl Moe is an engineer. He tweets @karlmoe.", K.BOILERPLATE, id="with a handle"),
        pytest.param("Karl Moe is a reporter at The Lantern who saw it all.", K.BODY, id="somebody else"),
        pytest.param("Ada Lind is “a friend of bridges”, he said.", K.BODY, id="a quotation"),
        pytest.param("Ada Lind is a poet. Her latest book is “Arches”.", K.BOILERPLATE, id="a book of the author's"),
        pytest.param("Karl Moe is a poet. His latest book is “Arches”.", K.BODY, id="a book of somebody else"),
        pytest.param("Karl Moe is the mayor of Vellmar.", K.BODY, id="somebody in the news"),
    ],
)
def test_who_the_author_is(last, kind):
    head = ["Bridge reopens after two years", "By Ada Lind", "May 3, 2024"]
    blocks = read_plain_text("\n\n".join([*head, LEDE, NEXT, last])).blocks
    assert [block.kind for block in blocks[-3:]] == [K.BODY, K.BODY, kind]
    amid = read_plain_text("\n\n".join([*head, LEDE, last, NEXT])).blocks
    assert amid[-2].kind is K.BODY
