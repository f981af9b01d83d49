"""The candidate speakers of a quotation: noun phrases of its paragraph and of the paragraphs around it."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from schemas.vocabulary import BlockKind, Label
from transforms.names.wordlists import words
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.impersonal import is_impersonal
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.mentions import MentionIndex
from transforms.quotes.grammar.missed_frames import adjacent_frames, missed_tags
from transforms.quotes.grammar.office_holders import (
    holder_behind,
    holder_of_noun,
    named_between_commas,
    office_holder,
)
from transforms.quotes.grammar.tagsets import SINGULAR
from transforms.quotes.grammar.view import QUANTITIES, View
from transforms.spans import Names

_MODIFIES = frozenset({"name", "compound", "amod", "det", "nmod", "npadvmod", "punct", "advmod"})
_LONGEST_OFFICE = 6
_AT = frozenset({"at", "for", "in"})
_OF_OFFICE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PROPN"})
_AND_ONE = 2  # words between two parts of a title: "expert and advocate Ada Lind"
_SPEAKING_SHARE = 0.05  # a subject of such a cue in another paragraph may go on speaking in this one


class Sort(IntEnum):
    """What a noun phrase is, by its head."""

    SINGULAR = 0  # he, she
    PLURAL = 1  # they
    IT = 2
    FIRST = 3  # I, we, you
    OTHER_PRONOUN = 4  # who, some, one, ...
    PERSON = 5
    ORGANISATION = 6
    PLACE = 7
    NAME = 8  # a proper noun of no known label
    PEOPLE = 9  # a common noun for those who speak
    THING = 10


_PRONOUNS = {"singular": Sort.SINGULAR, "plural": Sort.PLURAL, "it": Sort.IT, "first": Sort.FIRST}
_PERSON_ELSEWHERE = "PER"  # the label of WikiNER, which the models of most languages use
_LABELS = {
    Label.PERSON: Sort.PERSON,
    Label.ORG: Sort.ORGANISATION,
    Label.GPE: Sort.PLACE,
    Label.LOC: Sort.PLACE,
    Label.FAC: Sort.PLACE,
    Label.NORP: Sort.PLACE,
}


class Candidate(NamedTuple):
    """A noun phrase: its paragraph, head and token range, what it is, and the frames it speaks in.

    ``who`` is the same for noun phrases that name the same: an entity's index, or else the head word.
    """

    paragraph: int
    head: int
    first: int
    last: int
    sort: Sort
    entity: int | None
    who: int | str
    frames: tuple[Frame, ...]

    @property
    def may_speak(self) -> bool:
        """Whether it is the speaker of a fair cue."""
        return any(frame.quoted_share >= _SPEAKING_SHARE for frame in self.frames)

    def speaks_by(self, cue: int) -> bool:
        """Whether it is the subject of a verb that marks quotations."""
        return any(f.cue == cue and f.link is Link.SUBJECT and f.marks_quotations for f in self.frames)


def candidates(
    views: Sequence[View], frames: Sequence[list[Frame]], names: Names, lexicon: Lexicon
) -> list[list[Candidate]]:
    """The noun phrases of each paragraph that may speak, in order of their heads."""
    mentions = MentionIndex(names)
    pools = []
    for index, (view, found) in enumerate(zip(views, frames, strict=True)):
        heads = _heads(view, found, mentions, lexicon)
        pool = [_candidate(index, view, head, own, mentions, lexicon) for head, own in sorted(heads.items())]
        pools.append(_as_one(view, pool))
    return pools


def _as_one(view: View, pool: list[Candidate]) -> list[Candidate]:
    """The candidates with what stands right before a person's name as a part of it, where the parser saw two subjects.

    "Harbour News Radio reporter Ada Lind said", "election expert and advocate Ada Lind said"
    """
    for name in [c for c in pool if c.sort is Sort.PERSON and not c.frames]:
        title = next((c for c in pool if _is_title_before(view, c, name)), None)
        if title is not None:
            _merge(pool, name, title)
    for name in [c for c in pool if c.sort is Sort.PERSON and any(f.link is Link.BESIDE for f in c.frames)]:
        cues = {frame.cue for frame in name.frames if frame.cue == name.last}
        before = next((c for c in pool if c is not name and _is_part(view, c, name, cues)), None)
        if before is not None:
            _merge(pool, name, before)
    return pool


def _merge(pool: list[Candidate], name: Candidate, before: Candidate) -> None:
    """Make what stands before a name a part of its phrase, which speaks in the other's place then."""
    spoken = tuple(frame._replace(speaker=name.head) for frame in before.frames)
    pool[pool.index(name)] = name._replace(first=min(before.first, name.first), frames=spoken)
    pool[pool.index(before)] = before._replace(frames=())


