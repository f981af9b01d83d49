"""Roles of single lines and headlines. Whole articles are golden files."""

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.byline import clean_names
from transforms.dates import DateHints, parse_time
from transforms.lines import read_plain_text
from transforms.lines.dateline import find_dateline
from transforms.lines.line_forms import is_slug

LEDE = "The council of Vellmar reopened the old bridge on Monday after two years of repairs, the mayor said."
NEXT = "Trams will cross it again from next month, according to the transport office, which gave no day."


def kinds(*lines: str) -> list[K]:
    return [block.kind for block in read_plain_text("\n\n".join(lines)).blocks]


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        pytest.param("Bridge reopens after two years", True, id="plain"),
        pytest.param("Council Reopens Bridge, Ending Two Years of Detours.", True, id="full stop"),
        pytest.param("Will the bridge hold?", True, id="question"),
        pytest.param("They did it!", True, id="exclamation"),
        pytest.param(
            "BUSTED: Mayor Caught Crossing Closed Bridge In The Dark Of The Night With Two Goats And A Lamp.",
            True,
            id="long, capitalised",
        ),
        pytest.param("UKRAINE: what we know so far", True, id="place and colon"),
        pytest.param(LEDE, False, id="a paragraph"),
        pytest.param("VELLMAR (NNA) — The bridge is open again.", False, id="a dateline"),
        pytest.param("VELLMAR — The bridge of Vellmar is open again after two long years", False, id="a dateline, cut"),
        pytest.param(
            "“We have waited for this day as one waits for a train,” the mayor said.", False, id="a quotation"
        ),
        pytest.param("and so it went on for two years", False, id="starts in the middle"),
    ],
)
def test_headline(first, is_title):
    assert (kinds(first, LEDE, NEXT)[0] is K.TITLE) is is_title


SIGNED = ["By Ada Lind", "May 3, 2024", LEDE, NEXT]


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(["Politics"], id="section"),
        pytest.param(["Courts & Crime"], id="two sections"),
        pytest.param(["Idaho News"], id="section of a place"),
        pytest.param(["News", "Local"], id="section and section below it"),
        pytest.param(["Opinion |"], id="section and bar"),
        pytest.param(["Environment | Analysis"], id="sections with a bar"),
        pytest.param(["Home > News > Bridges"], id="path"),
        pytest.param(["Home » Bridges » Bridge reopens after two years"], id="path with the headline"),
        pytest.param(["Trams › Bridges › Vellmar"], id="path without a known section"),
        pytest.param(["Bridge reopens after two years - The Vellmar Lantern"], id="title of the page"),
        pytest.param(["SPECIAL REPORT"], id="kicker"),
        pytest.param(["THE VELLMAR NEWS", "BRIDGES"], id="masthead and kicker"),
        pytest.param(["Home / News / Bridges"], id="path with slashes"),
        pytest.param(["Home | Trams | Vellmar"], id="path with bars, without a known section"),
        pytest.param(["Newsletters | Obituaries | e-Edition"], id="sections and buttons"),
        pytest.param(["Weather 14°C"], id="weather"),
        pytest.param(["Vellmar Bay, -3 ℃ Cloudy"], id="weather of a place"),
        pytest.param(["Accept all cookies", "We use cookies to improve your experience."], id="cookies"),
        pytest.param(
            [
                "We value your privacy",
                "We and our 84 trusted partners store and access cookies on your device.",
                "Accept all",
                "Reject all",
            ],
            id="consent",
        ),
        pytest.param(["Jump to content", "Log in", "Your account"], id="account"),
    ],
)
def test_what_stands_above_a_headline(above):
    expected = [*[K.BOILERPLATE] * len(above), K.TITLE, K.BYLINE, K.DATE, K.BODY, K.BODY]
    assert kinds(*above, "Bridge reopens after two years", *SIGNED) == expected


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            ["Line drawn", "The council asks who pays for the bridge", *SIGNED], id="a short headline and a dek"
        ),
        pytest.param(["BRIDGE", "The council asks who pays for it.", *SIGNED], id="the dek has a full stop"),
        pytest.param(["BRIDGE REOPENS TODAY", "Trams cross it for the first time", *SIGNED], id="three words"),
        pytest.param(["BRIDGE", "Trams cross it for the first time", LEDE, NEXT, LEDE], id="nobody signed"),
        pytest.param(
            ["Opinion | The bridge must open", "Trams wait for the council", *SIGNED], id="a section and a headline"
        ),
        pytest.param(
            ["Trams / Bridges / Boats", "The council asks who pays for which", *SIGNED], id="signs in a headline"
        ),
        pytest.param(
            ["Vellmar at 40°C for days", "The council asks who pays", *SIGNED], id="a headline on the weather"
        ),
        pytest.param(["Bridges > trams", "The council asks who pays for which", *SIGNED], id="a sign in a headline"),
    ],
)
def test_a_headline_that_looks_like_what_stands_above_one(head):
    assert kinds(*head)[0] is K.TITLE


