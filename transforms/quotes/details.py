"""What else is said of an utterance: the speaker's role, and who was spoken to."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from schemas.vocabulary import Label
from transforms.names.wordlists import mapping, words
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import NOUNS_AND_PRONOUNS, SINGULAR, VERBS
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import ArticleReading
from transforms.quotes.meaning.descriptions import is_age
from transforms.quotes.meaning.memory import Referent

_HEARERS = frozenset({Sort.SINGULAR, Sort.PLURAL, Sort.FIRST, Sort.PERSON, Sort.ORGANISATION, Sort.NAME, Sort.PEOPLE})
_SPEAK_OF = frozenset({"allude", "compare", "liken", "object", "point", "refer"})  # "to" whom or what these are
_DONE_TO_THINGS = frozenset({"challenge", "command", "order", "promise", "question"})  # verbs with hearers, and things
_TALES = frozenset({"fib", "joke", "lie", "story", "tale", "truth"})
_MAY_HEAR = 0.05  # share of naming a speaker from which a noun is of those who listen
_LESSENED = frozenset(
    {"former", "ex", "late", "then", "vice", "deputy", "assistant", "associate", "acting", "interim", "incoming"}
)
_OF_ROLES = frozenset({"at", "for", "from", "in", "of"})
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "one", "another", "some"})
_ACADEMIC = frozenset({"prof", "professor"})
_SHORT_RANK = 3  # letters of a word before a rank: "Pol Col"


def role(reading: ArticleReading, speaker: Candidate, entity: int | None, described: Mapping[int, str]) -> str | None:
    """The role printed for the person, or the noun phrase itself where that is all that names one ("a top aide").

    ``described`` has what people are called elsewhere. "The poll" and "a letter" are nobody.
    """
    view = reading.views[speaker.paragraph]
    if entity is not None:
        known = reading.names.entities[entity]
        told = _most_telling(known.roles)
        if told is not None or known.label is not Label.PERSON:
            return told
        return _described(reading, speaker) or described.get(entity)
    noun, lexicon = view.lemmas[speaker.head], reading.lexicon
    if speaker.sort is not Sort.PEOPLE or noun in lexicon.writings.studies or noun in lexicon.writings.nouns:
        return None
    return view.span(_without_determiner(view, speaker), speaker.head + 1).of(reading.text)


def described(reading: ArticleReading, whom: Callable[[Candidate], Referent | None]) -> dict[int, str]:
    """What an article calls its people by whose names no role stands: "The harbour clerk" further down is Lind's.

    ``whom`` tells who a noun phrase means. What is in doubt, or is somebody's ("Fox's lawyer", "the father of two"),
    tells nothing.
    """
    found: dict[int, str] = {}
    for candidate in (candidate for pool in reading.pools for candidate in pool if candidate.sort is Sort.PEOPLE):
        view = reading.views[candidate.paragraph]
        is_owned = any(view.deps[t] == "poss" for t in range(candidate.first, candidate.head))
        is_owned = is_owned or view.lemmas[candidate.head] in reading.lexicon.people.kin
        meant = None if is_owned or candidate.entity is not None else whom(candidate)
        if meant is not None and not meant.is_doubtful and meant.entity not in found:
            told = _described(reading, candidate)
            if told is not None:
                found[meant.entity] = told
    return found


def _described(reading: ArticleReading, speaker: Candidate) -> str | None:
    """What a person is called by who names no role: "the harbour clerk from Lund"; not "the 34-year-old", "the man"."""
    view = reading.views[speaker.paragraph]
    # As printed: the parser reads other words for some.
    noun = view.span(speaker.head, speaker.head + 1).of(reading.text).lower()
    is_calling = noun in words("role_nouns.txt") or noun in words("callings.txt")
    if speaker.entity is not None or view.tags[speaker.head] not in SINGULAR or not is_calling:
        return None
    behind = view.lower[speaker.head + 1] if speaker.head + 1 < speaker.last else ""
    end = speaker.last if behind in _OF_ROLES else speaker.head + 1
    return " ".join(view.span(_without_determiner(view, speaker), end).of(reading.text).split())


def _without_determiner(view: View, speaker: Candidate) -> int:
    """The first token of a phrase behind its determiner and age: "the 21-year-old student"."""
    first = next((t + 1 for t in range(speaker.head - 1, speaker.first + 1, -1) if is_age(view, t)), speaker.first)
    while first < speaker.head and view.lower[first] in _DETERMINERS:
        first += 1
    return first


def _most_telling(roles: Sequence[str]) -> str | None:
    """The first role, but for a bare form of address or a bare noun that another role tells more of.

    "Pol Col" before "assistant coach of the club", "Minister" before "Minister of Economy"; but a "President" or
    "Judge" is not the "former president" that the article calls the same person elsewhere.
    """
    if not roles:
        return None
    first = roles[0]
    told = first.rstrip(".")
    others = [role for role in roles if not _is_address(role)]
    if _is_address(first):
        return others[0] if others else first
    if " " in first:
        return first
    longer = [role for role in others if " " in role and _LESSENED.isdisjoint(role.casefold().split())]
    abbreviated = mapping("role_abbreviations.tsv").get(told.lower())
    if abbreviated or told not in mapping("honorifics.tsv"):
        longer = [role for role in longer if (abbreviated or told.casefold()) in role.casefold().split()]
    return longer[0] if longer else first


def _is_address(role: str) -> bool:
    """Whether a role is no more than a form of address: "Dr", "Maj. Gen.", "Pol Col"; not an office, as "Sen" is."""
    *before, last = (word.rstrip(".") for word in role.split())
    honorifics, spelled = mapping("honorifics.tsv"), last.lower()
    is_office = spelled in mapping("role_abbreviations.tsv") or spelled in words("role_nouns.txt")
    are_short = all(word in honorifics or (word.istitle() and len(word) <= _SHORT_RANK) for word in before)
    return last in honorifics and (not is_office or spelled in _ACADEMIC) and are_short


def addressee(reading: ArticleReading, speaker: Candidate, frame: Frame) -> str | None:
    """Who is told, asked or written to: the object of a cue that has a hearer, or of its "to", if that can listen.

    Whom somebody calls, accuses or praises is spoken of, not to.
    """
    view, lexicon = reading.views[speaker.paragraph], reading.lexicon
    if view.pos[frame.cue] not in VERBS or view.lower[speaker.head] == "on":
        return None  # "assure-t-on à la préfecture", where they speak
    hearers = {c.head for c in reading.pools[speaker.paragraph] if c.sort in _HEARERS}
    named = {c.head for c in reading.pools[speaker.paragraph] if c.entity is not None}
    for token in (*_hearers(view, frame, hearers, lexicon), *_called_on(view, frame, named, lexicon)):
        if token != speaker.head and view.inside[token] is None and view.pos[token] in NOUNS_AND_PRONOUNS:
            return view.span(*view.noun_phrase(token)).of(reading.text)
    return None


def _hearers(view: View, frame: Frame, hearers: Collection[int], lexicon: Lexicon) -> Iterator[int]:
    """Those who may listen: any object of "told", whom "wrote Fox" names, who "said to" goes to, "he was told by"."""
    below = view.children[frame.cue]
    if frame.lemma in lexicon.cues.hearer_verbs and frame.link is Link.AGENT:
        yield from (t for t in below if view.deps[t] == "nsubjpass")
    yield from _told(view, frame, hearers, lexicon)
    if frame.lemma not in _SPEAK_OF:
        to = [t for t in below if view.deps[t] in {"prep", "dative"} and view.lower[t] == "to"]
        spoken_to = (t for preposition in to for t in view.children[preposition] if view.deps[t] == "pobj")
        yield from (t for t in spoken_to if t in hearers)


def _told(view: View, frame: Frame, hearers: Collection[int], lexicon: Lexicon) -> Iterator[int]:
    """The objects of a verb that has a hearer, unless one is a thing; those of "write" that may hear."""
    behind = [t for t in view.children[frame.cue] if t > frame.cue and view.pos[t] != "ADP"]
    objects = [t for t in behind if view.deps[t] in {"dobj", "dative"}]
    if frame.lemma in lexicon.cues.hearer_verbs:
        things = (t for t in objects if t not in hearers and _is_thing(view, frame, t, lexicon))
        if next(things, None) is None:
            yield from objects
            return
    if frame.lemma == "write":
        yield from (t for t in objects if t in hearers)


def _called_on(view: View, frame: Frame, named: Collection[int], lexicon: Lexicon) -> Iterator[int]:
    """Who is called on to do something: "called on the council to act"; nobody "called on the phone to say"."""
    on = [t for t in view.children[frame.cue] if frame.lemma == "call" and view.lower[t] == "on"]
    for token in (t for preposition in on for t in view.children[preposition] if view.deps[t] == "pobj"):
        listens = (
            lexicon.people.is_person(view.lemmas[token]) or lexicon.people.source_share(view.lemmas[token]) >= _MAY_HEAR
        )
        if token in named or (view.pos[token] == "NOUN" and listens):
            yield token


def _is_thing(view: View, frame: Frame, noun: int, lexicon: Lexicon) -> bool:
    """Whether the object of a verb is nobody who listens: "questioned the fairness of it", "told the story"."""
    lemma = view.lemmas[noun]
    if view.pos[noun] != "NOUN":
        return False
    if frame.lemma in _DONE_TO_THINGS:
        is_body = lemma in lexicon.bodies.companies or lemma in lexicon.bodies.public or lexicon.people.is_person(lemma)
        return not is_body and lexicon.people.source_share(lemma) < _MAY_HEAR
    return lemma in _TALES