def _is_title_before(view: View, candidate: Candidate, name: Candidate) -> bool:
    """Whether a noun for somebody speaks, and the name right behind it hangs on it: "IT department head Ada Lind"."""
    is_next = candidate.last == name.first and view.heads[name.head] == candidate.head
    return is_next and candidate.sort is Sort.PEOPLE and view.tags[candidate.head] in SINGULAR and candidate.may_speak


def _is_part(view: View, candidate: Candidate, name: Candidate, cues: set[int]) -> bool:
    """Whether a candidate is the other subject of the verb behind a name, and a part of the title before that.

    "Lind and Haddad said" and "the minister and President Lind said" are two.
    """
    between = range(candidate.last, name.first)
    goes_on = len(between) == _AND_ONE and view.pos[between[0]] == "CCONJ"
    # "Chairman of the Harbour Board General Ada Lind said", "Voice for Lund party-list Rep. Ada Lind said"
    is_of_office = 0 < len(between) <= _LONGEST_OFFICE and (
        view.lower[between[0]] == "of" or (view.lower[between[0]] in _AT and _is_titled(view, candidate, name))
    )
    is_one = all(view.pos[token] in _OF_OFFICE or view.words[token] == "-" for token in between)
    goes_on = goes_on or (is_of_office and is_one) or _lists_offices(view, candidate, name)
    is_subject = any(frame.cue in cues and frame.link is Link.SUBJECT for frame in candidate.frames)
    is_titled = candidate.sort is not Sort.PERSON and candidate.sort not in _PRONOUNS.values()  # "he and his wife Ada"
    is_before = candidate.last <= name.first or _is_of_title(view, candidate, name)
    return is_subject and is_before and is_titled and (not between or goes_on)


def _lists_offices(view: View, candidate: Candidate, name: Candidate) -> bool:
    """Whether a list of offices ends before a name: "chairman, treasurer and president Ada Lind said"."""
    listed = [t for t in range(candidate.first, name.head) if view.words[t] == ","]
    if not listed or view.words[candidate.last : name.first] != ["and"]:
        return False
    ends = [listed[0] - 1, *(t - 1 for t in listed[1:]), candidate.last - 1, candidate.last + 1]
    return all(view.tags[t] in SINGULAR and view.lower[t] in words("role_nouns.txt") for t in ends)


def _is_of_title(view: View, candidate: Candidate, name: Candidate) -> bool:
    """Whether a body's name runs into the title that is of it: "Federation of Bakers chairman Mr Omar Haddad said"."""
    runs_on = candidate.first < name.first < candidate.last < name.head
    return runs_on and candidate.sort is Sort.ORGANISATION and view.lower[candidate.last] in words("role_nouns.txt")


def _is_titled(view: View, candidate: Candidate, name: Candidate) -> bool:
    """Whether an abbreviated title stands before a name, behind another candidate."""
    return any(
        view.words[token].rstrip(".").lower() in words("sure_titles.txt") for token in range(candidate.last, name.head)
    )