@pytest.mark.parametrize("sections", ["SPORT | TRAVEL", "Home > Boats > Old bridges"])
def test_sections_below_a_headline_are_no_dek(sections):
    expected = [K.TITLE, K.BOILERPLATE, K.DEK, K.BYLINE, K.DATE, K.BODY, K.BODY]
    assert kinds("Bridge reopens after two years", sections, "Trams will have to wait", *SIGNED) == expected


def test_below_an_address_a_sentence_is_no_headline():
    url = "https://paper.example/2020/bridge-of-vellmar-reopens-after-two-years"
    assert kinds(url, "The bridge is open again.", LEDE, NEXT)[1] is K.BODY
    assert kinds(url, "Bridge of Vellmar reopens after two years", LEDE, NEXT)[1] is K.TITLE
    assert kinds(url, "ANN MARIE LEE", LEDE, NEXT)[1] is K.BYLINE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Advertisement", K.BOILERPLATE, id="advertisement"),
        pytest.param("Sign up for our newsletter", K.BOILERPLATE, id="newsletter"),
        pytest.param("Follow us on Facebook and Twitter", K.BOILERPLATE, id="follow"),
        pytest.param("© 2019 The Example. All rights reserved.", K.BOILERPLATE, id="copyright"),
        pytest.param("© Ann Lee/The Example", K.CREDIT, id="rights in a picture"),
        pytest.param("5 min read", K.BOILERPLATE, id="reading time"),
        pytest.param("1 of 5", K.BOILERPLATE, id="count of pictures"),
        pytest.param("0:00 / 1:45", K.BOILERPLATE, id="a player"),
        pytest.param("Skip past newsletter promotion", K.BOILERPLATE, id="skip"),
        pytest.param("Partager", K.BOILERPLATE, id="share, in French"),
        pytest.param("Temps de lecture : 3 min", K.BOILERPLATE, id="reading time, in French"),
        pytest.param("3 min de lecture", K.BOILERPLATE, id="reading time in French, behind"),
        pytest.param("Article réservé aux abonnés", K.BOILERPLATE, id="for subscribers, in French"),
        pytest.param("La suite après cette publicité", K.BOILERPLATE, id="advertisement, in French"),
        pytest.param("Crédit photo : Ada Lind", K.CREDIT, id="credit, in French"),
        pytest.param("Sur le même sujet : le pont rouvre", K.RELATED, id="link, in French"),
        pytest.param("Par Ada Lind", K.BYLINE, id="byline, in French"),
        pytest.param("Propos recueillis par Ada Lind et Bo Ek", K.BYLINE, id="interviewers, in French"),
        pytest.param("De notre envoyée spéciale à Vellmar, Ada Lind", K.BYLINE, id="correspondent, in French"),
        pytest.param("Par Ada Lind (Vellmar, envoyée spéciale)", K.BYLINE, id="byline with where, in French"),
        pytest.param("Par ce temps, rien ne bouge à Vellmar depuis deux jours.", K.BODY, id="a sentence with par"),
        pytest.param("Par Ada Lind, le village a tout appris.", K.BODY, id="a sentence with par and a name"),
        pytest.param("Publié le 3 mai à 07h00 - Temps de lecture : 3 min", K.DATE, id="date and time, in French"),
        pytest.param("Have a news tip? Email tips@lantern.example", K.BOILERPLATE, id="tips"),
        pytest.param("Correction: the bridge was built in 1911.", K.BOILERPLATE, id="correction"),
        pytest.param("An earlier version of this story misspelt a name.", K.BOILERPLATE, id="earlier version"),
        pytest.param("An earlier version of the bill would have banned it, she said.", K.BODY, id="version of a bill"),
        pytest.param("The story has been told in the village for a hundred years.", K.BODY, id="a story that is told"),
        pytest.param("Read more: Trams return to the bridge", K.RELATED, id="link"),
        pytest.param("ALSO READ | Trams return to the bridge", K.RELATED, id="link in capitals"),
        pytest.param("Related Topics", K.RELATED, id="head of links"),
        pytest.param("Ann Lee contributed to this report.", K.CONTRIBUTOR, id="contributor"),
        pytest.param("(Reporting by Ann Lee; Editing by Bo Ek)", K.CONTRIBUTOR, id="agency's contributors"),
        pytest.param(
            f"Research by Ann Lee of Vellmar has shown more. {NEXT[:-1]} at all to anyone who had asked.",
            K.BODY,
            id="research in a sentence",
        ),
        pytest.param("AFP via Getty Images", K.CREDIT, id="agencies"),
        pytest.param("Photo: Ann Lee", K.CREDIT, id="photo"),
        pytest.param("(NNA/ab)", K.CREDIT, id="sign-off"),
        pytest.param("“Sign up,” he said, “and follow us.”", K.BODY, id="a quotation is never junk"),
        pytest.param("Subscribe to nothing, she told the crowd.", K.BODY, id="speech is never junk"),
        pytest.param("Donate blood, the hospital urged on local radio.", K.BODY, id="an imperative that is reported"),
        pytest.param("Get our house in order is how the minister put it.", K.BODY, id="an imperative as a subject"),
        pytest.param("Loading cranes stand idle across the port of Vellmar.", K.BODY, id="a word of pages in prose"),
        pytest.param("Get the latest updates in your inbox every day.", K.BOILERPLATE, id="a sentence of a page"),
        pytest.param("The opinions expressed here are those of the author.", K.BOILERPLATE, id="opinions"),
        pytest.param("Copyright lawyers have been watching the case since March.", K.BODY, id="copyright in prose"),
        pytest.param("Copyright of the songs passed to her in 1988, and she sold it.", K.BODY, id="copyright of songs"),
        pytest.param(
            "Copyright of this article belongs to The Lantern, 2020.", K.BOILERPLATE, id="copyright of an article"
        ),
        pytest.param("watch the lights go down the sound", K.BODY, id="a line of a poem like a link"),
        pytest.param("follow us to the bridge and home", K.BODY, id="a line of a poem like junk"),
        pytest.param("follow us on facebook and twitter", K.BOILERPLATE, id="follow, in small letters"),
        pytest.param("Page 2 of 3", K.BOILERPLATE, id="page"),
        pytest.param("View this email in your browser", K.BOILERPLATE, id="a letter's page"),
        pytest.param(
            "We and our partners use personal data, such as cookies, to show ads.", K.BOILERPLATE, id="consent"
        ),
        pytest.param("This website stores cookies on your device.", K.BOILERPLATE, id="a site's cookies"),
        pytest.param("We and our partners use the bridge to reach the other side.", K.BODY, id="partners in prose"),
        pytest.param("412 words", K.BOILERPLATE, id="count of words"),
        pytest.param("- 30 -", K.BOILERPLATE, id="mark of the end"),
        pytest.param("Unsubscribe | Manage preferences | View in browser", K.BOILERPLATE, id="a row of links"),
        pytest.param("Facebook Twitter Email Print", K.BOILERPLATE, id="a row of buttons"),
        pytest.param("Was this email forwarded to you? Sign up here.", K.BOILERPLATE, id="forwarded"),
        pytest.param("Get the Harbour letter, free in your inbox every day.", K.BOILERPLATE, id="an offer of a letter"),
        pytest.param("Continued on Page A6", K.BOILERPLATE, id="goes on elsewhere"),
        pytest.param("BRIDGE, from Page A1", K.BOILERPLATE, id="comes from elsewhere"),
        pytest.param("Suite page 4", K.BOILERPLATE, id="goes on elsewhere, in French"),
        pytest.param("Work continued on page 12 of the plan, she wrote.", K.BODY, id="a page in prose"),
        pytest.param("Posted in News, Trams | Tagged bridge | 3 Comments", K.BOILERPLATE, id="filed under"),
        pytest.param("(Adds quote from mayor, background)", K.BOILERPLATE, id="what an agency adds"),
        pytest.param("Eds: With photos of the bridge.", K.BOILERPLATE, id="to editors"),
        pytest.param("((ada.lind@nna.example; +47 555 0142))", K.BOILERPLATE, id="an agency's contact"),
        pytest.param("al/ek/mo", K.BOILERPLATE, id="initials of an agency"),
        pytest.param("Correction, May 4: the bridge was built in 1911.", K.BOILERPLATE, id="correction of a day"),
        pytest.param("Correction, he said: the bridge was built in 1911.", K.BODY, id="correction in speech"),
        pytest.param("Contact Ada Lind at 555-0142 or by post.", K.BOILERPLATE, id="a number"),
        pytest.param("- 12 -", K.BOILERPLATE, id="number of a page"),
        pytest.param("## Trams", K.HEADING, id="heading in Markdown"),
        pytest.param("#trams and #ferries are what people of Vellmar talk about.", K.BODY, id="tags in a sentence"),
        pytest.param("POOL TO CLOSE", K.HEADING, id="a pool that is no credit"),
        pytest.param("Ada Lind, Pool", K.CREDIT, id="a pool that is one"),
        pytest.param("By Sea", K.HEADING, id="heading with by"),
        pytest.param("By the Numbers", K.HEADING, id="heading with by the"),
        pytest.param("By Ada Lind", K.BYLINE, id="byline amid the text"),
        pytest.param("12 June 2019", K.HEADING, id="a day of a timeline"),
        pytest.param("Updated 12 June 2019", K.DATE, id="day of an update"),
        pytest.param("Copyright The Vellmar Lantern", K.BOILERPLATE, id="copyright of an outlet"),
        pytest.param("This interview has been edited and condensed.", K.BOILERPLATE, id="edited"),
        pytest.param("What comes next", K.HEADING, id="heading"),
        pytest.param("By Monday the water had risen to the second step of the town hall.", K.BODY, id="by a day"),
        pytest.param("AP said that it would appeal.", K.BODY, id="agency as a subject"),
    ],
)
def test_lines_by_themselves(line, kind):
    assert kinds("Bridge reopens after two years", LEDE, NEXT, line, LEDE, NEXT)[3] is kind


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        pytest.param("KYIV, Ukraine (AP) — The bridge", "KYIV, Ukraine (AP)", id="agency"),
        pytest.param("WASHINGTON, Feb 12 (Reuters) - The bridge", "WASHINGTON, Feb 12 (Reuters)", id="day and agency"),
        pytest.param("afrol News, 27 January - The bridge", "afrol News, 27 January", id="outlet and day"),
        pytest.param("TEHRAN— The bridge", "TEHRAN", id="no space"),
        pytest.param("RAIPUR: The bridge", "RAIPUR", id="colon"),
        pytest.param("Nairobi, May 6 2022 (IPS) - The bridge", "Nairobi, May 6 2022 (IPS)", id="full date"),
        pytest.param("Ulaanbaatar /MONTSAME/. The bridge", "Ulaanbaatar /MONTSAME/", id="slashes"),
        pytest.param("San Pedro de las Rosas.- The bridge", "San Pedro de las Rosas", id="stop and dash"),
        pytest.param("Colombo, Sri Lanka – The bridge", "Colombo, Sri Lanka", id="small letters"),
        pytest.param("The mayor – a tall man – opened the bridge", None, id="an aside"),
        pytest.param("Ann Lee – mayor of Vellmar – opened the bridge", None, id="an aside after a name"),
        pytest.param("WATCH: The bridge opens", None, id="a label"),
        pytest.param("The bridge is open. (AP) said so - once", None, id="in the middle"),
    ],
)
def test_dateline(paragraph, dateline):
    assert find_dateline(paragraph) == dateline


