"""Which names of an article mean the same, and what whoever they mean is called.

What the recogniser saw is written by hand: ``[Ada Lind|PERSON]``.
"""

import pytest
from marked_articles import found


@pytest.mark.parametrize(
    "told",
    [
        "Her son, [David Lind|PERSON], spoke.",  # kinship
        "Her son [David Lind|PERSON] spoke.",
        "[David Lind|PERSON], a congressman, spoke.",  # role behind
        "[David Lind|PERSON] spoke. He was late.",  # pronouns where nobody else is named
    ],
)
def test_a_form_of_address_finds_who_is_of_its_gender(told: str) -> None:
    article = ("[Rosa Lind|PERSON] died.", told, "Mr. [Lind|PERSON] wept. So had Ms. [Lind|PERSON].")
    assert found(*article) == {"Rosa Lind": ["Rosa Lind", "Lind"], "David Lind": ["David Lind", "Lind"]}


def test_pronouns_in_speech_tell_no_gender_of_whoever_is_named_beside_it() -> None:
    article = ("[Ada Lind|PERSON] spoke: “He is late.”", "[Omar Lind|PERSON] spoke.", "Ms. [Lind|PERSON] left.")
    assert found(*article) == {"Ada Lind": ["Ada Lind", "Lind"], "Omar Lind": ["Omar Lind"]}


def test_cllr_lind_is_the_one_who_was_a_cllr_and_bare_lind_the_one_named_most() -> None:
    told = "[Omar Lind|PERSON] left. [Omar Lind|PERSON] slept. Cllr [Ada Lind|PERSON] came."
    assert found(told, "Ask Cllr [Lind|PERSON] now.")["Ada Lind"] == ["Ada Lind", "Lind"]
    assert found(told, "Ask [Lind|PERSON] now.")["Omar Lind"] == ["Omar Lind", "Omar Lind", "Lind"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "[Omar ElBadrani|PERSON] came. [Albadrani|PERSON] left.",
            {"Omar ElBadrani": ["Omar ElBadrani", "Albadrani"]},
            id="another article",
        ),
        pytest.param(
            "[Rafiqul Haddad|PERSON] came. [Rafikul|PERSON] left.",
            {"Rafiqul Haddad": ["Rafiqul Haddad", "Rafikul"]},
            id="k for q, in a given name",
        ),
        pytest.param(
            "[Rafiqul Haddad|PERSON] met [Rafiqul Moe|PERSON]. [Rafikul|PERSON] left.",
            {"Rafiqul Haddad": ["Rafiqul Haddad"], "Rafiqul Moe": ["Rafiqul Moe"], "Rafikul": ["Rafikul"]},
            id="either of two",
        ),
        pytest.param(
            "[Omar Albert|PERSON] came. [Elbert|PERSON] left.",
            {"Omar Albert": ["Omar Albert"], "Elbert": ["Elbert"]},
            id="no article",
        ),
        pytest.param(
            "[Omar bin Said|PERSON] came. Prince [OBS|PERSON] left.",
            {"Omar bin Said": ["Omar bin Said", "OBS"]},
            id="initials",
        ),
        pytest.param(
            "[Omar bin Said|PERSON] met [Ola Boe Sund|PERSON]. Prince [OBS|PERSON] left.",
            {"Omar bin Said": ["Omar bin Said"], "Ola Boe Sund": ["Ola Boe Sund"], "OBS": ["OBS"]},
            id="initials of either of two",
        ),
        pytest.param(
            "[Karl Moe|PERSON] came. [KM|PERSON] left.",
            {"Karl Moe": ["Karl Moe"], "KM": ["KM"]},
            id="two initials",
        ),
        pytest.param("[A-bo|PERSON] left.", {"A-bo": ["A-bo"]}, id="a hyphen behind what looks like an article"),
        pytest.param("It was A-[mei|PERSON].", {"A-mei": ["A-mei"]}, id="a hyphen before the rest of a name"),
        pytest.param("It was ex-[lind|PERSON].", {"lind": ["lind"]}, id="a hyphen behind no name"),
        pytest.param("He met [a Lind|PERSON].", {"Lind": ["Lind"]}, id="an article"),
    ],
)
def test_other_ways_to_write_a_name(line: str, expected: dict[str, list[str]]) -> None:
    assert found(line) == expected


def test_another_name_that_somebody_is_known_by_means_them() -> None:
    line = "[Luiz Byron|PERSON], the striker known as [Lulu|PERSON], left. [Lulu|PERSON] and [Reed|PERSON] came."
    assert found(line) == {"Luiz Byron": ["Luiz Byron", "Lulu", "Lulu"], "Reed": ["Reed"]}