def _heads(view: View, frames: list[Frame], mentions: MentionIndex, lexicon: Lexicon) -> dict[int, list[Frame]]:
    """The heads of all phrases that may mean a speaker, each with its frames."""
    heads: dict[int, list[Frame]] = {}
    for frame in frames:
        if any(map(str.isalnum, view.words[frame.speaker])):
            heads.setdefault(frame.speaker, []).append(frame)
    for frame in missed_tags(view, {frame.cue for frame in frames}, lexicon):
        heads.setdefault(frame.speaker, []).append(frame)
    for token in range(len(view.words)):
        if token not in heads and view.inside[token] is None and _may_mean_somebody(view, token, lexicon):
            heads[token] = []
    found = heads | _unseen(view, heads, mentions, lexicon)
    if lexicon.has_gendered_things and _begins_with_place(view):
        found.pop(0, None)
    return found


def _may_mean_somebody(view: View, token: int, lexicon: Lexicon) -> bool:
    """Whether a word is a name, a noun for a person or a personal pronoun, and stands for itself."""
    if view.deps[token] in _MODIFIES:
        return False
    if view.pos[token] == "NOUN":
        return lexicon.people.is_person(view.lemmas[token])
    if view.pos[token] == "PRON":
        return view.lower[token] in lexicon.pronouns.kinds and not is_impersonal(view, token, lexicon)
    return view.pos[token] == "PROPN"


def _begins_with_place(view: View) -> bool:
    """Whether one name and a full stop stand before what a headline quotes: "Halvik. « On a sauvé l'école »"."""
    is_headline = view.paragraph.kind is BlockKind.TITLE and view.words[1:2] == ["."]
    return is_headline and view.pos[0] == "PROPN" and any(inside is not None for inside in view.inside)


def _unseen(
    view: View, heads: dict[int, list[Frame]], mentions: MentionIndex, lexicon: Lexicon
) -> dict[int, list[Frame]]:
    """Names that the parse has no frame for, with the cue that stands next to them."""
    found = {}
    for first, end in mentions.in_tokens(view):
        last = end
        if last < len(view.words) and view.words[last] in words("post_nominals.txt"):
            last += 1
        if not any(heads.get(token) for token in range(first, last)):
            found[last - 1] = adjacent_frames(view, first, last, lexicon)
    return found


def _candidate(
    index: int, view: View, head: int, frames: list[Frame], mentions: MentionIndex, lexicon: Lexicon
) -> Candidate:
    first, last = view.noun_phrase(head)
    first = min(first, mentions.begin_at(head, view))
    entity = _named_within(view, head, first, last, mentions, lexicon)
    if entity is None:
        entity, last = named_between_commas(view, head, last, mentions, lexicon) or (entity, last)
    entity, last = holder_behind(view, head, last, mentions, lexicon) or (entity, last)
    entity, last = holder_of_noun(view, head, mentions) or (entity, last)
    sort = _sort(view, head, entity, mentions.names, lexicon)
    who = view.lower[head] if entity is None else entity
    last = view.with_reflexive(head, max(last, mentions.end_at(last - 1, view)))
    if view.pos[head] != "PROPN" and any(frame.link is Link.BESIDE for frame in frames):
        first = view.begin_of_tag(first)
    if first < head and view.lower[first] in words("speech_verbs.txt"):
        first += 1  # "Added Kamau: ...", where the parser takes the verb for an adjective
    return Candidate(index, head, first, last, sort, entity, who, tuple(frames))


def _named_within(view: View, head: int, first: int, last: int, mentions: MentionIndex, lexicon: Lexicon) -> int | None:
    """The entity that a noun phrase ``[first, last)`` names: at its head, at its end, or as the holder of an office."""
    entity = _entity_at(head, view, mentions)
    if entity is None and view.is_named(head, last):
        entity = _named_at_end(head, last, view, mentions, lexicon)
    if entity is None:
        entity = office_holder(view, head, last, mentions, lexicon)
    if entity is None and first < head and view.lemmas[head] in lexicon.bodies.own_kinds:
        entity = _body_at(head - 1, view, mentions)
    return entity