def test_a_message_within_an_article_tells_nothing_of_it():
    head = ["From: Bo Ek <ek@board.example>", "Date: Tue, 5 Jan 2021 at 08:14", "To: Ada Lind", "Subject: the bridge"]
    article = read_plain_text("\n\n".join(["Bridge reopens after two years", LEDE, "\n".join(head), NEXT]))
    assert article.published is None
    assert K.DATE not in {block.kind for block in article.blocks}


def test_a_day_amid_the_text_is_not_that_of_the_article():
    article = read_plain_text("\n\n".join(["Bridge reopens", "By Ada Lind", LEDE, NEXT, "12 June 2019", LEDE, NEXT]))
    assert article.published is None


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(["Saturday, 12 June", "Sunday, 13 June"], id="of the week"),
        pytest.param(["March 3, 2019", "April 12, 2019", "June 1, 2019"], id="of years"),
    ],
)
def test_days_of_a_timeline_are_not_that_of_the_article(days):
    article = read_plain_text("\n\n".join(["Bridge reopens", LEDE, *(line for day in days for line in (day, NEXT))]))
    assert article.published is None
    assert article.dek is None


@pytest.mark.parametrize(
    "head",
    [
        pytest.param([LEDE, "May 3, 2019", NEXT, "Saturday, 12 June"], id="with a year, above one without"),
        pytest.param([LEDE, "May 3, 2019", NEXT, "June 12, 2019"], id="above one other"),
        pytest.param([LEDE, "By Ada Lind", "May 3, 2019", NEXT, "June 12, 2019", NEXT, "June 14, 2019"], id="signed"),
        pytest.param(["Trams return", "May 3, 2019", NEXT, "June 12, 2019", NEXT, "June 14, 2019"], id="below a line"),
    ],
)
def test_the_first_day_may_be_that_of_the_article(head):
    article = read_plain_text("\n\n".join(["Bridge reopens", *head, LEDE]))
    assert article.published.value == "May 3, 2019"


