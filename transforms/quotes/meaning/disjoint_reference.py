"""Disjoint reference: whom a pronoun cannot mean, by the grammar of its sentence, as "him" in "Fox met him"."""

from collections.abc import Iterator, Sequence

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.tagsets import AUXILIARIES, FINITE, OBJECTS, SUBJECTS
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.asking import askers
from transforms.quotes.meaning.nameless import has_quotation_cue

_PARTICIPLES = frozenset({"VBN", "VBG"})
_BESIDE = frozenset({"after", "alongside", "before", "besides", "like", "unlike"})
_DURING = frozenset({"during", "in"})
_TALKS = frozenset({"chat", "conversation", "exchange", "interview", "talk"})
_SAME = frozenset({"he", "she", "they", "it"})
_RELATIVE = frozenset({"that", "who"})
_REPORTED = frozenset({"ccomp", "parataxis"})
# Whoever a verb acts on behind these is another than its subject; "Fox has a bag with him" tells nothing.
_ACTED_ON = frozenset({"against", "at", "by", "from", "to"})
# ... and who does one of these with somebody: "Fox, who worked with him".
_DONE_WITH = frozenset(
    {"agree", "argue", "collaborate", "dine", "fight", "live", "meet", "play", "serve", "sit", "speak", "study", "talk"}
    | {"train", "travel", "work"}
)


def tells_whose(view: View, pronoun: int) -> bool:
    """Whether a "her" tells whose the one before it is: "Fox, her partner"."""
    return view.deps[pronoun] == "poss" and pronoun > 1 and view.words[pronoun - 1] == ","


def disjoint_candidates(view: View, pool: Sequence[Candidate], pronoun: int) -> Iterator[Candidate]:
    """The candidates that a pronoun cannot mean.

    The noun phrase before "her" in "Fox, her partner", or before "she said" in "Haddad, she said, was late"; who does
    to "him" what a verb says, or has it done by him: "Fox accused him", "he accused Fox"; "Fox" in "he and Fox", in
    what "he said that Fox" did, in "Fox was late, he said", and in "Fox demanded that he leave".
    """
    beside = {*_beside(view, pronoun), *_named_below(view, pool, pronoun), *_named_in_front(view, pool, pronoun)}
    yield from (candidate for candidate in pool if candidate.head in beside)
    if pronoun == 0 or view.words[pronoun - 1] != ",":
        return
    for candidate in pool:
        if candidate.last == pronoun - 1:
            is_said_of = view.deps[pronoun] in SUBJECTS and view.opens_sentence(candidate.first)
            if is_said_of or tells_whose(view, pronoun):
                yield candidate


def _named_below(view: View, pool: Sequence[Candidate], pronoun: int) -> Iterator[int]:
    """The heads of names behind a verb whose subject a pronoun is: "he said that Fox was late".

    Not past a quotation, behind which the parser often misses that a sentence begins.
    """
    verb = view.heads[pronoun]
    if view.deps[pronoun] not in SUBJECTS:
        return
    quoted = next((token for token in range(verb, len(view.words)) if view.inside[token] is not None), len(view.words))
    below = view.subtree(verb)
    yield from (c.head for c in pool if c.entity is not None and verb < c.head < quoted and c.head in below)


def _named_in_front(view: View, pool: Sequence[Candidate], pronoun: int) -> Iterator[int]:
    """The heads of names in what is reported before its ", he said": "Fox was late, he said".

    Where the parser lets a sentence begin at "he", all of the one before is reported.
    """
    is_tag = pronoun > 1 and view.words[pronoun - 1] == "," and view.deps[pronoun] in SUBJECTS
    if not is_tag or not any(c.head == pronoun and has_quotation_cue(c) for c in pool):
        return
    reported = _reported_before(view, pronoun)
    if any(view.lower[token] == view.lower[pronoun] and view.deps[token] in SUBJECTS for token in reported):
        return  # "as Fox was late he took the bus, he said"
    named = (c for c in pool if c.entity is not None and c.head < pronoun and c.head in reported)
    yield from (c.head for c in named if not has_quotation_cue(c))  # "Fox said that it was late, he added"


def _reported_before(view: View, pronoun: int) -> frozenset[int]:
    """The tokens of what is reported before a ", he said", which the parser may hang on it, or it on that."""
    verb = view.heads[pronoun]
    if view.opens_sentence(pronoun):
        return frozenset(view.sentence_of(pronoun - 1))
    if view.deps[verb] in _REPORTED and view.heads[verb] < pronoun:
        return view.subtree(view.heads[verb]) - view.subtree(verb)
    clauses = [child for child in view.children[verb] if child < pronoun and view.deps[child] in _REPORTED]
    return frozenset(token for clause in clauses for token in view.subtree(clause))


