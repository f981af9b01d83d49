"""The stretches of its sentence that a cue may report: "the boats were late" in "Haddad said the boats were late".

Each complement of a cue is one, all those behind it together, one without the clause behind its comma, and the rest of
the sentence for "..., Haddad said", "according to Haddad" and a clause set in between commas.
"""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from transforms.quotes.grammar.asides import inverted_aside
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import PAST, SUBJECTS, VERBS
from transforms.quotes.grammar.view import View

COMPLEMENTS = ("ccomp", "xcomp", "dobj", "prep", "acl", "oprd", "attr", "acomp", "advcl", "parataxis", "dative",
               "pobj", "relcl", "npadvmod", "pcomp", "agent", "appos")  # fmt: skip
ALL_BEHIND, SENTENCE, SHORTER = "all behind", "sentence", "shorter"
LEAST_WORDS = 3
_LONGEST_HEARER = 5  # words, and one
_LONGEST_CIRCUMSTANCE = 16  # words between a cue and the "that" of what it reports
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_CURRENCIES = ("$", "\u00a3", "\u00a5", "\u20a6", "\u20ac", "\u20b9")
_THAT = frozenset({"that", "que", "qu'"})
_WHETHER = frozenset({"if", "whether"})
_PLACE_OR_TIME = frozenset({"after", "at", "before", "during", "from", "in", "on", "outside", "over", "through"})
_TO_TAG = 3  # tokens from the end of a quotation to its tag, the mark and a comma among them
_LOOSE = frozenset({"advcl", "conj", "parataxis"})


class Stretch(NamedTuple):
    """Tokens ``[first, last)``, and what they are to their cue: a relation of the parser, or one of the three above."""

    relation: str
    first: int
    last: int


def stretches(view: View, frame: Frame, speaker: Candidate, lexicon: Lexicon) -> Iterator[Stretch]:
    """The stretches that the cue of a frame may report; some may come twice."""
    for stretch in _stretches(view, frame, speaker):
        is_beside = _is_circumstance(view, frame.cue, speaker, stretch) or _is_question_to(view, lexicon, stretch)
        if stretch.first < stretch.last and not is_beside:
            yield _past_hearer(view, frame, lexicon, stretch)


def set_in(view: View, cue: int) -> set[int]:
    """The tokens of a clause between commas in the sentence that it reports: "the boats, she said, were late"."""
    aside = inverted_aside(view, cue) or _according_aside(view, cue)
    if aside is not None:
        return set(aside)
    tree = view.subtree(cue)
    behind = max(tree) + 1
    if view.words[max(tree)] == ",":
        behind -= 1
    is_set_in = view.words[behind : behind + 1] == [","] and "," in view.words[max(min(tree) - 1, 0) : min(tree) + 1]
    is_aside = (view.deps[cue] == "parataxis" and view.heads[cue] > cue) or opens_by_as(view, cue)
    return set(range(min(tree), behind)) if is_aside and is_set_in else set()


def _according_aside(view: View, cue: int) -> range | None:
    """The tokens of ", according to Haddad," between a subject and its verb, none of which would be told alone."""
    if view.lower[cue] != "according" or cue == 0 or view.words[cue - 1] != ",":
        return None
    sentence = view.sentence_of(cue)
    end = next((t for t in range(cue, sentence.stop) if view.words[t] == ","), None)
    if end is None:
        return None
    begins = [t for t in range(sentence.start, cue) if view.deps[t] in SUBJECTS and view.inside[t] is None]
    is_of_verb_behind = any(view.heads[t] > end and view.heads[view.heads[t]] == view.heads[t] for t in begins)
    return range(cue, end) if is_of_verb_behind else None


def opens_by_as(view: View, cue: int) -> bool:
    """Whether what a clause reports is the sentence around it: "as Fox has reported, the boats were late"."""
    return view.deps[cue] == "advcl" and any(view.lower[child] == "as" for child in view.children[cue] if child < cue)


def trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """Tokens without punctuation and "that" at their ends; a currency's sign and a "%" are of their numbers."""
    while (
        first < last
        and not view.words[first].startswith(_CURRENCIES)
        and (not view.words[first][0].isalnum() or (view.lower[first] in _THAT and view.deps[first] == "mark"))
    ):
        first += 1
    while last > first and not view.words[last - 1][0].isalnum() and view.words[last - 1] != "%":
        last -= 1
    return first, last


def _stretches(view: View, frame: Frame, speaker: Candidate) -> Iterator[Stretch]:
    """Those of :func:`stretches` that the parse gives, whatever they tell."""
    cue = frame.cue
    if frame.link is Link.ACCORDING or inverted_aside(view, cue) is not None:
        yield from _rest_of_sentence(view, set_in(view, cue) or view.subtree(cue))
        return
    complements = list(_complements(view, cue, speaker))
    whole = [stretch for child in complements for stretch in _whole(view, child, cue, speaker)]
    yield from whole
    for child in complements:
        yield from _shorter(view, child, cue)
    if not whole and opens_by_as(view, cue):
        yield from _rest_of_sentence(view, view.subtree(cue))
    yield from _all_behind(view, cue, whole)
    if not any(stretch.last <= cue for stretch in whole):
        yield from _before_comma(view, cue, min(cue, speaker.first))


def _complements(view: View, cue: int, speaker: Candidate) -> Iterator[int]:
    """What hangs on a cue and may be what it reports, which the speaker is no part of."""
    own = range(speaker.first, speaker.last)
    for child in view.children[cue]:
        if view.deps[child] in COMPLEMENTS and child not in own and speaker.head not in view.subtree(child):
            yield child


