"""What users have said about entities; it wins over every guess and survives every run.

Two things: a list of entities (``entities.csv``), and a log of decisions (merge, split). The list is applied to
what was guessed, then the log is followed in the order in which it was written, so that there are no circles in
it and taking one decision back leaves the others as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from schemas.vocabulary import DecisionKind, Label
from transforms.names.forms.countries import is_known_place
from transforms.names.forms.folding import fold
from transforms.names.linking.corpus import GUESSES
from transforms.names.linking.identity import entity_id, plain_person_id
from transforms.spans import LocalEntity

MEANINGS = pl.Schema({name: dtype for name, dtype in GUESSES.items() if name != "name"})
"""One row a local entity that means another entity than its own id says: whatever decided it."""

_REASONS = {DecisionKind.MERGE: "merged by the user", DecisionKind.SPLIT: "split by the user"}
LISTED = "entities.csv"
"""The reason of what the list decided."""


@dataclass(frozen=True, slots=True)
class UserEntity:
    """A row of ``entities.csv``."""

    name: str
    label: Label
    aliases: tuple[str, ...] = ()
    external_ids: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All names it goes by."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry of the log: who was taken for ``entity_id`` is ``target_id``, in one article or under one name only.

    ``number`` is its place in the log; the parts of one split share it. A split of an article holds for what it was
    about then (``local_id``) and for all that would mean ``entity_id`` there.
    """

    number: int
    kind: DecisionKind
    entity_id: str
    target_id: str
    article_id: str | None = None
    local_id: str | None = None

    def holds(self, article_id: str, local_id: str, meant: str) -> bool:
        """Whether it is about a local entity that until here means ``meant``."""
        if self.article_id is not None:
            return self.article_id == article_id and (meant == self.entity_id or local_id == self.local_id)
        return meant == self.entity_id and self.local_id in {None, local_id}


class ConflictingEntitiesError(ValueError):
    """Two rows of ``entities.csv`` claim one name."""

    def __init__(self, name: str, one: UserEntity, other: UserEntity) -> None:
        super().__init__(f"{name!r} is claimed by {one.name!r} and by {other.name!r}; keep it in one row")
        self.one = one
        self.other = other


def listed_ids(users: Sequence[UserEntity]) -> list[str]:
    """The id of each listed entity: that which its name gets by itself, so that listing it changes no id."""
    plain = [_plain_id(user.name, user.label) for user in users]
    return [
        id_ if plain.count(id_) == 1 else entity_id(LocalEntity(user.name, user.label))
        for user, id_ in zip(users, plain, strict=True)
    ]


def claims(users: Sequence[UserEntity]) -> dict[str, str]:
    """Ids by name alone, of every form of the listed entities, to the id of the entity that is meant.

    A form is claimed whatever type an article gives it; only the names of countries, peoples and cities are so for
    the type of their row alone, as 'Jordan' may be somebody, too.

    Raises:
        ConflictingEntitiesError: two rows claim a form.
    """
    ids = listed_ids(users)
    claimed = _claimed_as_typed(users)
    weak: dict[str, set[int]] = defaultdict(set)
    for number, user in enumerate(users):
        for id_ in (ids[number], *_further_claims(user)):
            weak[id_].add(number)
    for id_, numbers in weak.items():
        if len(numbers) == 1:
            claimed.setdefault(id_, *numbers)
    return {id_: ids[number] for id_, number in claimed.items()}


def _claimed_as_typed(users: Sequence[UserEntity]) -> dict[str, int]:
    """Ids by name alone, of every form with the type of its row, to the number of the row; that is beyond doubt."""
    claimed: dict[str, int] = {}
    for number, user in enumerate(users):
        for form in user.forms:
            other = claimed.setdefault(entity_id(LocalEntity(form, user.label)), number)
            if other != number:
                raise ConflictingEntitiesError(form, users[other], user)
    return claimed


def _further_claims(user: UserEntity) -> Iterator[str]:
    """The ids that the forms of a row have as another type or spelling; they count where no other row has them."""
    for form in user.forms:
        if " " in form.strip():
            yield _plain_id(form, user.label)
        if not is_known_place(fold(form)):
            yield from (entity_id(LocalEntity(form, label)) for label in Label)


def settled(
    local: pl.DataFrame, guesses: pl.DataFrame, users: Sequence[UserEntity] = (), log: Iterable[Decision] = ()
) -> pl.DataFrame:
    """What each of the ``local`` entities means in the end (:data:`MEANINGS`), sorted.

    ``local`` has the columns ``article_id`` and ``local_id``; ``guesses`` are :data:`GUESSES` about them.

    Raises:
        ConflictingEntitiesError: the list claims a name twice.
    """
    plain = guesses.select(MEANINGS.names())
    claimed, decisions = claims(users), _Log(log)
    if not claimed and not decisions.is_needed:
        return plain
    guessed = {(article, own): (meant, reason) for article, own, meant, reason in plain.iter_rows()}
    rows = []
    for article, own in local.select("article_id", "local_id").iter_rows():
        meant, reason = guessed.get((article, own), (own, ""))
        listed = claimed.get(own) or claimed.get(meant)
        if listed:
            meant, reason = listed, LISTED
        meant, reason = decisions.followed(article, own, meant, reason)
        if meant != own:
            rows.append((article, own, meant, reason))
    return pl.DataFrame(rows, schema=MEANINGS, orient="row").sort("article_id", "local_id")


def ends(ids: Iterable[str], log: Iterable[Decision]) -> set[str]:
    """The entities, and all that the log may have made of them."""
    reached = set(ids)
    for decision in sorted(log, key=lambda decision: decision.number):
        if decision.entity_id in reached:
            reached.add(decision.target_id)
    return reached


class _Log:
    """The decisions, found by what they are about."""

    def __init__(self, log: Iterable[Decision]) -> None:
        self._of_entity: dict[str, list[Decision]] = defaultdict(list)
        self._of_local: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in log:
            self._of_entity[decision.entity_id].append(decision)
            if decision.article_id and decision.local_id:
                self._of_local[decision.article_id, decision.local_id].append(decision)

    @property
    def is_needed(self) -> bool:
        return bool(self._of_entity)

    def followed(self, article: str, own: str, meant: str, reason: str) -> tuple[str, str]:
        number = -1
        while True:
            candidates = [*self._of_entity.get(meant, ()), *self._of_local.get((article, own), ())]
            after = [one for one in candidates if one.number > number and one.holds(article, own, meant)]
            if not after:
                return meant, reason
            first = min(after, key=lambda one: one.number)
            meant, reason, number = first.target_id, _REASONS[first.kind], first.number


def _plain_id(name: str, label: Label) -> str:
    return plain_person_id(name) if label is Label.PERSON else entity_id(LocalEntity(name, label))