def _beside(view: View, pronoun: int) -> Iterator[int]:
    """The heads of the other parts of a pronoun's clause."""
    yield from (child for child in view.children[pronoun] if view.deps[child] == "conj")
    if view.deps[pronoun] == "conj":
        yield view.heads[pronoun]
    verb = view.heads[pronoun]
    if _verb_on(view, pronoun) is not None:
        yield from doers(view, pronoun)
    else:
        same = [verb, *(child for child in view.children[verb] if view.deps[child] == "conj")]
        yield from (child for of in same for child in view.children[of] if view.deps[child] in OBJECTS)
        yield from in_front_of(view, pronoun)
        yield from askers(view, pronoun)
        yield from _demanding(view, pronoun)


def _demanding(view: View, pronoun: int) -> Iterator[int]:
    """The subject of a verb that wants something done by whom a pronoun means: "Fox demanded that she withdraw it".

    A verb in its plain form behind "he" or "she" tells so, whatever verb is above it.
    """
    verb = view.heads[pronoun]
    is_wish = view.deps[verb] == "ccomp" and view.tags[verb] in {"VB", "VBP"} and view.lower[pronoun] in {"he", "she"}
    helping = any(view.deps[child] in {"aux", "auxpass"} for child in view.children[verb])
    if view.deps[pronoun] in SUBJECTS and is_wish and not helping:
        yield from (child for child in view.children[view.heads[verb]] if view.deps[child] in SUBJECTS)


def doers(view: View, pronoun: int) -> Iterator[int]:
    """The subjects of the verb that a pronoun is the object of: "Fox" of "Fox met him", "Fox, who is fond of him"."""
    verb = _verb_on(view, pronoun)
    if verb is None:
        return
    first = _first_of(view, verb)
    subjects = [child for child in view.children[first] if view.deps[child] in SUBJECTS]
    yield from subjects
    if view.deps[first] == "relcl" and any(view.lower[subject] in _RELATIVE for subject in subjects):
        yield from _apposed(view, view.heads[first])


def _apposed(view: View, noun: int) -> Iterator[int]:
    """A noun and those that it stands behind, saying what they are: "Fox, the mayor"."""
    yield noun
    while view.deps[noun] == "appos":
        noun = view.heads[noun]
        yield noun


def _verb_on(view: View, pronoun: int) -> int | None:
    """The verb that acts on a pronoun, with "to" or the like between or without, or "is" of "is fond of him"."""
    head = view.heads[pronoun]
    if view.deps[pronoun] in OBJECTS:
        return head
    verb = view.heads[head]
    if view.deps[pronoun] == "pobj" and view.deps[verb] == "acomp":
        return view.heads[verb]
    acts = view.lower[head] in _ACTED_ON or (view.lower[head] == "with" and view.lemmas[verb] in _DONE_WITH)
    is_behind = acts and view.deps[pronoun] == "pobj" and view.deps[head] != "pobj"
    return verb if is_behind and view.pos[verb] == "VERB" else None


def in_front_of(view: View, subject: int) -> Iterator[int]:
    """What stands before the clause of a subject in phrases that tell of another: "asked by Fox, he"."""
    before = (child for child in view.children[view.heads[subject]] if child < subject)
    yield from (token for child in before for token in _in_front(view, child))


def _in_front(view: View, child: int) -> Iterator[int]:
    """What stands before a clause's own subject, in a phrase that has none: "like Fox, he", "asked by Fox, he".

    Somebody's own ("asked about his letter, he") may be the subject's, but not that of a name ("Fox's letter"). Of a
    clause with a subject nothing is told, unless both have the same: "when he was asked by Fox, he".
    """
    is_participle = view.deps[child] == "advcl" and view.tags[child] in _PARTICIPLES
    waiting = [child] if is_participle or _tells_beside(view, child) else []
    own = [other for other in view.children[child] if is_participle and _is_finite(view, child, other)]
    if any(view.lower[subject] not in _SAME for subject in own):
        return  # "while Haddad was speaking, he"
    while waiting:
        token = waiting.pop()
        yield token
        below = view.children[token]
        if token == child or not any(view.deps[other] in SUBJECTS for other in below):
            waiting += [
                other
                for other in below
                if other not in own and (view.deps[other] != "poss" or (is_participle and view.pos[other] == "PROPN"))
            ]


def _is_finite(view: View, verb: int, subject: int) -> bool:
    """Whether a participle is no phrase but has a subject and an auxiliary: "while he was speaking"."""
    auxiliaries = (child for child in view.children[verb] if view.deps[child] in AUXILIARIES)
    return view.deps[subject] in SUBJECTS and any(view.tags[child] in FINITE for child in auxiliaries)


def _tells_beside(view: View, preposition: int) -> bool:
    """Whether a preposition tells of another: "like Fox, he", "in an interview with Fox, he"."""
    if view.deps[preposition] != "prep":
        return False
    if view.lower[preposition] in _BESIDE:
        return True
    talks = (child for child in view.children[preposition] if view.deps[child] == "pobj")
    return view.lower[preposition] in _DURING and any(view.lemmas[talk] in _TALKS for talk in talks)


def _first_of(view: View, verb: int) -> int:
    """The verb that tells the subject of a joined one: "called" in "Fox called and thanked him"."""
    while view.deps[verb] == "conj" and not any(view.deps[child] in SUBJECTS for child in view.children[verb]):
        verb = view.heads[verb]
    return verb
