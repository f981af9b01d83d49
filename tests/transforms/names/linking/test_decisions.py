"""What users decide about entities wins over guesses."""

import polars as pl
import pytest

from schemas.vocabulary import DecisionKind, Label
from transforms.names.linking.corpus import GUESSES
from transforms.names.linking.decisions import ConflictingEntitiesError, Decision, UserEntity, ends, listed_ids, settled
from transforms.names.linking.identity import entity_id, person_id
from transforms.spans import LocalEntity


def own(name: str, label: Label = Label.PERSON) -> str:
    return entity_id(LocalEntity(name, label))


ADA, REED, COUNTESS = own("Ada Byron"), own("Tom Reed"), own("Countess Lovelace")


def local(*names: tuple[str, str, Label] | tuple[str, str]) -> pl.DataFrame:
    rows = [(article, own(name, *label)) for article, name, *label in names]
    return pl.DataFrame(rows, schema=["article_id", "local_id"], orient="row")


def guesses(*rows: tuple[str, str, str]) -> pl.DataFrame:
    full = [(article, local_id, meant, "name", "guess") for article, local_id, meant in rows]
    return pl.DataFrame(full, schema=GUESSES, orient="row")


def merge(number: int, one: str, into: str) -> Decision:
    return Decision(number, DecisionKind.MERGE, one, into)


def split(number: int, one: str, to: str, article: str | None = None, name: str | None = None) -> Decision:
    return Decision(number, DecisionKind.SPLIT, one, to, article, name)


@pytest.mark.parametrize(
    ("names", "guessed", "log", "expected"),
    [
        pytest.param([("1", "Ada Byron")], [], [merge(0, ADA, REED)], [REED], id="merged, though nothing was guessed"),
        pytest.param(
            [("1", "Ada Byron")], [("1", ADA, "x")], [merge(0, "x", REED)], [REED], id="a guess that is merged"
        ),
        pytest.param(
            [("1", "Ada Byron")], [], [merge(0, ADA, "b"), merge(1, "b", "c")], ["c"], id="merges one after the other"
        ),
        pytest.param(
            [("1", "Ada Byron")], [], [merge(0, "b", "c"), merge(1, ADA, "b")], ["b"], id="the log goes forward only"
        ),
        pytest.param(
            [("1", "Ada Byron"), ("1", "Tom Reed")],
            [],
            [merge(0, ADA, REED), merge(1, REED, ADA)],
            [ADA, ADA],
            id="there and back is no circle",
        ),
        pytest.param(
            [("1", "Ada Byron"), ("2", "Ada Byron")],
            [],
            [split(0, ADA, "new", "2", ADA)],
            [ADA, "new"],
            id="split of an article",
        ),
        pytest.param(
            [("2", "Countess Lovelace")],
            [("2", COUNTESS, ADA)],
            [split(0, ADA, "new", "2", ADA)],
            ["new"],
            id="split of an article that since writes another name",
        ),
        pytest.param(
            [("2", "Ada Byron")],
            [("2", ADA, "another guess")],
            [split(0, ADA, "new", "2", ADA)],
            ["new"],
            id="split of an article about which the guess changed",
        ),
        pytest.param(
            [("1", "Byron"), ("1", "Ada Byron")],
            [("1", own("Byron"), ADA)],
            [split(0, ADA, own("Byron"), None, own("Byron"))],
            [own("Byron"), ADA],
            id="split of a name",
        ),
        pytest.param(
            [("2", "Ada Byron")],
            [],
            [split(0, ADA, "new", "2", ADA), merge(1, "new", ADA)],
            [ADA],
            id="split and merged again",
        ),
        pytest.param(
            [("2", "Ada Byron")],
            [],
            [merge(0, ADA, REED), split(1, REED, "new", "2", ADA)],
            ["new"],
            id="merged, then split",
        ),
    ],
)
def test_what_was_decided_is_done_in_order(names, guessed, log, expected: list[str]) -> None:
    rows = local(*names)
    done = {(a, o): meant for a, o, meant, _ in settled(rows, guesses(*guessed), (), log).iter_rows()}
    assert [done.get(key, key[1]) for key in rows.iter_rows()] == expected


BYRON = UserEntity("Ada Byron", Label.PERSON, ("Countess Lovelace",), ("wikidata:Q7259",))


@pytest.mark.parametrize(
    ("user", "name", "label", "guess", "is_claimed"),
    [
        pytest.param(BYRON, "Countess Lovelace", Label.PERSON, None, True, id="alias"),
        pytest.param(BYRON, "COUNTESS LOVELACE", Label.PERSON, None, True, id="alias in capitals"),
        pytest.param(BYRON, "Countess Lovelace", Label.ORG, None, True, id="several words, taken for something else"),
        pytest.param(
            BYRON, "Ada K. Byron", Label.PERSON, person_id("Ada Byron"), True, id="guessed to be the listed one"
        ),
        pytest.param(BYRON, "Countess Lovelace", Label.PERSON, "somebody", True, id="the list wins over the guess"),
        pytest.param(BYRON, "Tom Reed", Label.PERSON, None, False, id="somebody else"),
        pytest.param(
            UserEntity("Quorum Ltd", Label.ORG, ("Quorum",)), "Quorum", Label.PERSON, None, True, id="one word"
        ),
        pytest.param(UserEntity("Peru Bank", Label.ORG, ("Peru",)), "Peru", Label.GPE, None, False, id="not a country"),
        pytest.param(
            UserEntity("Peru Bank", Label.ORG, ("Peru",)), "Peru", Label.ORG, None, True, id="unless so typed"
        ),
    ],
)
def test_a_listed_entity_claims_its_names(
    user: UserEntity, name: str, label: Label, guess: str | None, is_claimed: bool
) -> None:
    guessed = [("1", own(name, label), guess)] if guess else []
    done = settled(local(("1", name, label)), guesses(*guessed), [user])
    assert (done["entity_id"].to_list() == listed_ids([user])) is is_claimed


def test_a_decision_wins_over_the_list() -> None:
    (listed,) = listed_ids([BYRON])
    done = settled(local(("1", "Ada Byron")), guesses(), [BYRON], [split(0, listed, "another", "1", ADA)])
    assert done["entity_id"].to_list() == ["another"]


def test_listing_somebody_changes_no_id() -> None:
    assert listed_ids([BYRON]) == [person_id("Ada Byron")]
    assert listed_ids([UserEntity("World Fruit Organization", Label.ORG)]) == [
        own("World Fruit Organization", Label.ORG)
    ]


def test_two_of_one_first_and_last_name_are_two() -> None:
    users = [UserEntity("Ada K. Byron", Label.PERSON), UserEntity("Ada L. Byron", Label.PERSON)]
    done = settled(local(("1", "Ada K. Byron"), ("1", "Ada L. Byron")), guesses(), users)
    assert len({*done["entity_id"], *listed_ids(users)}) <= len(set(listed_ids(users))) == 2


def test_two_rows_that_claim_a_name_are_refused() -> None:
    users = [UserEntity("Ada Byron", Label.PERSON, ("Ada",)), UserEntity("Ada Reed", Label.PERSON, ("Ada",))]
    with pytest.raises(ConflictingEntitiesError, match="Ada Reed"):
        settled(local(("1", "Ada")), guesses(), users)


def test_what_the_log_may_have_made_of_an_entity() -> None:
    log = [merge(0, "a", "b"), split(1, "b", "c", "1"), merge(2, "x", "y")]
    assert ends(["a"], log) == {"a", "b", "c"}
