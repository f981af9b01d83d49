"""French clauses that the tag behind them reports: "Les quotas baisseront, a annoncé la ministre".

The parser takes the two for sentences beside each other, or the tag for a part of the clause. In the scheme of the
English models the clause is what the verb of the tag complements, as in "Quotas will fall, the minister said".
"""

from collections.abc import Collection, Sequence

from transforms.quotes.grammar.tagsets import FRENCH_CLITICS, VERBS
from transforms.quotes.grammar.tree import Tree

_MARKS = frozenset({'"', "”", "»", "“", "«"})
_STOPS = frozenset({".", ";", ":"})
_LONGEST = 6  # tokens from the comma of a tag to its verb: "s'est - elle aussi alors félicitée"


def with_reported_clauses(tree: Tree, origin: Sequence[int], verbs: Collection[str], people: Collection[str]) -> None:
    """Hang the clause before a tag on the verb of the tag; ``verbs`` are the lemmas of those that tags have.

    ``origin`` is the place of each token as written: that of a subject which was moved before its verb is behind it.
    """
    for verb, lemma in enumerate(tree.lemmas):
        if tree.pos[verb] == "VERB" and lemma in verbs:
            comma = _comma_before(tree, verb)
            if comma is not None and _is_tag(tree, origin, comma, verb, people):
                _hang(tree, comma, verb)


def _comma_before(tree: Tree, verb: int) -> int | None:
    """The comma that a tag begins behind, its verb and what belongs to that between them."""
    for token in range(verb - 1, max(-1, verb - 1 - _LONGEST), -1):
        if tree.words[token] == ",":
            return token
        if tree.heads[token] != verb or tree.words[token] in _MARKS:
            return None
    return None


def _is_tag(tree: Tree, origin: Sequence[int], comma: int, verb: int, people: Collection[str]) -> bool:
    """Whether who speaks stands behind the verb, or did so as written: not "Ada Lind est venue, a dit un mot"."""
    subject = next((t for t, head in enumerate(tree.heads) if head == verb and tree.deps[t] == "nsubj"), None)
    if subject is None:
        return False
    if comma < subject < verb:
        return tree.words[subject].lower() in FRENCH_CLITICS and origin[subject] > origin[subject + 1]
    return subject > verb and (tree.pos[subject] == "PROPN" or tree.lemmas[subject].lower() in people)


def _hang(tree: Tree, comma: int, verb: int) -> None:
    """Make what ends at a comma the clause that a verb reports, if it is one."""
    last = comma - 1
    while last >= 0 and not tree.words[last][0].isalnum():
        last -= 1
    head = last
    while head >= 0 and tree.heads[head] not in {head, verb} and tree.heads[head] < comma:
        head = tree.heads[head]
    is_clause = head >= 0 and tree.pos[head] in VERBS and not any(w in _STOPS for w in tree.words[head:comma])
    if not is_clause or tree.heads[head] not in {head, verb}:
        return
    tree.heads[head], tree.deps[head] = verb, "ccomp"
    tree.heads[verb], tree.deps[verb] = verb, "ROOT"
    for token in (t for t in range(verb, len(tree.heads)) if tree.heads[t] == head and tree.deps[t] == "punct"):
        tree.heads[token] = verb
    for token in range(head + 1, verb + 1):
        tree.begins[token] = 0
