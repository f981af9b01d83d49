"""What an article tells of the gender of the people it names.

Titles ("Mr.", "congresswoman") come with the names. Here the pronouns of the text are added: where somebody is the
only person named before a "her" or "his" of the same sentence, that counts as a vote. No list of first names is used.
"""

from collections.abc import Sequence

from transforms.quotes.candidates import Candidate, Sort
from transforms.quotes.lexicon import Lexicon
from transforms.quotes.view import View
from transforms.spans import Names

_MAY_BE_A_PERSON = frozenset({Sort.PEOPLE, Sort.PERSON, Sort.NAME, Sort.ORGANISATION})
_PRINTED = 9  # votes that a printed title counts for


def genders(views: Sequence[View], pools: Sequence[Sequence[Candidate]], names: Names, lexicon: Lexicon) -> list[int]:
    """For each entity, how many more votes there are for "she" than for "he" (negative: for "he")."""
    votes = [{"f": _PRINTED, "m": -_PRINTED, None: 0}[entity.gender] for entity in names.entities]
    for view, pool in zip(views, pools, strict=True):
        for token, word in enumerate(view.lower):
            if word in lexicon.genders and view.inside[token] is None:
                person = _only_person_before(token, view, pool)
                if person is not None:
                    votes[person] += 1 if lexicon.genders[word] == "f" else -1
    return votes


def _only_person_before(token: int, view: View, pool: Sequence[Candidate]) -> int | None:
    """The one person named in the pronoun's sentence before it, if named as a subject."""
    people = [
        candidate
        for candidate in pool
        if candidate.head < token
        and view.sentences[candidate.head] == view.sentences[token]
        and (candidate.sort in _MAY_BE_A_PERSON)
    ]
    entities = {candidate.entity for candidate in people}
    if len(entities) == 1 and people[0].entity is not None and people[0].frames:
        return people[0].entity
    return None