@pytest.mark.parametrize(
    ("first", "below", "expected"),
    [
        pytest.param("Lund, 12 June 2019", "Bridge reopens", [K.DATELINE, K.TITLE], id="a place"),
        pytest.param("Vellmar, 12 June 2019", "Bridge reopens", [K.DATELINE, K.TITLE], id="one word"),
        pytest.param("New York, June 12, 2019", "Bridge reopens", [K.DATELINE, K.TITLE], id="a place of two words"),
        pytest.param("Old Vellmar, Sweden, 12 June 2019", "Bridge reopens", [K.DATELINE, K.TITLE], id="its country"),
        pytest.param("Vellmar-sur-Orle, le 12 juin 2019", "Le pont rouvre", [K.DATELINE, K.TITLE], id="French"),
        pytest.param(
            "Vellmar (Nord) - 12 juin 2019 18:32 (NNA)", "Le pont rouvre", [K.DATELINE, K.TITLE], id="French, an agency"
        ),
        pytest.param("Lund, 12 June 2019", LEDE, [K.DATELINE, K.BODY], id="a place, above a paragraph"),
        pytest.param("Results, 12 June 2019", LEDE, [K.TITLE, K.BODY], id="one word, above a paragraph"),
        pytest.param(
            "THE LANTERN, FRIDAY, JUNE 12, 1953.", "TRAMS RETURN TO BRIDGE.", [K.DATE, K.TITLE], id="a masthead"
        ),
        pytest.param(
            "4   The Vellmar Lantern   June 12, 1953", "Bridge reopens", [K.DATE, K.TITLE], id="head of a page"
        ),
        pytest.param(
            "Vellmar Courier - 12 June 2019", "Page 7\n\nBRIDGE REOPENS", [K.DATE, K.BOILERPLATE], id="a page between"
        ),
        pytest.param("Evening Hour, June 12, 2019", "Bridge reopens", [K.DATE, K.TITLE], id="a programme"),
        pytest.param("Evening Hour, June 12, 2019", LEDE, [K.TITLE, K.BODY], id="a programme, above a paragraph"),
        pytest.param("Ada Lind, 1 May 1931 - 12 June 2019", "She led the board", [K.TITLE, K.HEADING], id="a life"),
        pytest.param(
            "Trams return on 12 June 2019", "The board has time", [K.TITLE, K.HEADING], id="a headline with a day"
        ),
    ],
)
def test_where_and_when_above_a_headline(first, below, expected):
    article = read_plain_text("\n\n".join([first, below, LEDE, NEXT]))
    assert [block.kind for block in article.blocks][:2] == expected
    told = expected[0] in {K.DATE, K.DATELINE}
    assert (article.published is not None) is told


