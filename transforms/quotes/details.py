"""What else is said of an utterance: the speaker's role, and who was spoken to."""

from collections.abc import Collection, Iterator

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Frame
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import Reading

_HEARERS = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.FIRST, Sort.PERSON, Sort.ORGANISATION, Sort.NAME, Sort.PEOPLE})
_SPEAK_OF = frozenset({"allude", "compare", "liken", "object", "point", "refer"})  # "to" whom or what these are
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "one", "another", "some"})


def role(reading: Reading, speaker: Candidate, entity: int | None) -> str | None:
    """The role printed for the person, or the noun phrase itself where only a role is named ("a top aide")."""
    if entity is not None:
        roles = reading.names.entities[entity].roles
        return roles[0] if roles else None
    if speaker.sort is not Sort.PEOPLE:
        return None
    view = reading.views[speaker.paragraph]
    first = speaker.first
    while first < speaker.head and view.lower[first] in _DETERMINERS:
        first += 1
    return view.span(first, speaker.head + 1).of(reading.text)


def addressee(reading: Reading, speaker: Candidate, frame: Frame, lexicon: Lexicon) -> str | None:
    """Who is told, asked or written to: the object of a cue that has a hearer, or of its "to", if that can listen.

    Whom somebody calls, accuses or praises is spoken of, not to.
    """
    view = reading.views[speaker.paragraph]
    if view.pos[frame.cue] not in {"VERB", "AUX"}:
        return None
    hearers = {c.head for c in reading.pools[speaker.paragraph] if c.sort in _HEARERS}
    for token in _hearers(view, frame, hearers, lexicon):
        if token != speaker.head and view.inside[token] is None and view.pos[token] in _NOMINAL:
            return view.span(*view.noun_phrase(token)).of(reading.text)
    return None


def _hearers(view: View, frame: Frame, hearers: Collection[int], lexicon: Lexicon) -> Iterator[int]:
    """Those who may listen: any object of "told", whom "wrote Fox" names, and who "said to" goes to."""
    below = view.children[frame.cue]
    has_hearer = frame.lemma in lexicon.hearer_verbs
    objects = (t for t in below if t > frame.cue and view.deps[t] in {"dobj", "dative"} and view.pos[t] != "ADP")
    yield from (t for t in objects if has_hearer or (frame.lemma == "write" and t in hearers))
    if frame.lemma not in _SPEAK_OF:
        to = [t for t in below if view.deps[t] in {"prep", "dative"} and view.lower[t] == "to"]
        told = (t for prep in to for t in view.children[prep] if view.deps[t] == "pobj")
        yield from (t for t in told if t in hearers)