def _entity_at(token: int, view: View, mentions: MentionIndex) -> int | None:
    """The entity that is named at a token, or before it where it is no part of the name: "Leo Marsh KC".

    "The Harbour East MP" is the one of a place, not that.
    """
    if not token or view.words[token] not in words("post_nominals.txt"):
        return mentions.entity_at(view.starts[token], view.ends[token])
    entity = mentions.entity_at(view.starts[token - 1], view.ends[token - 1])
    return entity if entity is not None and mentions.names.entities[entity].label is Label.PERSON else None


def _named_at_end(head: int, last: int, view: View, mentions: MentionIndex, lexicon: Lexicon) -> int | None:
    """The entity named at the end of a noun phrase: not Denmark in "the mayor of Lund, Denmark"."""
    entity = _entity_at(last - 1, view, mentions)
    if entity is None or not lexicon.people.is_person(view.lemmas[head]):
        return entity
    return None if _LABELS.get(mentions.names.entities[entity].label) is Sort.PLACE else entity


def _body_at(token: int, view: View, mentions: MentionIndex) -> int | None:
    """The body that is named at a token: "Reuters" in "the Reuters agency" and "the Reuters news agency"."""
    token -= view.lower[token] in words("news_words.txt")
    entity = _entity_at(token, view, mentions)
    return entity if entity is not None and mentions.names.entities[entity].label is Label.ORG else None


def _sort(view: View, head: int, entity: int | None, names: Names, lexicon: Lexicon) -> Sort:
    if view.lower[head] in lexicon.pronouns.kinds:
        return _PRONOUNS[lexicon.pronouns.kinds[view.lower[head]]]
    if view.pos[head] == "PRON" or view.lower[head] in QUANTITIES:
        return Sort.OTHER_PRONOUN
    if entity is not None:
        return _LABELS.get(names.entities[entity].label, Sort.NAME)
    return _sort_of_noun(view, head, lexicon)


def _sort_of_noun(view: View, head: int, lexicon: Lexicon) -> Sort:
    if _is_person(view, head):
        return Sort.PERSON
    if lexicon.people.is_person(view.lemmas[head]):
        return Sort.PEOPLE
    if view.pos[head] == "PROPN" or any(view.deps[child] == "name" for child in view.children[head]):
        return Sort.NAME
    return Sort.THING


def _is_person(view: View, head: int) -> bool:
    """Whether the model of a language without names of its own (French) labels a word as part of a person's name."""
    source = view.paragraph.origin[head]
    return source >= 0 and view.paragraph.doc[source].ent_type_ == _PERSON_ELSEWHERE


REACH = 500  # tokens to look for the speaker of a quotation in a paragraph: a whole article may be one


def nearby(index: int, pools: Sequence[list[Candidate]], views: Sequence[View]) -> list[Candidate]:
    """The candidates for quotations of one paragraph beside its own: those who speak or are named around it.

    Paragraphs that hold nothing but a quotation have none, so one looks back past them.
    """
    found: list[Candidate] = []
    back, steps = index - 1, 0
    while back >= 0 and steps < _LOOK_BACK and index - back <= _FARTHEST:
        near = [c for c in pools[back] if c.head >= len(views[back].words) - REACH]
        kept = [c for c in near if c.may_speak or c.sort <= Sort.FIRST or c.sort in _NAMED]
        found += kept
        steps += bool(kept)
        back -= 1
    if index + 1 < len(pools):
        near = [c for c in pools[index + 1] if c.head < REACH]
        found += [c for c in near if c.may_speak and views[index + 1].sentences[c.head] <= 1]
    return found


_LOOK_BACK = 2
_FARTHEST = 12
_NAMED = frozenset({Sort.PERSON, Sort.ORGANISATION, Sort.NAME, Sort.PEOPLE})