def test_where_and_when_below_a_headline():
    article = read_plain_text("\n\n".join(["Bridge reopens", "Vellmar, Wednesday 12 June 2019", LEDE, NEXT]))
    assert (article.dateline, article.published.method) == ("Vellmar, Wednesday 12 June 2019", "dateline")


def test_where_and_when_amid_the_text_heads_what_happened_then():
    assert kinds("Bridge reopens", LEDE, NEXT, "Lund, 12 June 2019", LEDE, NEXT)[3] is K.HEADING


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("COUNCIL REOPENS BRIDGE\nAFTER TWO YEARS", id="capitals, a preposition"),
        pytest.param("COUNCIL OF VELLMAR REOPENS THE\nOLDEST BRIDGE", id="capitals, an article"),
        pytest.param("Council reopens the bridge\nand calls for trams", id="small letters"),
        pytest.param("COUNCIL REOPENS BRIDGE\nFOR TRAMS ONLY\nAS FERRIES STOP", id="three lines"),
    ],
)
@pytest.mark.parametrize("below", ["\n\n", "\nBy Ada Lind\n", "\nMay 3, 2024\n"])
def test_a_headline_over_several_lines(headline, below):
    article = read_plain_text(f"{headline}{below}{LEDE}\n\n{NEXT}")
    assert article.title.value == headline.replace("\n", " ")
    assert article.blocks[0].end == len(headline)


