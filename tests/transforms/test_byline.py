"""Names out of bylines and author fields."""

import pytest

from transforms.byline import clean_names, names_in_byline


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("By Ann Lee", ("Ann Lee",), id="one"),
        pytest.param("By Ann Lee and Bo Ek, Reporters", ("Ann Lee", "Bo Ek"), id="two with role"),
        pytest.param("BY ANN LEE AND BO O'HARA", ("Ann Lee", "Bo O'Hara"), id="capitals"),
        pytest.param("Story by Ann Lee | Photos by Bo Ek", ("Ann Lee",), id="a photographer is no author"),
        pytest.param("Ann Lee, Political Correspondent", ("Ann Lee",), id="role after comma"),
        pytest.param("Ann Lee Political Correspondent", ("Ann Lee",), id="role without comma"),
        pytest.param("By Ann Lee in Nairobi", ("Ann Lee",), id="place"),
        pytest.param("By Ann Lee, March 4, 2019", ("Ann Lee",), id="date"),
        pytest.param("ann@paper.example By Ann Lee @annlee", ("Ann Lee",), id="address and handle"),
        pytest.param("The Herald's Ann Lee", ("Ann Lee",), id="outlet's own"),
        pytest.param("Von Maria von der Heide", ("Maria von der Heide",), id="particles"),
        pytest.param("By Ann Lee, Reuters", ("Ann Lee",), id="agency"),
        pytest.param("By Ann Lee, Associated Press", ("Ann Lee",), id="agency of two words"),
        pytest.param("By Ann Lee and The Associated Press", ("Ann Lee",), id="agency as the second"),
        pytest.param("By ANN LEE Associated Press", ("Ann Lee",), id="agency behind capitals"),
        pytest.param("By Ann Lee Associated Press", ("Ann Lee",), id="agency behind a name"),
        pytest.param("By ANN LEE AP Political Writer", ("Ann Lee",), id="agency and role behind capitals"),
        pytest.param("By The Associated Press", ("The Associated Press",), id="agency alone"),
        pytest.param("By Ann Lee | The Vellmar Lantern", ("Ann Lee",), id="outlet with an article"),
        pytest.param("By Ann Lee The Vellmar Lantern", ("Ann Lee",), id="outlet without a mark"),
        pytest.param("By Ann Lee, VRT News", ("Ann Lee",), id="outlet by its last word"),
        pytest.param("By Ann Lee VRT News", ("Ann Lee",), id="the same without a comma"),
        pytest.param("By Ann Lee, Kampala Post", ("Ann Lee",), id="outlet of a place"),
        pytest.param("By Ann Lee, Emily Post", ("Ann Lee", "Emily Post"), id="a family name like an outlet's"),
        pytest.param("By Ann Lee and Bo Ek for The Lantern", ("Ann Lee", "Bo Ek"), id="for an outlet"),
        pytest.param("By Ann Lee For The Lantern", ("Ann Lee",), id="for an outlet, with a capital"),
        pytest.param("By Ann Lee, New York", ("Ann Lee",), id="place of two words"),
        pytest.param("By Ann Lee, Cape Town, South Africa", ("Ann Lee",), id="place and country"),
        pytest.param("By Ann Lee, North Korea correspondent", ("Ann Lee",), id="place of a role"),
        pytest.param(
            "By Ann Lee and Santa Rosa", ("Ann Lee", "Santa Rosa"), id="behind and, a place's name is somebody's"
        ),
        pytest.param("By Ann Lee May 3, 2024", ("Ann Lee",), id="date without a comma"),
        pytest.param("By Ann Lee on May 3, 2024 at 5:00 PM", ("Ann Lee",), id="date behind on"),
        pytest.param("By June Diaz 3", ("June Diaz",), id="a month as a given name"),
        pytest.param("By Ann Lee Posted 3 hours ago", ("Ann Lee",), id="posted"),
        pytest.param("By Von Miller", ("Von Miller",), id="a given name like a foreign by"),
        pytest.param("By Ann Lee, Bo Ek and Di Poe Staff writers", ("Ann Lee", "Bo Ek", "Di Poe"), id="another"),
        pytest.param("By J. D. Lee III", ("J. D. Lee III",), id="initials are no name in capitals"),
        pytest.param("Staff Reporter", (), id="nobody"),
        pytest.param("Our Correspondent, Gulmarpur", (), id="nobody in a place"),
        pytest.param("By Special Correspondent, New Delhi", (), id="nobody in a place of two words"),
        pytest.param("Staff Reporter, Ann Lee", ("Ann Lee",), id="name behind a role"),
        pytest.param("By Staff and AFP", ("AFP",), id="agency behind a role"),
        pytest.param("Reuters, Berlin", ("Reuters",), id="agency in a place"),
        pytest.param("Ann Lee Arts correspondent", ("Ann Lee",), id="desk and role without a comma"),
        pytest.param("Ann Lee Coast correspondent", ("Ann Lee",), id="kind and role without a comma"),
        pytest.param("Ann B. Lee correspondent", ("Ann B. Lee",), id="an initial, no kind"),
        pytest.param("Ann Bo Di Lee correspondent", ("Ann Bo Di Lee",), id="four names, no kind"),
        pytest.param("Ann Bo Lee Correspondent", ("Ann Bo Lee",), id="three names, a role with a capital"),
        pytest.param("By Education Correspondent Ann Lee", ("Ann Lee",), id="kind and role before a name"),
        pytest.param("By our Coast Correspondent Ann Lee", ("Ann Lee",), id="our, kind and role before a name"),
        pytest.param("By Bureau Chief Ann Lee and Senior Writer Bo Ek", ("Ann Lee", "Bo Ek"), id="roles before two"),
        pytest.param("By Ann Editor Lee", ("Ann Editor Lee",), id="a name like a role"),
        pytest.param("Ann Sport reporter", ("Ann Sport",), id="a family name like a desk's"),
        pytest.param("", (), id="empty"),
        pytest.param(
            "By Ann Lee, Local Government Reporter and Bo Ek, Sports Editor",
            ("Ann Lee", "Bo Ek"),
            id="what they report on",
        ),
        pytest.param("By Ann Lee Political Correspondent", ("Ann Lee",), id="what she reports on, without a comma"),
        pytest.param("Posted on 3 May 2024 at 2:12 pm by Ann Lee", ("Ann Lee",), id="a day and a time before"),
    ],
)
def test_names_in_byline(byline, names):
    assert names_in_byline(byline) == names


