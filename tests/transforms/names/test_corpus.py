"""Which people and organisations of a corpus are one, as cases and as properties."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.vocabulary import Label
from transforms.names.corpus import decide, touched
from transforms.names.identity import entity_id
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


def meant(local: pl.DataFrame, decisions: pl.DataFrame | None = None) -> dict[tuple[str, str], str]:
    """(article, name) -> entity id after the decisions."""
    decided = decide(local) if decisions is None else decisions
    changed = {(a, own): to for a, own, to in decided.select("article_id", "local_id", "entity_id").iter_rows()}
    rows = local.select("article_id", "entity_id", "name").iter_rows()
    return {(article, name): changed.get((article, own), own) for article, own, name in rows}


@pytest.mark.parametrize(
    ("rows", "together"),
    [
        pytest.param(
            [("1", "Ada Byron", []), ("2", "Byron", [])], [["1 Ada Byron", "2 Byron"]], id="family name alone"
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
            [("1", "Joe Reed", ["senator"]), ("2", "Joseph Reed", ["Senator"])],
            [["1 Joe Reed", "2 Joseph Reed"]],
            id="short form of the first name with the same role",
        ),
        pytest.param(
            [("1", "Joe Reed", ["senator"]), ("2", "Joseph Reed", ["baker"])],
            [["1 Joe Reed"], ["2 Joseph Reed"]],
            id="short form of the first name with another role",
        ),
    ],
)  # fmt: skip
def test_people(rows: list[Row], together: list[list[str]]) -> None:
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
    assert decide(local).equals(decide(shuffled))


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


def test_an_initial_makes_no_difference_to_the_id_even_alone() -> None:
    with_initial = meant(frame([("1", "Ada K. Byron", [])]))["1", "Ada K. Byron"]
    assert with_initial == meant(frame([("1", "Ada Byron", [])]))["1", "Ada Byron"]