@pytest.mark.parametrize("address", ["https://paper.example/2025/bridge", "www.paper.example/bridge"])
def test_an_address_below_a_headline_is_no_part_of_it(address):
    article = read_plain_text(f"The bridge reopens in Vellmar\n{address}\nMarch 4, 2025\n\n{LEDE}\n\n{NEXT}")
    assert article.title.value == "The bridge reopens in Vellmar"
    assert article.url == address


def test_a_headline_in_capitals_ends_above_a_dek_in_small_letters():
    head = "COUNCIL REOPENS BRIDGE\nAFTER TWO YEARS\nTrams will have to wait\n\nBy Ada Lind"
    article = read_plain_text(f"{head}\n\n{LEDE}\n\n{NEXT}")
    assert (article.title.value, article.dek.value) == (
        "COUNCIL REOPENS BRIDGE AFTER TWO YEARS",
        "Trams will have to wait",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"COUNCIL REOPENS BRIDGE\nTRAMS RETURN TOMORROW\n\n{LEDE}", "COUNCIL REOPENS BRIDGE", id="a dek"),
        pytest.param(
            f"Council reopens bridge\nA new life for its arches\n\n{LEDE}", "Council reopens bridge", id="a new begin"
        ),
        pytest.param(f"COUNCIL REOPENS BRIDGE\nBY ADA LIND\n\n{LEDE}", "COUNCIL REOPENS BRIDGE", id="a byline"),
        pytest.param(
            f"The council reopens\nin the rain it stands\nLike a gate\n\n{LEDE}", "The council reopens", id="verse"
        ),
        pytest.param(f"SPECIAL REPORT\nON THE BRIDGE\n\n{LEDE}", "SPECIAL REPORT", id="two words"),
    ],
)
def test_lines_that_are_no_part_of_the_headline(text, title):
    assert read_plain_text(f"{text}\n\n{NEXT}").title.value == title


@pytest.mark.parametrize(
    "head", ["Media contact:", "Contact", "Contact presse :", "For more information, please contact:"]
)
def test_whom_the_press_may_ask_at_the_end(head):
    end = [head, "Bo Ek, Vellmar Trams Inc.", "+47 555 0142", "press@trams.example"]
    assert kinds("Bridge reopens after two years", LEDE, NEXT, *end)[3:] == [K.BOILERPLATE] * 4
    assert kinds("Bridge reopens after two years", LEDE, NEXT, *end[:2], NEXT)[4:] == [K.BODY, K.BODY]


@pytest.mark.parametrize(("head", "says"), [("Comments (2)", "bo72 says:"), ("2 commentaires", "bo72 a dit :")])
def test_what_readers_wrote_is_no_part_of_the_article(head, says):
    readers = [says, "May 4, 2024", "It was about time that somebody reopened that old bridge of ours!", "Reply"]
    article = read_plain_text("\n\n".join(["Bridge reopens after two years", LEDE, NEXT, head, *readers]))
    assert [block.kind for block in article.blocks][3:] == [K.BOILERPLATE] * 5
    assert article.published is None


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Comments (2)", LEDE, NEXT], id="a button amid the text"),
        pytest.param(["Reactions", "The mayor says:", "“It was about time.”"], id="no comments"),
    ],
)
def test_what_goes_on_below_a_count_of_comments_is_the_article(lines):
    assert kinds("Bridge reopens after two years", LEDE, NEXT, *lines)[-1] is K.BODY


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("# Bridge reopens after two years\n\n*By Ada Lind, 3 May 2024*", id="Markdown"),
        pytest.param(
            "Titre : Bridge reopens after two years\nAuteur : Ada Lind\nDate : 3 mai 2024", id="labels in French"
        ),
        pytest.param(
            "Bridge reopens after two years\n======\nby Ada Lind | 3rd May 2024", id="a line under the headline"
        ),
    ],
)
def test_heads_with_marks_or_labels(head):
    article = read_plain_text(f"{head}\n\n{LEDE}\n\n{NEXT}")
    assert article.title.value == "Bridge reopens after two years"
    assert (clean_names(article.authors.values), article.dek) == (("Ada Lind",), None)
    assert parse_time(article.published.value).local.day == 3


@pytest.mark.parametrize(
    ("line", "ruler", "kind"),
    [
        pytest.param("What the trams say", "-------", K.HEADING, id="a heading"),
        pytest.param("What the trams say", "\n-------", K.BODY, id="a ruler further below"),
        pytest.param("The trams say nothing.", "-------", K.BODY, id="a sentence"),
    ],
)
def test_a_line_under_a_heading(line, ruler, kind):
    text = f"Bridge reopens after two years\n\n{LEDE}\n\n{line}\n{ruler}\n{NEXT}\n\n{LEDE}"
    assert read_plain_text(text).blocks[2].kind is kind


