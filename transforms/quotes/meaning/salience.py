"""The salience of a noun phrase in its sentence: the higher, the likelier a later pronoun means it.

The weights are of the same units as those of :mod:`transforms.quotes.meaning.antecedent_scoring`.
"""

from schemas.vocabulary import Label
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.tagsets import SUBJECTS
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.antecedents import SUBJECT
from transforms.quotes.meaning.asking import asks, is_asked
from transforms.quotes.meaning.background import Background
from transforms.quotes.meaning.nameless import has_quotation_cue, is_subject

_OF_ANOTHER = frozenset({"poss", "compound"})  # "Fox's statement", "a Fox statement"
# Clauses whose subject is not what the sentence is about: "Haddad left when Fox called. He ..."
_BELOW_ANOTHER = frozenset({"relcl", "advcl", "acl", "ccomp", "pcomp", "csubj"})

_SPEAKER, _FIRST, _OWNER, _NAMELESS = 1.0, 0.4, 1.3, 0.6
_ASKED = 2.4  # as much as a subject that speaks: who is asked will answer
_PLACE = 0.4  # a town says less than whoever is in it


class Salience:
    """Tells how prominent the noun phrases of one article are, whom each is taken for in which reading aside."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._known: dict[tuple[int, int, bool, bool], float] = {}

    def of(self, candidate: Candidate, label: Label | None) -> float:
        """The weight of a noun phrase that means somebody with a name of this label, or without one."""
        key = candidate.paragraph, candidate.head, label is None, label is Label.GPE
        if key not in self._known:
            self._known[key] = self._weigh(candidate, label)
        return self._known[key]

    def _weigh(self, candidate: Candidate, label: Label | None) -> float:
        view = self._background.view(candidate)
        weight = -_NAMELESS if label is None else 0.0
        is_any_subject = is_subject(candidate) or view.deps[candidate.head] in SUBJECTS
        if is_any_subject and all(view.deps[token] not in _BELOW_ANOTHER for token in view.above(candidate.head)):
            weight += SUBJECT
        asking_verbs = self._background.lexicon.cues.asking_verbs
        if has_quotation_cue(candidate) and not asks(view, candidate.head, asking_verbs):
            weight += _SPEAKER
        if _holds_view(view, candidate):
            weight += SUBJECT + _SPEAKER
        if view.deps[candidate.head] in _OF_ANOTHER:
            weight -= _OWNER
        if is_asked(view, candidate.head, asking_verbs):
            weight += _ASKED
        if label is Label.GPE:
            weight -= _PLACE
        if candidate is self._background.pools[candidate.paragraph][0]:
            weight += _FIRST
        return weight


def _holds_view(view: View, candidate: Candidate) -> bool:
    """Whether a sentence begins with whose view it gives: "For Fox, Haddad was a great pilot. He ..."."""
    link = view.heads[candidate.head]
    is_first = view.deps[candidate.head] == "pobj" and view.lower[link] == "for" and view.opens_sentence(link)
    return is_first and candidate.first == link + 1 and view.words[candidate.last : candidate.last + 1] == [","]
