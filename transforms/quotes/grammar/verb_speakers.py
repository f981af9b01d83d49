"""The speakers of a verb of speech: its subject, the agent of a passive, or whoever is cited."""

from collections.abc import Iterator

from transforms.quotes.grammar.asides import inverted_aside
from transforms.quotes.grammar.coordinated_cues import reporting_verb
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.misattached_subjects import object_of_preposition, subject_of_aside, subject_of_report
from transforms.quotes.grammar.participles import who_adds
from transforms.quotes.grammar.tagsets import NOMINAL, RELATIVE, SUBJECTS, VERBS
from transforms.quotes.grammar.view import View

_BORROWS = frozenset({"conj", "xcomp", "advcl", "dep", "parataxis", "pcomp", "ccomp"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dep", "npadvmod", "pobj", "appos"})
_IN_PHRASES = frozenset({"ADJ", "CCONJ", "DET", "NOUN", "NUM", "PROPN"})
_CITES = frozenset({"quote", "cite"})
_PERCEIVES = frozenset({"capture", "catch", "film", "hear", "record", "see", "show"})
_HANGS = frozenset({"acl", "advcl", "xcomp"})
_MAKES = frozenset({"cause", "compel", "drive", "force", "inspire", "lead", "move", "prompt", "provoke", "spur"})
_HIGHEST = 5  # verbs up the tree that one may borrow its subject from


def speakers_of_verb(view: View, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, Link]]:
    """The heads of all who may say what a verb tells, each with what ties it to the verb."""
    only = _only_speaker(view, verb, lexicon)
    if only is not None:
        yield only
        return
    agents = list(_agents(view, verb))
    yield from ((agent, Link.AGENT) for agent in agents)
    is_called = any(view.inside[token] is not None for agent in agents for token in range(verb, agent))
    subject = _subject_above(view, verb, lexicon) or subject_of(view, verb)
    is_done = is_called or view.lemmas[verb] in lexicon.cues.passive_verbs
    if subject is not None and not (is_done and subject[1] is Link.PASSIVE):
        yield subject
    if subject is None or subject[1] is Link.BORROWED:
        yield from ((t, Link.INVERTED) for t in _behind(view, verb))
    if subject is None:
        others = [*_before_last(view, verb)] or subject_of_aside(view, verb)
        yield from ((t, Link.SUBJECT) for t in others)
    if subject is not None and subject[1] is Link.RELATIVE:
        yield from ((t, Link.PRONOUN) for t in view.children[verb] if view.deps[t] in SUBJECTS)


def _only_speaker(view: View, verb: int, lexicon: Lexicon) -> tuple[int, Link] | None:
    """Who alone may say what a verb tells, where the construction or a mistake of the parser that is known tells it."""
    cited = _cited(view, verb)
    if cited is None:
        cited = heard_saying(view, verb, lexicon)
    if cited is not None:
        return cited, Link.SUBJECT
    adds = who_adds(view, verb, lexicon)
    if adds is not None:
        return adds, Link.BORROWED
    aside = inverted_aside(view, verb)
    if aside is not None:
        return aside[-1], Link.INVERTED
    finite = _finite(view, verb)
    taken = object_of_preposition(view, finite)
    if taken is not None:
        return taken, Link.SUBJECT if finite == verb else Link.BORROWED
    return None


def _finite(view: View, verb: int) -> int:
    """The verb that an infinitive goes with: "declined" of "declined to say"."""
    while view.deps[verb] == "xcomp" and view.pos[view.heads[verb]] in VERBS:
        verb = view.heads[verb]
    return verb


def heard_saying(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """Who is heard or seen to say it: "Fox is heard on a tape saying ...", which the parser may hang on the tape."""
    marks_quotations = lexicon.cues.share("VERB", view.lemmas[verb]).quoted >= MARKS_QUOTATIONS
    if view.tags[verb] != "VBG" or view.deps[verb] not in _HANGS or not marks_quotations:
        return None
    above = next((token for token in view.above(verb) if view.pos[token] in VERBS), None)
    if above is None or view.tags[above] != "VBN" or view.lemmas[above] not in _PERCEIVES:
        return None
    return next((child for child in view.children[above] if view.deps[child] == "nsubjpass"), None)


def _agents(view: View, verb: int) -> Iterator[int]:
    """By whom something is done."""
    relations = {view.deps[child] for child in view.children[verb]}
    for child in view.children[verb]:
        if view.deps[child] == "agent":
            yield from (t for t in view.children[child] if view.deps[t] == "pobj")
        elif view.deps[child] == "by":
            yield child
    if view.tags[verb] == "VBN" and "auxpass" in relations and "agent" not in relations:
        yield from _agent_behind_marks(view, verb)


def _agent_behind_marks(view: View, verb: int) -> Iterator[int]:
    """By whom, where the parser hangs that on the noun between marks: 'called a "must" by Haddad'."""
    sentence = [t for t in range(verb, len(view.words)) if view.sentences[t] == view.sentences[verb]]
    quoted = next((t for t in sentence if view.inside[t] is not None), len(view.words))
    by = next((t for t in sentence if t > quoted and view.lower[t] == "by" and view.inside[t] is None), None)
    if by is not None:
        yield from (t for t in view.children[by] if view.deps[t] == "pobj")


def _behind(view: View, verb: int) -> Iterator[int]:
    """The noun phrase right behind a verb that stands right behind a quotation."""
    before = verb - 1
    while (
        before >= 0
        and view.inside[before] is None
        and (view.pos[before] == "AUX" or not view.words[before][0].isalnum())
    ):
        before -= 1
    if before >= 0 and view.inside[before] is not None and before < verb - 1:
        objects = [t for t in view.children[verb] if t > verb and view.deps[t] in _OBJECTS]
        near = verb + 1  # which hangs on the verb, or the verb on it
        tied = near < len(view.words) and (view.heads[near] == verb or view.heads[verb] == near)
        names = [near] if tied and view.words[near][0].isupper() else []
        yield from (names or objects or [*subject_of_report(view, verb)])[:1]


def _before_last(view: View, verb: int) -> Iterator[int]:
    """The noun phrase between a comma and a verb that ends its sentence: "..., diplomats and local sources say."."""
    sentence = view.sentence_of(verb)
    if any(view.words[token][0].isalnum() for token in range(verb + 1, sentence.stop)):
        return
    first = verb
    while first > sentence.start and view.pos[first - 1] in _IN_PHRASES and view.inside[first - 1] is None:
        first -= 1
    if first > sentence.start and view.words[first - 1] == ",":
        last = next((token for token in range(first, verb) if view.pos[token] == "CCONJ"), verb) - 1
        if view.pos[last] in NOMINAL:
            yield last


def _subject_above(view: View, verb: int, lexicon: Lexicon) -> tuple[int, Link] | None:
    """Who says "said", for a second verb that goes with it."""
    cue = reporting_verb(view, verb, lexicon)
    subject = None if cue is None else subject_of(view, cue)
    if subject is None or subject[1] is not Link.SUBJECT:
        return subject
    return subject[0], Link.BORROWED


def subject_of(view: View, verb: int) -> tuple[int, Link] | None:
    """Who does what a verb says; of coordinated and dependent verbs, the subject of the verb they hang on."""
    link = Link.SUBJECT
    for _ in range(_HIGHEST):
        own = _own_subject(view, verb, link)
        if own is not None:
            return own
        cited = _cited_in(view, verb)
        if cited is not None:
            return cited, Link.SUBJECT
        head = _verb_above(view, verb)
        above = _noun_above(view, verb, head, link)
        if above is not None:
            return above
        if view.deps[verb] not in _BORROWS or head == verb or view.pos[head] not in VERBS:
            return None
        verb = head
        link = Link.BORROWED
    return None


def _own_subject(view: View, verb: int, link: Link) -> tuple[int, Link] | None:
    """The subject that hangs on a verb itself; of a relative clause whom that is of."""
    subjects = (child for child in view.children[verb] if view.deps[child] in SUBJECTS)
    subject = next((child for child in subjects if not _is_of_what_is_said(view, child, verb)), None)
    if subject is None:
        return None
    if view.lower[subject] in RELATIVE and view.deps[verb] == "relcl":
        return _holder(view, view.heads[verb]), Link.RELATIVE
    is_passive = view.deps[subject] == "nsubjpass" and link is Link.SUBJECT
    return subject, Link.PASSIVE if is_passive else link


def _verb_above(view: View, verb: int) -> int:
    """What a verb hangs on, but for the words between: "closed the meeting by saying", "is firm in stating"."""
    head = view.heads[verb]
    if _is_behind_preposition(view, verb):
        preposition, head = head, view.heads[head]
        if view.deps[head] == "acomp" and view.lower[preposition] == "in":
            head = view.heads[head]
    is_second = view.deps[verb] == "conj" and view.deps[head] == "ccomp"
    if is_second and view.lemmas[view.heads[head]] == view.lemmas[verb]:
        head = view.heads[head]  # "Haddad said Fox was late and said she would ..."
    return head


def _is_behind_preposition(view: View, verb: int) -> bool:
    return view.deps[verb] == "pcomp" and view.pos[view.heads[verb]] in {"ADP", "SCONJ"}


def _is_of_what_is_said(view: View, relative: int, verb: int) -> bool:
    """Whether a "who" has its verb in what somebody else says: "Ada Lind, who police said had left"."""
    others = (t for t in view.children[verb] if relative < t < verb and view.deps[t] in SUBJECTS)
    return view.lower[relative] in RELATIVE and any(others)


def _holder(view: View, noun: int) -> int:
    """Whom the name before an office is of: "Ada Lind, Minister of Ports who said ..."."""
    name = view.heads[noun]
    is_apposed = view.deps[noun] == "appos" and view.pos[name] == "PROPN" and view.words[noun - 1] == ","
    return name if is_apposed and name < noun else noun


def _noun_above(view: View, verb: int, head: int, link: Link) -> tuple[int, Link] | None:
    """The noun that a clause is of, or the one that something leads to speak: "The storm led Haddad to say ..."."""
    if view.deps[verb] in {"relcl", "acl"} and head != verb:
        return _holder(view, head), Link.RELATIVE
    if view.deps[verb] != "xcomp" or view.lemmas[head] not in _MAKES:
        return None
    led = next((t for t in view.children[head] if view.deps[t] == "dobj" and head < t < verb), None)
    return None if led is None else (led, link)


def _cited_in(view: View, saying: int) -> int | None:
    """Who is quoted by the verb that "as saying" hangs on."""
    return _cited(view, view.heads[view.heads[saying]]) if _is_behind_preposition(view, saying) else None


def _cited(view: View, verb: int) -> int | None:
    """Who is quoted "as saying", if somebody else quotes him: "the radio quoted a witness as saying"."""
    if view.lemmas[verb] not in _CITES:
        return None
    behind = range(verb + 1, view.sentence_of(verb).stop - 1)
    is_as_saying = any(view.lower[token] == "as" and view.tags[token + 1] == "VBG" for token in behind)
    return next((child for child in view.children[verb] if view.deps[child] == "dobj" and is_as_saying), None)