def test_a_short_headline_on_a_pool_is_no_credit():
    assert kinds("The Pool", "by Ada Lind", LEDE, NEXT)[:2] == [K.TITLE, K.BYLINE]


def test_fields_of_an_archive_above_the_text():
    fields = ["Late City Edition", "Section: NEWS; Page A3", "Length: 412 words"]
    assert kinds("Bridge reopens after two years", "May 3, 2024", *fields, LEDE, NEXT) == [
        K.TITLE, K.DATE, *[K.BOILERPLATE] * 3, K.BODY, K.BODY
    ]  # fmt: skip
    assert kinds("Bridge reopens after two years", LEDE, NEXT, "Length: 412 metres", "Pages: none", LEDE)[3] is K.BODY
    assert kinds("Issue: who pays for the bridge", LEDE, NEXT)[0] is K.TITLE


def test_ways_to_a_place_are_no_authors():
    article = read_plain_text("\n\n".join(["Getting to Vellmar", "An hour away.", "By Sea", LEDE, "By Bus", NEXT]))
    assert article.authors is None
    assert [block.kind for block in article.blocks] == [K.TITLE, K.BODY, K.HEADING, K.BODY, K.HEADING, K.BODY]


def test_whom_the_press_may_ask_is_no_headline():
    contact = "Contact: Ada Lind, press@board.example, 555-0134"
    assert kinds("FOR IMMEDIATE RELEASE", contact, "Board Reopens Bridge", LEDE, NEXT)[:3] == [
        K.BOILERPLATE, K.BOILERPLATE, K.TITLE
    ]  # fmt: skip


def test_a_headline_in_capitals_with_a_hyphen_is_no_slug() -> None:
    assert not is_slug("US-CHINA TALKS STALL IN GENEVA")
    assert is_slug("BC-HARBOUR-STRIKE 03-12")
    assert is_slug("BC-HARBOUR-STRIKE UPDATE")
    assert is_slug("BC-EU--Harbour Strike,1st Ld-Writethru")
    assert not is_slug("BC-based ferries stop")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Propos recueillis par Ada Lind et Bo Ek", ("Ada Lind", "Bo Ek")),
        ("De notre envoyée spéciale à Vellmar, Ada Lind", ("Ada Lind",)),
        ("Par Ada Lind (Vellmar, envoyée spéciale)", ("Ada Lind",)),
    ],
)
def test_french_authors(line, authors):
    found = read_plain_text("\n\n".join(["Le pont rouvre", line, LEDE, NEXT])).authors
    assert clean_names(found.values) == authors


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        pytest.param("The Vellmar Lantern, 3 May 2024, p. 5", "The Vellmar Lantern", "2024-05-03", id="page"),
        pytest.param("The Lamp, Friday, May 3, 2024, Pg. A5", "The Lamp", "2024-05-03", id="weekday"),
        pytest.param("Vellmar Lantern (Vellmar), 3 May 2024, page 5", "Vellmar Lantern", "2024-05-03", id="place"),
        pytest.param("Die Lampe, 13.05.2024, S. 5", "Die Lampe", "2024-05-13", id="German"),
        pytest.param("La Lampe, vendredi 3 mai 2024, p. 5", "La Lampe", "2024-05-03", id="French"),
        pytest.param("The Lamp; Vellmar. 3 May 2024: A5.", "The Lamp", "2024-05-03", id="a citation"),
        pytest.param("The Lamp - 3 May 2024 - Page 5", "The Lamp", "2024-05-03", id="dashes"),
        pytest.param("Vellmar Lantern | 3 May 2024", "Vellmar Lantern", "2024-05-03", id="a word of newspapers"),
        pytest.param("Published: 2024-05-03 | The Lamp", "The Lamp", "2024-05-03", id="the day first"),
        pytest.param(
            "Vellmar Lantern, The (Vellmar), 3 May 2024", "The Vellmar Lantern", "2024-05-03", id="article last"
        ),
        pytest.param("3 May 2024 | Lamp, The (Vellmar)", "The Lamp", "2024-05-03", id="the day first, article last"),
        pytest.param("Vellmar Lantern vom 03.05.2024, S. 5", "Vellmar Lantern", "2024-05-03", id="German, of a day"),
        pytest.param(
            "Vellmar Lamp; Vellmar [Vellmar]. 03 May 2024: A.5.", "Vellmar Lamp", "2024-05-03", id="a page in parts"
        ),
        pytest.param("Ada Lind, 3 May 2024", None, None, id="may be somebody"),
        pytest.param("The bridge of the year, 3 May 2024", None, None, id="no name"),
        pytest.param("The Lamp, May 2024, p. 5", None, None, id="no day"),
    ],
)
@pytest.mark.parametrize("signed", [["Ada Lind"], ["By Ada Lind"], []])
def test_a_line_that_tells_outlet_and_day(line, outlet, day, signed):
    read = read_plain_text("\n".join(["Council asks who pays for the bridge", *signed, line, "", LEDE, "", NEXT]))
    assert read.title
    assert read.title.value == "Council asks who pays for the bridge"
    if outlet is None:
        assert read.publisher is None
        return
    assert read.publisher
    assert read.publisher.value == outlet
    assert read.published
    assert parse_time(read.published.value, DateHints(day_first=True)).local.date().isoformat() == day
    assert read.dek is None
    assert clean_names(read.authors.values if read.authors else ()) == (("Ada Lind",) if signed else ())


