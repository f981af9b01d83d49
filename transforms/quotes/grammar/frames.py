"""Cue frames: every verb, noun or preposition of a paragraph that may mark somebody's words, with who it names.

A frame ties a cue to the head of the noun phrase that speaks: the subject of "said", the object of "according
to", the possessor or author of a "statement".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BORROWS = frozenset({"conj", "xcomp", "advcl", "dep", "parataxis", "pcomp", "ccomp"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dep", "npadvmod", "pobj", "appos"})
_NOBODY = frozenset({"there", "'s", "n't", "'ve", "'re", "s'", "se", "qu'", "ce", "c'", "y", "en"})
_IN = frozenset({"in", "by"})  # before the noun of "in the words of"
_COUNTED = {"NOUN": "NOUN", "ADJ": "ADJ"}  # parts of speech that are counted apart from verbs
_COMMAS = frozenset({",", "?", "!"})  # how a quotation ends that has a tag
_LONGEST_TAG = 8
MARKS_QUOTATIONS = 0.1  # share of marking quotations from which a word is a cue whatever it was tagged as
_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})  # of the words before a name that belong to it
_LONGEST_TITLE = 6
_IN_PHRASES = frozenset({"ADJ", "CCONJ", "DET", "NOUN", "NUM", "PROPN"})
_CITES = frozenset({"quote", "cite"})
_HIGHEST = 5  # verbs up the tree that one may borrow its subject from


class Link(IntEnum):
    """How a frame ties its speaker to its cue."""

    SUBJECT = 0
    BORROWED = 1  # subject of the verb that the cue hangs on
    PASSIVE = 2  # "was asked"
    RELATIVE = 3  # "X, who said"
    ACCORDING = 4
    POSSESSOR = 5  # "X's statement"
    AUTHOR = 6  # "a statement by X"
    INVERTED = 7  # "..., reads the letter", which the parser takes for an object
    PRONOUN = 8  # the "who" of "X, who said"
    BESIDE = 9  # a name next to a cue that the parser did not see as a verb
    AGENT = 10  # "called ... by X"
    LOOSE = 11  # named in the sentence of a cue that stands right before the quotation: "X, asked if Y went, said: ..."


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue and the head of its speaker, as token indices, with the cue's share of marking speech and quotations."""

    cue: int
    speaker: int
    link: Link
    lemma: str
    share: float
    quoted_share: float


def frames(view: View, lexicon: Lexicon) -> list[Frame]:
    """All cue frames of a paragraph whose cue and speaker stand outside of quoted stretches, by cue."""
    found = []
    for token, pos in enumerate(view.pos):
        if view.inside[token] is not None:
            continue
        words = _according(view, token, lexicon)
        if words:
            pairs = _of_according(view, token)
        elif pos in {"VERB", "AUX"}:
            pairs = _of_verb(view, token, lexicon)
        elif pos == "NOUN" and lexicon.is_cue(pos, view.lemmas[token]):
            pairs = _of_noun(view, token)
        elif pos == "ADJ" and lexicon.is_cue(pos, view.lemmas[token]):
            pairs = _of_adjective(view, token)
        else:
            continue
        lemma = words or view.lemmas[token]
        share, quoted = lexicon.share("ADP" if words else _COUNTED.get(pos, "VERB"), lemma)
        found += [
            Frame(token, speaker, link, lemma, share, quoted)
            for speaker, link in dict(pairs).items()
            if view.inside[speaker] is None and view.pos[speaker] in _NOMINAL and not _is_nobody(view, speaker, lexicon)
        ]
    return found


def _is_nobody(view: View, speaker: int, lexicon: Lexicon) -> bool:
    """Whether a subject is the "there" of "there are", the "it" of "it is clear that", or the rest of "let's"."""
    word, verb = view.lower[speaker], view.heads[speaker]
    if word not in {"it", "il"} or view.deps[speaker] not in SUBJECTS:
        return word in _NOBODY
    said_of_it = {verb, *(child for child in view.children[verb] if view.deps[child] in {"acomp", "attr"})}
    return any(view.lemmas[token] in lexicon.impersonal for token in said_of_it)


def beside(view: View, first: int, last: int, lexicon: Lexicon) -> list[Frame]:
    """Frames of a name ``[first, last)`` with the word before or behind it, if that may be a cue verb.

    Looks past what belongs to the name: "said election lawyer Ann Fox", "Fox, 49, told reporters".
    """
    before = first - 1
    while before >= 0 and first - before <= _LONGEST_TITLE and _is_of_title(view, before, lexicon):
        before -= 1
    has_age = view.words[last : last + 3 : 2] == [",", ","] and view.words[last + 1].isdigit()
    behind = last + 3 if has_age else last
    found = []
    for token in dict.fromkeys((behind, before)):
        is_outside = 0 <= token < len(view.words) and view.inside[token] is None
        if is_outside and view.lemmas[token] in lexicon.verbs and not _is_told(view, token, last, lexicon):
            share, quoted = lexicon.share("VERB", view.lemmas[token])
            found.append(Frame(token, last - 1, Link.BESIDE, view.lemmas[token], share, quoted))
    return found


