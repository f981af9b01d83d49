"""Whose "the statement" is, and "the email": whoever an article said it came from when it was first told of.

"Fox said in a statement ... The statement added", "a statement from Haddad Foods", "the union's letter".
"""

from collections.abc import Sequence

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import DEFINITE
from transforms.quotes.meaning.nameless import is_subject

_FROM = frozenset({"by", "from", "of"})
_THROUGH = frozenset({"in", "via", "through"})
_BACK = 3  # paragraphs to look back


def written_by(
    views: Sequence[View], pools: Sequence[Sequence[Candidate]], writing: Candidate, lexicon: Lexicon
) -> Candidate | None:
    """Whoever gave out what "the statement" means; None for other words, or where nothing tells."""
    view, noun = views[writing.paragraph], views[writing.paragraph].lemmas[writing.head]
    if noun not in lexicon.writings:
        return None
    owner = _owner(view, pools[writing.paragraph], writing.head, lexicon)
    if owner is not None or view.lower[writing.first] not in DEFINITE:
        return owner
    for index in range(writing.paragraph, max(-1, writing.paragraph - _BACK - 1), -1):
        end = writing.first if index == writing.paragraph else len(views[index].words)
        for token in reversed(range(end)):
            if views[index].lemmas[token] == noun and views[index].inside[token] is None:
                writer = _writer(views[index], pools[index], token, lexicon)
                if writer is not None:
                    return writer
    return None


def _owner(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Whose a writing is by the words before it: "Fox's statement", "its statement", "an NBA statement"."""
    before = {child for child in view.children[token] if child < token}
    owners = {child for child in before if view.deps[child] == "poss"}
    is_of_body = view.lemmas[token] in lexicon.body_writings
    named = {child for child in before if view.deps[child] == "compound" and is_of_body}
    return next((c for c in pool if c.head in owners or (c.head in named and c.entity is not None)), None)


def _writer(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Whose a writing is, as its own words tell, or its sentence: "Fox said in a statement"."""
    subject = _giver(view, pool, token, lexicon)
    owners = {child for child in view.children[token] if view.deps[child] == "poss"}
    for child in view.children[token]:
        if view.lower[child] in _FROM and not (subject and view.lower[child] == "by"):
            owners.update(grandchild for grandchild in view.children[child] if view.deps[grandchild] == "pobj")
    return next((candidate for candidate in pool if candidate.head in owners), None) if owners else subject


def _giver(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Who acts in a sentence in which something is said in a writing, or a writing is given out."""
    above, sentence = view.heads[token], view.sentences[token]
    is_means = view.deps[token] == "pobj" and view.lower[above] in _THROUGH
    if not is_means and not (view.deps[token] == "dobj" and view.lemmas[above] in lexicon.publishing_verbs):
        return None
    return next((c for c in pool if view.sentences[c.head] == sentence and is_subject(c)), None)