@pytest.mark.parametrize("called", ["dubbed “", "nicknamed '", 'known as "'])
def test_a_nickname_that_ends_in_the_given_name_of_somebody_means_them(called: str) -> None:
    article = ("[Ada Byron|PERSON] won.", f"She is {called}[Big Bad Ada|PERSON]” at home. [Ada|PERSON] spoke.")
    assert found(*article) == {"Ada Byron": ["Ada Byron", "Big Bad Ada", "Ada"]}


@pytest.mark.parametrize(
    "line",
    [
        "A woman called [Mary Ada|PERSON] spoke.",  # no marks
        "She sang “[Mary Ada|PERSON]” twice.",  # nobody is called so
        "[Ada Reed|PERSON] is dubbed “[Mary Ada|PERSON]”.",  # two have the given name
        "She is dubbed “[Mary Byron|PERSON]”.",  # not the given name
    ],
)
def test_a_name_in_marks_may_be_anothers(line: str) -> None:
    assert any(name.startswith("Mary") for name in found("[Ada Byron|PERSON] won.", line))


def test_a_role_before_a_family_name_finds_who_has_it() -> None:
    article = (
        "[Ada Lind|PERSON] left. [Ada Lind|PERSON] is a cousin of President [Omar Lind|PERSON].",
        "President [Lind|PERSON] spoke. [Lind|PERSON] left.",
    )
    assert found(*article) == {"Ada Lind": ["Ada Lind", "Ada Lind", "Lind"], "Omar Lind": ["Omar Lind", "Lind"]}


def test_a_president_before_the_full_name_of_somebody_else_is_another() -> None:
    article = (
        "Title",
        "President [Lind|PERSON] spoke. He left.",
        "[Lind|PERSON] praised [Ada Lind|PERSON], his sister. [Lind|PERSON] left.",
    )
    assert found(*article) == {"Lind": ["Lind", "Lind", "Lind"], "Ada Lind": ["Ada Lind"]}


def test_a_president_whose_full_name_follows_is_the_same_where_pronouns_agree() -> None:
    article = (
        "Title",
        "President [Lind|PERSON] spoke. He left.",
        "It rained.",
        "[Omar Lind|PERSON] slept. He was late.",
    )
    assert found(*article) == {"Omar Lind": ["Lind", "Omar Lind"]}


def test_a_president_who_is_he_is_not_the_woman_named_before() -> None:
    article = ("Title", "[Ada Lind|PERSON] slept. She was late.", "President [Lind|PERSON] spoke. He left.")
    assert found(*article) == {"Ada Lind": ["Ada Lind"], "Lind": ["Lind"]}


def test_where_most_have_a_form_of_address_it_tells_whom_the_bare_name_means() -> None:
    article = (
        "Title",
        "[Lind|PERSON] spoke. Mr. [Lind|PERSON] left. Mr. [Lind|PERSON] came back.",
        "The first lady, [Ada Lind|PERSON], slept.",
        "It was [Omar Lind|PERSON] who wrote.",
    )
    assert found(*article) == {"Omar Lind": ["Lind", "Lind", "Lind", "Omar Lind"], "Ada Lind": ["Ada Lind"]}


def test_where_few_have_a_form_of_address_the_bare_name_is_another() -> None:
    article = (
        "Title",
        "[Mona Lind|PERSON] and her mother, [Ada Lind|PERSON], spoke.",
        "Mrs [Lind|PERSON] left. [Lind|PERSON] read. [Lind|PERSON] slept.",
    )
    assert found(*article) == {"Mona Lind": ["Mona Lind", "Lind", "Lind"], "Ada Lind": ["Ada Lind", "Lind"]}