def _is_told(view: View, verb: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name that ends before ``last`` listens: it stands behind "Haddad told", and not behind "..., asked"."""
    if not 0 < verb < last or view.lemmas[verb] not in lexicon.hearer_verbs:
        return False
    subject = verb - 1
    return view.inside[subject] is None and (view.pos[subject] in _NOMINAL or view.words[subject] == ",")


def _is_of_title(view: View, token: int, lexicon: Lexicon) -> bool:
    is_word = view.pos[token] in _TITLES and view.lemmas[token] not in lexicon.verbs
    return is_word and view.inside[token] is None


def unseen_tags(view: View, cues: set[int], lexicon: Lexicon) -> list[Frame]:
    """Frames of what stands behind a quotation like "the letter reads", where the parser saw no verb with a subject.

    ``cues`` are those that have a frame.
    """
    found = []
    for token, segment in enumerate(view.inside):
        is_last = segment is not None and view.inside[token + 1 : token + 2] != [segment]
        if is_last and view.words[token] in _COMMAS:
            tag = _words_behind(view, token)
            frames_of_tag = (_of_tagged(view, cue, lexicon) for cue in tag[1:] if not cues.intersection(tag))
            found += [frame for frame in frames_of_tag if frame][:1]
    return found


def _words_behind(view: View, token: int) -> range:
    """The words behind a quotation that ends at a token, up to the next mark or comma."""
    first = token + 1
    while first < len(view.words) and view.inside[first] is None and not view.words[first][0].isalnum():
        first += 1
    last = first
    while last < len(view.words) and view.inside[last] is None and view.words[last][0].isalnum():
        last += 1
    return range(first, min(last, first + _LONGEST_TAG))


def _of_tagged(view: View, cue: int, lexicon: Lexicon) -> Frame | None:
    share, quoted = lexicon.share("VERB", view.lemmas[cue])
    is_cue = quoted >= MARKS_QUOTATIONS and view.pos[cue - 1] in _NOMINAL - {"DET"}
    return Frame(cue, cue - 1, Link.BESIDE, view.lemmas[cue], share, quoted) if is_cue else None


def _according(view: View, token: int, lexicon: Lexicon) -> str:
    """The words of a cue like "according to", "d'après" or "in the words of" that ends or has its noun at a token."""
    word = view.lower[token]
    if word in lexicon.according:
        return word
    if token and view.lower[token - 1] + word in lexicon.according:
        return view.lower[token - 1] + word
    if view.lemmas[token] in lexicon.according_nouns and view.lower[view.heads[token]] in _IN:
        return view.lemmas[token]
    return ""


def _of_according(view: View, token: int) -> Iterator[tuple[int, Link]]:
    if view.pos[token] == "NOUN":
        for child in view.children[token]:
            if view.deps[child] == "poss":
                yield child, Link.ACCORDING
            elif view.lower[child] == "of":
                yield from ((t, Link.ACCORDING) for t in view.children[child] if view.deps[t] == "pobj")
        return
    if view.deps[token] == "fixed":
        token = view.heads[token]
    prepositions = [token, *(child for child in view.children[token] if view.deps[child] == "prep")]
    objects = [t for preposition in prepositions for t in view.children[preposition] if view.deps[t] == "pobj"]
    yield from ((t, Link.ACCORDING) for t in objects or _behind_according(view, token))


def _behind_according(view: View, token: int) -> list[int]:
    """The noun phrase behind "according to" that the parser took for the subject of the sentence."""
    first = token + 1 + (view.lower[token + 1 : token + 2] == ["to"])
    last = first
    while last < len(view.words) and view.words[last] != "," and view.inside[last] is None:
        last += 1
    heads = [t for t in range(first, last) if view.pos[t] in _NOMINAL and min(view.subtree(t)) == first]
    return heads[-1:]


def _of_verb(view: View, verb: int, lexicon: Lexicon) -> Iterator[tuple[int, Link]]:
    clitic = _clitic(view, verb, lexicon)
    if clitic is not None:
        yield clitic, Link.SUBJECT
        return
    cited = _cited(view, verb)
    if cited is not None:
        yield cited, Link.SUBJECT
        return
    agents = list(_agents(view, verb))
    yield from ((agent, Link.AGENT) for agent in agents)
    is_called = any(view.inside[token] is not None for agent in agents for token in range(verb, agent))
    subject = _subject(view, verb)
    is_done = is_called or view.lemmas[verb] in lexicon.passive_verbs
    if subject is not None and not (is_done and subject[1] is Link.PASSIVE):
        yield subject
    if subject is None or subject[1] is Link.BORROWED:
        yield from ((t, Link.INVERTED) for t in _behind(view, verb))
    if subject is None:
        yield from ((t, Link.SUBJECT) for t in _before_last(view, verb))
    if subject is not None and subject[1] is Link.RELATIVE:
        yield from ((t, Link.PRONOUN) for t in view.children[verb] if view.deps[t] in SUBJECTS)


def _agents(view: View, verb: int) -> Iterator[int]:
    """By whom something is done; behind marks the parser often hangs that on the noun: 'called a "must" by Haddad'."""
    relations = [view.deps[child] for child in view.children[verb]]
    for child, relation in zip(view.children[verb], relations, strict=True):
        if relation == "agent":
            yield from (t for t in view.children[child] if view.deps[t] == "pobj")
        elif relation == "by":
            yield child
    if view.tags[verb] == "VBN" and "auxpass" in relations and "agent" not in relations:
        sentence = [t for t in range(verb, len(view.words)) if view.sentences[t] == view.sentences[verb]]
        quoted = next((t for t in sentence if view.inside[t] is not None), len(view.words))
        by = [t for t in sentence if t > quoted and view.lower[t] == "by" and view.inside[t] is None]
        yield from (t for token in by[:1] for t in view.children[token] if view.deps[t] == "pobj")


def _clitic(view: View, verb: int, lexicon: Lexicon) -> int | None:
    """The pronoun that is tied to a verb by a hyphen: "dit-il", "ajoute-t-il", "a-t-elle ajouté"."""
    behind = verb + 2 if view.lower[verb + 1 : verb + 2] == ["-t"] else verb + 1
    for token in (behind, verb - 1):
        word = view.lower[token] if 0 <= token < len(view.lower) else ""
        if word.startswith("-") and word in lexicon.pronouns:
            return token
    return None


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
        yield from (names or objects)[:1]


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
        if view.pos[last] in _NOMINAL:
            yield last


def _subject(view: View, verb: int) -> tuple[int, Link] | None:
    """Who does what a verb says; of coordinated and dependent verbs, the subject of the verb they hang on."""
    link = Link.SUBJECT
    for _ in range(_HIGHEST):
        for child in view.children[verb]:
            if view.deps[child] in SUBJECTS:
                if view.lower[child] in _RELATIVE and view.deps[verb] == "relcl":
                    return view.heads[verb], Link.RELATIVE
                if view.deps[child] == "nsubjpass" and link is Link.SUBJECT:
                    link = Link.PASSIVE
                return child, link
        head = view.heads[verb]
        if view.deps[verb] == "pcomp" and view.pos[head] in {"ADP", "SCONJ"}:
            cited = _cited(view, view.heads[head])
            if cited is not None:
                return cited, Link.SUBJECT
            head = view.heads[head]  # "closed the meeting by saying"
        if (
            view.deps[verb] == "conj"
            and view.deps[head] == "ccomp"
            and view.lemmas[view.heads[head]] == view.lemmas[verb]
        ):
            head = view.heads[head]  # "Haddad said Fox was late and said she would ..."
        if view.deps[verb] in {"relcl", "acl"} and head != verb:
            return head, Link.RELATIVE
        if view.deps[verb] not in _BORROWS or head == verb or view.pos[head] not in {"VERB", "AUX"}:
            return None
        verb = head
        link = Link.BORROWED
    return None


def _cited(view: View, verb: int) -> int | None:
    """Who is quoted "as saying", if somebody else quotes him: "the radio quoted a witness as saying"."""
    if view.lemmas[verb] not in _CITES:
        return None
    behind = range(verb + 1, view.sentence_of(verb).stop - 1)
    is_as_saying = any(view.lower[token] == "as" and view.tags[token + 1] == "VBG" for token in behind)
    return next((child for child in view.children[verb] if view.deps[child] == "dobj" and is_as_saying), None)


def _of_adjective(view: View, adjective: int) -> Iterator[tuple[int, Link]]:
    verb = view.heads[adjective]
    if view.deps[adjective] in {"acomp", "attr", "oprd"} and view.pos[verb] in {"VERB", "AUX"}:
        subject = _subject(view, verb)
        if subject is not None:
            yield subject[0], Link.BORROWED


def _of_noun(view: View, noun: int) -> Iterator[tuple[int, Link]]:
    for child in view.children[noun]:
        if view.deps[child] == "poss":
            yield child, Link.POSSESSOR
        elif view.deps[child] == "nsubj" and child < noun and view.lower[noun].endswith("ing"):
            yield child, Link.SUBJECT  # "with Haddad warning of ..."
        elif view.deps[child] == "prep" and view.lower[child] in {"by", "from", "of"}:
            yield from ((t, Link.AUTHOR) for t in view.children[child] if view.deps[t] == "pobj")
    head = view.heads[noun]
    if view.lower[head] in {"in", "with", "through", "via"}:
        head = view.heads[head]
    if head != noun and view.pos[head] in {"VERB", "AUX"}:
        subject = _subject(view, head)
        if subject is not None and subject[0] != noun:
            yield subject[0], Link.BORROWED