@pytest.mark.parametrize(
    ("values", "names"),
    [
        pytest.param(("dpa",), ("dpa",), id="agency in lower case"),
        pytest.param(("News24 Desk",), ("News24 Desk",), id="desk with digits"),
        pytest.param(("Ann Lee and Bo Ek",), ("Ann Lee", "Bo Ek"), id="two in one field"),
        pytest.param(("Ann Lee", "ann lee"), ("Ann Lee",), id="repeats"),
        pytest.param(("Ann Lee", "Ann Lee The Paper"), ("Ann Lee",), id="name with outlet"),
        pytest.param(("https://paper.example/ann",), (), id="address"),
        pytest.param(("Lee, Ann; Ek, Bo B.",), ("Ann Lee", "Bo B. Ek"), id="family names first"),
        pytest.param(("van der Heide, Maria; O'Hara, Bo",), ("Maria van der Heide", "Bo O'Hara"), id="particles"),
        pytest.param(("Ann Lee, Lagos; Bo Ek, Delhi",), ("Ann Lee", "Bo Ek"), id="places"),
        pytest.param(("Ann Lee; Bo Ek",), ("Ann Lee", "Bo Ek"), id="semicolons"),
        pytest.param(("Lee, Reporter; Ek, Editor",), ("Lee", "Ek"), id="roles"),
        pytest.param(("ann@paper.example (Ann Lee)",), ("Ann Lee",), id="name behind an address"),
        pytest.param(("von Lantern",), ("Lantern",), id="a foreign by"),
        pytest.param(("Ann Lee, Associated Press",), ("Ann Lee",), id="agency in the same field"),
        pytest.param(
            ("Ann Lee", "Associated Press"), ("Ann Lee", "Associated Press"), id="agency in a field of its own"
        ),
    ],
)
def test_stated_names(values, names):
    assert clean_names(values, stated=True) == names


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("The Vellmar Lantern", id="outlet"),
        pytest.param("Associated Press", id="agency"),
        pytest.param("For The Vellmar Lantern", id="for an outlet"),
        pytest.param("Special to The Vellmar Lantern", id="special"),
        pytest.param("Lewiston, Idaho", id="place"),
    ],
)
def test_what_stands_below_a_byline_is_no_author(below):
    assert clean_names(("By Ann Lee", below)) == ("Ann Lee",)


def test_bylines_of_several_lines_each_count():
    assert clean_names(("By Ann Lee", "and Bo Ek")) == ("Ann Lee", "Bo Ek")
    assert clean_names(("Reuters", "AFP")) == ("Reuters", "AFP")


def test_where_agencies_count_they_stay_beside_people():
    assert clean_names(("Ann Lee and The Associated Press",), outlets=True) == ("Ann Lee", "The Associated Press")