@pytest.mark.parametrize(
    ("article", "meant"),
    [
        pytest.param(
            "[Lind Reed|PERSON] came. [Lind Reed|PERSON] sat. [Ada Lind|PERSON] sang. Then [Lind|PERSON] left.",
            "Ada Lind",
            id="whose family name it is, before a given name that is printed more",
        ),
        pytest.param(
            "[Ada Lind|PERSON] sang. [Ada Lind|PERSON] sat. [Bo Lind|PERSON], a senator, came. "
            "[Lind|PERSON], the senator, left.",
            "Bo Lind",
            id="who has the role, before who is named more",
        ),
        pytest.param(
            "[Ada Lind|PERSON] came. [Lind|PERSON] left. [Bo Lind|PERSON] sat. [Bo Lind|PERSON] sang.",
            "Ada Lind",
            id="who was named before, rather than more",
        ),
        pytest.param(
            "[Ada Lind|PERSON] came. [Bo Lind|PERSON] sat. [Bo Lind|PERSON] sang. [Lind|PERSON] left.",
            "Bo Lind",
            id="of two named before, who is named more",
        ),
    ],
)
def test_of_several_bearers_of_a_name_the_best_is_meant(article: str, meant: str) -> None:
    assert [name for name, mentions in found(article).items() if "Lind" in mentions] == [meant]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(
            "In a room in Lund, Ilda Maris Byron - a friend of Reed - spoke. [Byron|PERSON] left.",
            "Ilda Maris Byron",
            id="within a sentence",
        ),
        pytest.param(
            "It is late. Ilmar Byron, a professor of music, spoke. [Byron|PERSON] left.",
            "Ilmar Byron",
            id="at the head of a sentence, before a role",
        ),
        pytest.param("It is late. Ilmar Byron spoke. [Byron|PERSON] left.", "Byron", id="no role"),
        pytest.param("Then the Harbour Professor Byron spoke. [Byron|PERSON] left.", "Byron", id="a title"),
        pytest.param("It is late. Musician Byron, a baker, spoke. [Byron|PERSON] left.", "Byron", id="a calling"),
        pytest.param("Then [Byron|PERSON] spoke. In Lund Ilmar Byron, a baker, left.", "Byron", id="named before"),
    ],
)
def test_who_is_known_by_the_family_name_is_named_in_full_first(body: str, name: str) -> None:
    assert name in found("Title", body)


def test_a_bare_name_stays_with_whom_it_stood_for() -> None:
    article = (
        "Lind's last act",
        "[Nora Lind|PERSON] came. [Lind|PERSON] spoke. [Lind|PERSON] left.",
        "They spoke of [Omar Lind|PERSON], and of [Omar Lind|PERSON] only, not of his money. [Omar Lind|PERSON]!",
        "[Lind|PERSON] nodded.",
    )
    assert found(*article)["Nora Lind"] == ["Lind", "Nora Lind", "Lind", "Lind", "Lind"]


def test_the_pronoun_of_a_relative_tells_who_is_mr_and_who_mrs() -> None:
    article = (
        "Title",
        "As [Omar Lind|PERSON] had been mayor, [Nora Lind|PERSON] spoke of the part that her husband would play.",
        "Mrs. [Lind|PERSON] left. Mr. [Lind|PERSON] stayed. Mrs. [Lind|PERSON] slept.",
    )
    assert found(*article) == {"Omar Lind": ["Omar Lind", "Lind"], "Nora Lind": ["Nora Lind", "Lind", "Lind"]}


def test_a_pronoun_of_another_tells_nothing() -> None:
    article = (
        "Title",
        "[Omar Lind|PERSON] said she had left her husband. [Nora Lind|PERSON] left.",
        "Mrs. [Lind|PERSON] left. Mr. [Lind|PERSON] stayed.",
    )
    assert found(*article) == {"Omar Lind": ["Omar Lind", "Lind"], "Nora Lind": ["Nora Lind", "Lind"]}


def test_of_two_spellings_that_are_as_full_the_one_printed_most_is_the_name() -> None:
    article = ("[Katharine Lind|PERSON] speaks", "[Katherine Lind|PERSON] came.", "[Katherine Lind|PERSON] spoke.")
    assert "Katherine Lind" in found(*article)


def test_a_name_without_the_given_one_is_not_the_name_however_often_it_is_printed() -> None:
    article = ("Title", "[Omar Al Lind|PERSON] came.", "[Al Lind|PERSON] spoke. [Al Lind|PERSON] left.")
    assert "Omar Al Lind" in found(*article)


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        pytest.param("[Sami Lind|PERSON], his nephew, drove.", ["Lind"], id="a relative behind the name"),
        pytest.param("His younger brother, [Sami Lind|PERSON], drove.", ["Lind"], id="before it"),
        pytest.param("His nephew [Sami Lind|PERSON] drove.", ["Lind"], id="no comma"),
        pytest.param("[Sami Lind|PERSON], a baker, drove.", [], id="no relative"),
        pytest.param("[Bo Fox|PERSON] and [Sami Lind|PERSON], his nephew, drove.", [], id="somebody else's"),
    ],
)
def test_a_bare_name_before_that_of_a_relative_is_another_s(line: str, bare: list[str]) -> None:
    named = found("Title", "Mr. [Lind|PERSON] packed.", line)
    assert named.get("Lind", []) == bare
    assert named["Sami Lind"] == ["Sami Lind"] if bare else ["Lind", "Sami Lind"]


def test_a_label_in_capitals_is_no_name_of_who_is_printed_otherwise() -> None:
    lines = ("[RUTH HADDAD|PERSON]: It will be built.", "[RUTH HADDAD|PERSON]: Soon.")
    assert [*found(*lines, "[Ruth Haddad|PERSON] left.")] == ["Ruth Haddad"]
    assert [*found(*lines)] == ["RUTH HADDAD"]