def _extent(view: View, token: int) -> tuple[int, int]:
    """The tokens ``[first, last)`` from the first to the last that hangs on a token."""
    tree = view.subtree(token)
    return trimmed(view, min(tree), max(tree) + 1)


def _whole(view: View, child: int, cue: int, speaker: Candidate) -> Iterator[Stretch]:
    """A complement; of one that the cue cuts in two, what stands before the cue and its speaker, and what behind."""
    relation, (first, last) = view.deps[child], _extent(view, child)
    if not first <= cue < last:
        yield Stretch(relation, first, last)
        return
    begin = min(view.subtree(child))
    if begin < cue:
        yield Stretch(relation, *trimmed(view, begin, min(cue, speaker.first)))
        yield from _part_behind(view, child, cue)


def _all_behind(view: View, cue: int, whole: Sequence[Stretch]) -> Iterator[Stretch]:
    """The complements behind a cue as one, if there are several."""
    behind = [stretch for stretch in whole if stretch.first > cue]
    if len(behind) > 1:
        first, last = min(stretch.first for stretch in behind), max(stretch.last for stretch in behind)
        yield Stretch(ALL_BEHIND, *trimmed(view, first, last))


def _is_circumstance(view: View, cue: int, speaker: Candidate, stretch: Stretch) -> bool:
    """Whether words behind the tag of a quotation tell where, when or how it was said: '"No," she said, nodding'."""
    tag = min(cue, speaker.first)
    is_tag = any(view.inside[token] is not None for token in range(max(0, tag - _TO_TAG), tag))
    if not is_tag or not cue < stretch.first < stretch.last:
        return False
    opens_with = view.lower[stretch.first]
    is_participle = stretch.relation == "advcl" and view.tags[stretch.first] == "VBG"
    return (
        is_participle or stretch.relation == "npadvmod" or (stretch.relation == "prep" and opens_with in _PLACE_OR_TIME)
    )


def _is_question_to(view: View, lexicon: Lexicon, stretch: Stretch) -> bool:
    """Whether words open a sentence with what the one who speaks in it was asked: "Asked when it opens, he said"."""
    first = stretch.first
    is_asked = first < stretch.last and view.tags[first] in PAST and view.lemmas[first] in lexicon.cues.asking_verbs
    return is_asked and view.opens_sentence(first)


def _past_hearer(view: View, frame: Frame, lexicon: Lexicon, stretch: Stretch) -> Stretch:
    """A stretch without a hearer that the parser takes for a part of a name: "told the court Haddad had left"."""
    _, first, last = stretch
    if frame.lemma not in lexicon.cues.hearer_verbs or first < frame.cue:
        return stretch
    hearer = _before_clause(view, first, last) or _words_of_hearer(view, first, last - LEAST_WORDS)
    return Stretch("ccomp", *trimmed(view, first + hearer, last)) if hearer else stretch


def _before_clause(view: View, first: int, last: int) -> int:
    """How many words of a stretch name the hearer, where and when: "the owners at a meeting on Monday that the ..."."""
    for token in range(first + 1, min(last - LEAST_WORDS, first + _LONGEST_CIRCUMSTANCE)):
        if view.pos[token] in VERBS:
            break
        if view.deps[token] == "mark" and view.lower[token] in _THAT | _WHETHER:
            return token - first
    return 0


def _words_of_hearer(view: View, first: int, last: int) -> int:
    """How many words of a stretch name the hearer: those before "he" or "that", and "the court" before "Haddad"."""
    for token in range(first + 1, min(last, first + _LONGEST_HEARER)):
        if view.lower[token] in _THAT or (view.pos[token] == "PRON" and view.deps[token] in SUBJECTS):
            return token - first + (view.lower[token] in _THAT)
        if view.pos[token] not in _NOMINAL:
            break
    is_common = view.pos[first : first + 3] == ["DET", "NOUN", "PROPN"]
    return 2 if is_common and first + 2 < last else 0


def _shorter(view: View, child: int, cue: int) -> Iterator[Stretch]:
    """A complement without the clause behind its comma, which may be the writer's own."""
    first, last = _extent(view, child)
    if first <= cue < last:
        return
    for other in view.children[child]:
        begin = min(view.subtree(other)) if other > child and view.deps[other] in _LOOSE else last
        if begin < last and (view.words[begin - 1] == "," or view.words[begin - 2] == ","):
            joined = begin - 1 if view.deps[begin - 1] == "cc" else begin
            yield Stretch(SHORTER, *trimmed(view, first, joined))
            return


def _part_behind(view: View, child: int, cue: int) -> Iterator[Stretch]:
    """What stands behind a cue that cuts its complement in two: "which the ministry said lasted nine hours"."""
    tree = view.subtree(child)
    last = max(tree) + 1
    if child > cue and all(token in tree for token in range(cue + 1, last)):
        yield Stretch(view.deps[child], *trimmed(view, cue + 1, last))


def _before_comma(view: View, cue: int, tag: int) -> Iterator[Stretch]:
    """The sentence that a tag behind a comma ends, or is set in: "The boats were late, Haddad said"."""
    if tag > 0 and view.words[tag - 1] == ",":
        yield from _rest_of_sentence(view, set_in(view, cue) or set(range(tag, len(view.words))))


def _rest_of_sentence(view: View, without: Set[int]) -> Iterator[Stretch]:
    """The longest stretch of the sentence around some of its tokens that they leave."""
    first, last = min(without), max(without)
    left = [t for t in view.sentence_of(first) if t not in without]
    before = [t for t in left if t < first]
    behind = [t for t in left if t > last]
    longest = max((before, behind), key=len)
    if longest:
        yield Stretch(SENTENCE, *trimmed(view, longest[0], longest[-1] + 1))
