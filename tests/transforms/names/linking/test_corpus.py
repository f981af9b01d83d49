"""Which people and organisations of a corpus are one, as cases and as properties."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.vocabulary import Label
from transforms.names.linking.corpus import guess, touched
from transforms.names.linking.identity import entity_id
from transforms.spans import LocalEntity

Row = tuple[str, str, list[str]]  # article, name, roles

SCHEMA = {
    "article_id": pl.String,
    "entity_id": pl.String,
    "name": pl.String,
    "label": pl.String,
    "roles": pl.List(pl.String),
    "forms": pl.List(pl.String),
}


def frame(rows: list[Row], label: Label = Label.PERSON, forms: dict[str, list[str]] | None = None) -> pl.DataFrame:
    """Local entities; the first of a name in an article counts."""
    seen = {(article, entity_id(LocalEntity(name, label))): (name, roles) for article, name, roles in reversed(rows)}
    data = [
        (article, own, name, label.value, roles, (forms or {}).get(name, [name]))
        for (article, own), (name, roles) in sorted(seen.items())
    ]
    return pl.DataFrame(data, schema=SCHEMA, orient="row")


def meant(local: pl.DataFrame, guesses: pl.DataFrame | None = None) -> dict[tuple[str, str], str]:
    """(article, name) -> entity id after the guesses."""
    guesses = guess(local) if guesses is None else guesses
    changed = {(a, own): to for a, own, to in guesses.select("article_id", "local_id", "entity_id").iter_rows()}
    rows = local.select("article_id", "entity_id", "name").iter_rows()
    return {(article, name): changed.get((article, own), own) for article, own, name in rows}


@pytest.mark.parametrize(
    ("rows", "together"),
    [
        pytest.param(
            [("1", "Ada Byron", []), ("2", "Byron", [])], [["1 Ada Byron", "2 Byron"]], id="family name alone"
        ),
        pytest.param(
            [("1", "Ada Byron", []), ("1", "Byron", ["President"]), ("2", "Byron", [])],
            [["1 Ada Byron", "2 Byron"], ["1 Byron"]],
            id="family name that its own article keeps apart",
        ),
        pytest.param(
            [("1", "Ada Byron", []), ("2", "George Byron", []), ("3", "Byron", [])],
            [["1 Ada Byron"], ["2 George Byron"], ["3 Byron"]],
            id="family name of two people stays open",
        ),
        pytest.param(
            [("1", "Ada Byron", ["Minister"]), ("2", "George Byron", ["poet"]), ("3", "Byron", ["Minister"])],
            [["1 Ada Byron", "3 Byron"], ["2 George Byron"]],
            id="role tells whose family name it is",
        ),
        pytest.param(
            [("1", "Ada Byron", []), ("2", "Ada K. Byron", []), ("3", "A. Byron", [])],
            [["1 Ada Byron", "2 Ada K. Byron", "3 A. Byron"]],
            id="initials",
        ),
        pytest.param(
            [("1", "Ada Byron", []), ("2", "Ada Byron Jr.", [])],
            [["1 Ada Byron"], ["2 Ada Byron Jr."]],
            id="junior is another person",
        ),
        pytest.param(
            [("1", "Ada Byron", ["minister"]), ("1", "Ada Byron Jr.", ["minister"])],
            [["1 Ada Byron"], ["1 Ada Byron Jr."]],
            id="junior and who has the name in one article are two, whatever they are",
        ),
        pytest.param(
            [("1", "Ada Byron Sr.", ["minister"]), ("2", "Ada Byron Jr.", ["minister"])],
            [["1 Ada Byron Sr."], ["2 Ada Byron Jr."]],
            id="junior and senior of one office",
        ),
        pytest.param(
            [("1", "Samuel Reed", ["minister"]), ("2", "Sam Reed Jr.", ["minister"])],
            [["1 Samuel Reed", "2 Sam Reed Jr."]],
            id="junior by the short name, left out beside the long one",
        ),
        pytest.param(
            [("1", "Sam Reed", ["minister"]), ("2", "Samuel Reed Jr.", ["minister"])],
            [["1 Sam Reed", "2 Samuel Reed Jr."]],
            id="junior by the long name, left out beside the short one",
        ),
        pytest.param(
            [("1", "Ada K. Byron", []), ("2", "Ada L. Byron", [])],
            [["1 Ada K. Byron"], ["2 Ada L. Byron"]],
            id="two middle initials",
        ),
        pytest.param(
            [("1", "Sam Reed", ["striker"]), ("2", "Sam Reed", ["senator"])],
            [["1 Sam Reed"], ["2 Sam Reed"]],
            id="walks of life apart",
        ),
        pytest.param(
            [("1", "Sam Reed", ["striker"]), ("2", "Sam Reed", ["senator"]), ("3", "Sam Reed", ["senator", "coach"])],
            [["1 Sam Reed", "2 Sam Reed", "3 Sam Reed"]],
            id="an article joins two walks of life",
        ),
        pytest.param(
            [("1", "Sam Reed", ["Ghanaian minister"]), ("2", "Sam Reed", ["Kenyan minister"])],
            [["1 Sam Reed"], ["2 Sam Reed"]],
            id="countries apart",
        ),
        pytest.param(
            [("1", "Sam Reed", ["Ghanaian minister"]), ("2", "Sam Reed", ["minister"])],
            [["1 Sam Reed", "2 Sam Reed"]],
            id="country untold is no difference",
        ),
        pytest.param(
            [("1", "José Peña", []), ("2", "Jose Pena", [])], [["1 José Peña", "2 Jose Pena"]], id="accents left out"
        ),
        pytest.param(
            [("1", "Oleg Belinskyy", []), ("2", "Oleg Belinsky", []), ("3", "Belinskiy", [])],
            [["1 Oleg Belinskyy", "2 Oleg Belinsky", "3 Belinskiy"]],
            id="spellings of a family name",
        ),
        pytest.param(
            [("1", "Mohammed al-Rashidi", []), ("2", "Muhammad Al Rashidi", []), ("3", "Mohamed Rashidi", [])],
            [["1 Mohammed al-Rashidi", "2 Muhammad Al Rashidi", "3 Mohamed Rashidi"]],
            id="spellings of a given name",
        ),
        pytest.param(
            [("1", "Joe Reed", ["senator"]), ("2", "Joseph Reed", ["Senator"])],
            [["1 Joe Reed", "2 Joseph Reed"]],
            id="short form of the first name with the same role",
        ),
        pytest.param(
            [("1", "Joe Reed", ["senator"]), ("2", "Joseph Reed", ["baker"])],
            [["1 Joe Reed"], ["2 Joseph Reed"]],
            id="short form of the first name with another role",
        ),
        pytest.param(
            [("1", "Joe Reed", ["Senator"]), ("2", "Joseph Reed", ["Sen."])],
            [["1 Joe Reed", "2 Joseph Reed"]],
            id="a role and its abbreviation",
        ),
        pytest.param(
            [*((n, "Joe Reed", ["baker"]) for n in "123"), ("4", "Joseph Reed", [])],
            [["1 Joe Reed", "2 Joe Reed", "3 Joe Reed", "4 Joseph Reed"]],
            id="short form of the first name of the only one of a family name that is known",
        ),
        pytest.param(
            [*((n, "Joe Reed", ["baker"]) for n in "123"), ("4", "Joseph Reed", []), ("5", "Ada Reed", [])],
            [["1 Joe Reed", "2 Joe Reed", "3 Joe Reed"], ["4 Joseph Reed"], ["5 Ada Reed"]],
            id="short form of the first name where others have the family name",
        ),
        pytest.param(
            [("1", "Joe Reed", ["baker"]), ("4", "Joseph Reed", [])],
            [["1 Joe Reed"], ["4 Joseph Reed"]],
            id="short form of the first name of nobody who is known",
        ),
        pytest.param(
            [*((n, "Phillip Reed", []) for n in "12345"), ("6", "Philip Reed", [])],
            [[*(f"{n} Phillip Reed" for n in "12345"), "6 Philip Reed"]],
            id="a doubled letter left out of a name that is known",
        ),
        pytest.param(
            [*((n, "Phillip Reed", []) for n in "12"), ("6", "Philip Reed", [])],
            [["1 Phillip Reed", "2 Phillip Reed"], ["6 Philip Reed"]],
            id="a doubled letter left out",
        ),
        pytest.param(
            [("1", "Ada Byrons", []), ("2", "Byron", []), ("3", "Byrons", [])],
            [["1 Ada Byrons", "3 Byrons"], ["2 Byron"]],
            id="two family names that differ in an s",
        ),
    ],
)  # fmt: skip
def test_people_of_one_family_name_are_one_or_not(rows: list[Row], together: list[list[str]]) -> None:
    groups: dict[str, list[str]] = {}
    for (article, name), entity in sorted(meant(frame(rows)).items()):
        groups.setdefault(entity, []).append(f"{article} {name}")
    assert sorted(groups.values()) == sorted(together)


def test_an_acronym_means_what_other_articles_spell_it_out_as() -> None:
    full = ("1", "World Fruit Organization", [])
    local = frame([full, ("2", "WFO", [])], Label.ORG, {full[1]: [full[1], "WFO"]})
    assert len(set(meant(local).values())) == 1


def test_an_acronym_that_nobody_spells_out_stays_alone() -> None:
    local = frame([("1", "World Fruit Organization", []), ("2", "WFO", [])], Label.ORG)
    assert len(set(meant(local).values())) == 2


def typed(*rows: tuple[str, str, Label, list[str]]) -> pl.DataFrame:
    data = [(a, entity_id(LocalEntity(n, label)), n, label.value, roles, [n]) for a, n, label, roles in rows]
    return pl.DataFrame(data, schema=SCHEMA, orient="row")


P, ORG, G = Label.PERSON, Label.ORG, Label.GPE
MOST = [(str(n), "Ada Byron", P, []) for n in range(5)]


@pytest.mark.parametrize(
    ("rows", "entities"),
    [
        pytest.param([*MOST, ("9", "Ada Byron", ORG, [])], 1, id="a person taken for a company once"),
        pytest.param([*MOST, ("9", "Byron", G, [])], 1, id="a surname taken for a place once"),
        pytest.param([*MOST, ("8", "Byron", P, []), ("9", "Byron", ORG, [])], 1, id="and both ways"),
        pytest.param([("1", "Quorum", ORG, []), ("2", "Quorum", P, [])], 2, id="one word, one article each: open"),
        pytest.param(
            [*((str(n), "Quorum", ORG, []) for n in range(5)), ("9", "Quorum", P, [])], 1, id="mostly a company"
        ),
        pytest.param(
            [*((str(n), "Quorum", ORG, []) for n in range(5)), ("9", "Quorum", P, ["senator"])],
            2,
            id="a senator is somebody",
        ),
        pytest.param(
            [*((str(n), "Jordan", P, []) for n in range(9)), ("9", "Jordan", G, [])], 2, id="a country stays one"
        ),
        pytest.param(
            [*((str(n), "Warren", P, []) for n in range(9)), ("9", "Warren", ORG, [])],
            1,
            id="a city's name, but no place",
        ),
        pytest.param([*MOST, ("9", "Byron Bank", ORG, [])], 2, id="a company named after somebody"),
        pytest.param(
            [("1", "Ministry of Fruit", ORG, []), ("2", "Fruit Ministry", ORG, [])], 1, id="two orders of a name"
        ),
        pytest.param([("1", "Al-Quorum", ORG, []), ("2", "al Quorum", ORG, [])], 1, id="with a hyphen and without"),
        pytest.param([("1", "Port Ada, D.C.", G, []), ("2", "Port Ada D.C.", G, [])], 1, id="with a comma and without"),
        pytest.param([("1", "Latinos", Label.NORP, []), ("2", "Latino", Label.NORP, [])], 1, id="plural"),
    ],
)
def test_a_name_has_one_type(rows: list[tuple[str, str, Label, list[str]]], entities: int) -> None:
    assert len(set(meant(typed(*rows)).values())) == entities


TYPED = st.lists(
    st.tuples(
        st.sampled_from("123456789"),
        st.sampled_from(["Ada Byron", "Byron", "Byrons", "Byron Bank", "BB", "George Byron", "Ada K. Byron"]),
        st.sampled_from([P, ORG, G, Label.NORP]),
        st.sampled_from([[], ["minister"]]),
    ),
    max_size=14,
    unique_by=lambda row: (row[0], entity_id(LocalEntity(row[1], row[2]))),
)


@given(rows=TYPED, cut=st.integers(0, 14), seed=st.randoms(use_true_random=False))
@settings(deadline=None)
def test_neither_order_nor_batches_make_a_difference_to_types(rows, cut: int, seed) -> None:
    acronym = pl.when(pl.col("name") == "Byron Bank").then(pl.lit(["BB", "Byron Bank"])).otherwise("forms")
    local = typed(*rows).with_columns(forms=acronym) if rows else typed(("1", "Ada Byron", P, []))
    ids = local.select("article_id", "entity_id").rows()

    def by_id(part: pl.DataFrame) -> dict[tuple[str, str], str]:
        changed = {(a, own): to for a, own, to in guess(part).select("article_id", "local_id", "entity_id").iter_rows()}
        return {key: changed.get(key, key[1]) for key in part.select("article_id", "entity_id").rows()}

    whole = by_id(local)
    assert by_id(local.sample(fraction=1, shuffle=True, seed=seed.randrange(1 << 30))) == whole
    first, second = local[:cut], local[cut:]
    assert {**by_id(first), **by_id(touched(second, first))} == whole
    assert set(ids) == set(whole)


ROWS = st.lists(
    st.tuples(
        st.sampled_from("123456"),
        st.sampled_from(
            ["Ada Byron", "Byron", "Ada K. Byron", "A. Byron", "George Byron", "Ada Byron Jr.", "Sam Reed", "Reed",
             "Samuel Reed", "S. Reed", "Sam Q. Reed"]
        ),
        st.lists(st.sampled_from(["Ghanaian minister", "minister", "striker", "poet", "Kenyan striker"]), max_size=2),
    ),
    max_size=14,
)  # fmt: skip


@given(rows=ROWS, seed=st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_articles_makes_no_difference(rows: list[Row], seed: object) -> None:
    local = frame(rows)
    shuffled = local.sample(fraction=1, shuffle=True, seed=seed.randrange(1 << 30))  # type: ignore[attr-defined]
    assert guess(local).equals(guess(shuffled))


@given(rows=ROWS, cut=st.integers(0, 14))
@settings(deadline=None)
def test_batches_make_no_difference(rows: list[Row], cut: int) -> None:
    """Deciding again on the blocks that a second batch touches gives what deciding on everything gives."""
    local = frame(rows)
    first, second = local[:cut], local[cut:]
    before = meant(first)
    after = meant(touched(second, first))
    assert {**before, **after} == meant(local)


def test_two_of_one_first_and_last_name_in_one_article() -> None:
    rows: list[Row] = [("1", "Ada K. Byron", []), ("1", "Ada L. Byron", []), ("2", "Ada K. Byron", [])]
    ids = meant(frame(rows))
    assert ids["1", "Ada K. Byron"] == ids["2", "Ada K. Byron"] != ids["1", "Ada L. Byron"]


def test_a_name_in_capitals_is_that_of_nobody_who_is_printed_otherwise() -> None:
    rows = [("1", "ADA LIND", []), ("2", "ADA LIND", []), ("3", "Ada Lind", []), ("4", "A. Lind", [])]
    assert guess(frame(rows))["name"].unique().to_list() == ["Ada Lind"]
    assert guess(frame([row for row in rows if row[1] != "Ada Lind"]))["name"].unique().to_list() == ["ADA LIND"]


def test_an_initial_makes_no_difference_to_the_id_even_alone() -> None:
    with_initial = meant(frame([("1", "Ada K. Byron", [])]))["1", "Ada K. Byron"]
    assert with_initial == meant(frame([("1", "Ada Byron", [])]))["1", "Ada Byron"]