HEADLINE = "Council asks who pays for the bridge"


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        pytest.param(["Vellmar Lantern vom 03.05.2024, S. 5"], "Vellmar Lantern", id="outlet, day and page"),
        pytest.param(["The Lamp - May 3, 2024 - page 5"], "The Lamp", id="between dashes"),
        pytest.param(["The Lamp", "News, Friday 3 May 2024 412 words, p. 5"], "The Lamp", id="section, day and words"),
        pytest.param(["La Lampe", "Politique, vendredi 3 mai 2024 1 412 mots, p. 5"], "La Lampe", id="in French"),
        pytest.param(["VELLMAR LANTERN", "Friday, May 3, 2024", "Page A5"], "VELLMAR LANTERN", id="a page by itself"),
    ],
)
@pytest.mark.parametrize("gap", [[], [""]], ids=["right above", "apart"])
def test_lines_of_a_press_database_above_a_headline(above, outlet, gap):
    read = read_plain_text("\n".join([*above, *gap, HEADLINE, "Ada Lind", "", LEDE, "", NEXT]))
    assert read.title
    assert read.title.value == HEADLINE
    assert read.published
    assert parse_time(read.published.value, DateHints(day_first=True)).local.date().isoformat() == "2024-05-03"
    assert read.authors
    assert clean_names(read.authors.values) == ("Ada Lind",)
    assert read.publisher
    assert read.publisher.value == outlet


def test_a_citation_tells_its_author_who_has_no_byline():
    citation = "Fox, Ruth. The Vellmar Lantern; Vellmar [Vellmar]. 03 May 2024: A.5."
    assert read_plain_text("\n\n".join([HEADLINE, citation, LEDE, NEXT])).authors.values == ("Ruth Fox",)
    signed = read_plain_text("\n\n".join([HEADLINE, citation, "By Ada Lind", LEDE, NEXT]))
    assert clean_names(signed.authors.values) == ("Ada Lind",)


def test_an_author_behind_both_labels():
    read = read_plain_text("\n\n".join([HEADLINE, "Author/Byline: Ada Lind | Section: News", LEDE, NEXT]))
    assert clean_names(read.authors.values) == ("Ada Lind",)


@pytest.mark.parametrize("line", ["Page five", "Page 5 of the treaty", "Page turners for the summer"])
def test_a_headline_about_a_page_is_one(line):
    assert read_plain_text("\n\n".join([line, "By Ada Lind", LEDE, NEXT])).title.value == line


BUTTONS = """
Accept
Accept all
Accept all cookies
Accept cookies
Accept and continue
Agree and continue
Reject all
Reject all cookies
Reject cookies
Allow all
Allow all cookies
Cookie settings
Cookie preferences
Manage cookies
Manage options
Privacy settings
Your privacy choices
We value your privacy
We care about your privacy
Jump to content
Jump to main content
Jump to navigation
Skip to search
Accessibility links
Your account
My account
Manage my account
Sign out
Log out
E-edition
Tout accepter
Tout refuser
Continuer sans accepter
Nous respectons votre vie privée
Aller au contenu
Mon compte
Alle akzeptieren
Alle ablehnen
Zum inhalt springen
Aceptar todo
Rechazar todo
Saltar al contenido
"""


@pytest.mark.parametrize("button", BUTTONS.split("\n")[1:-1])
def test_buttons_for_consent_skipping_and_accounts(button):
    assert kinds("Bridge reopens after two years", LEDE, NEXT, button, LEDE, NEXT)[3] is K.BOILERPLATE
