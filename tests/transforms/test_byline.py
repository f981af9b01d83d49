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
        pytest.param("Staff Reporter", (), id="nobody"),
        pytest.param("", (), id="empty"),
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
    ],
)
def test_stated_names(values, names):
    assert clean_names(values, stated=True) == names
