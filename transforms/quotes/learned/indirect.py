"""Reported speech without marks: what the clauses, objects and noun phrases under a cue report.

Every cue frame proposes some stretches of its sentence (each of its complements, all those behind it together, and
for "..., X said" and "according to X" the rest of the sentence). A small ensemble, learned by
``benchmarks/train_speaker_model.py``, tells which proposal is what somebody is reported to say, if any.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from schemas.vocabulary import BlockKind
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.frames import SUBJECTS, Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.features import Matrix
from transforms.spans import Span

_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "prep", "acl", "oprd", "attr", "acomp", "advcl", "parataxis", "dative",
                "pobj", "relcl", "npadvmod", "pcomp", "agent", "appos")  # fmt: skip
_DEPS = {dep: i for i, dep in enumerate(_COMPLEMENTS, 1)}
_TAGS = {"VBD": 1, "VBZ": 2, "VBP": 3, "VBG": 4, "VBN": 5, "VB": 6, "NN": 7, "NNS": 8}
_PREFERRED = (
    Link.ACCORDING, Link.AGENT, Link.SUBJECT, Link.RELATIVE, Link.INVERTED, Link.POSSESSOR, Link.AUTHOR, Link.PASSIVE,
    Link.BORROWED, Link.BESIDE, Link.PRONOUN,
)  # fmt: skip
_MOST_QUOTED = 0.45
_LEAST_SHARE = 0.06
_LEAST_WORDS = 3
_LONGEST_HEARER = 5  # words, and one
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
_THAT = frozenset({"that", "que", "qu'"})
_SURE = 0.4  # share from which what stands under a cue counts as reported by it
_ALL_BEHIND, _SENTENCE, _SHORTER = 30, 31, 32  # proposals that are no single complement
_KINDS = {_ALL_BEHIND: "all behind", _SENTENCE: "sentence", _SHORTER: "shorter"}
_LOOSE = frozenset({"advcl", "conj", "parataxis"})
REPORT_SHARE = -2  # place of "report_share" in a row

INDIRECT_FEATURES = (
    "share", "quoted_share", "link", "sort", "tag", "is_noun", "dep", "words", "behind", "adjacent", "marked", "to",
    "has_verb", "verb_tag", "quoted_words", "under_speech", "reports_under", "depth", "complements", "negated",
    "modal", "speaker_depth", "speaker_words", "title", "share_of_sentence", "cue_words_from_speaker", "prep",
    "auxiliaries", "nested_share", "first_word_quoted", "report_share", "source_share",
)  # fmt: skip


class _OfCue(NamedTuple):
    """What a cue and its speaker are, the same for all that the cue may report."""

    share: float
    quoted_share: float
    link: int
    sort: int
    tag: int
    is_noun: bool
    under_speech: int
    depth: int
    complements: int
    negated: bool
    modal: bool
    speaker_depth: int
    speaker_words: int
    title: bool
    cue_words_from_speaker: int
    auxiliaries: int
    source_share: float


class _OfStretch(NamedTuple):
    """What the words are that a cue may report, and where they stand beside it."""

    dep: int
    words: int
    behind: bool
    adjacent: int
    marked: bool
    to: bool
    has_verb: int
    verb_tag: int
    quoted_words: int
    reports_under: int
    share_of_sentence: float
    prep: int
    nested_share: float
    first_word_quoted: bool
    report_share: float


GROUPED = (*_OfCue._fields, *_OfStretch._fields)
_ORDER = np.array([GROUPED.index(name) for name in INDIRECT_FEATURES])


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens ``[first, last)`` of a paragraph that a frame may report, and what is known of them."""

    paragraph: int
    frame: Frame
    speaker: Candidate
    first: int
    last: int
    complement: str
    numbers: tuple[float, ...]  # in the order of ``GROUPED``


def proposals(index: int, view: View, pool: Sequence[Candidate], lexicon: Lexicon) -> list[list[Proposal]]:
    """The proposals of each cue of a paragraph, in order of the cues."""
    by_cue: dict[int, list[tuple[Frame, Candidate]]] = {}
    for candidate in pool:
        for frame in candidate.frames:
            if frame.share >= _LEAST_SHARE:
                by_cue.setdefault(frame.cue, []).append((frame, candidate))
    cues = {cue: max(found[0].share for found in pairs) for cue, pairs in by_cue.items()}
    sums = _sums(view) if cues else []
    groups = []
    for cue in sorted(by_cue):
        frame, speaker = min(by_cue[cue], key=lambda pair: (_PREFERRED.index(pair[0].link), pair[0].speaker))
        stretches = [
            stretch
            for stretch in dict.fromkeys(_past_hearer(view, frame, lexicon, _stretches(view, frame, speaker)))
            if sums[stretch[2]] - sums[stretch[1]] >= _LEAST_WORDS and not stretch[1] <= cue < stretch[2]
        ]
        if stretches:
            of_cue = _of_cue(view, frame, speaker, cues, lexicon)
            group = []
            for dep, first, last in stretches:
                complement = _complement(view, dep, first)
                report_share = lexicon.reports.share(view.pos[cue], frame.lemma, complement)
                of_stretch = _of_stretch(view, cue, (dep, first, last), report_share, sums, cues)
                numbers = (*of_cue, *of_stretch)
                group.append(Proposal(index, frame, speaker, first, last, complement, numbers))
            groups.append(group)
    return groups


def _complement(view: View, dep: int, first: int) -> str:
    """What a stretch is to its cue, in a word; of a prepositional phrase the preposition."""
    complement = _KINDS.get(dep, _COMPLEMENTS[dep - 1] if dep <= len(_COMPLEMENTS) else "")
    return view.lower[first] if complement == "prep" and view.lower[first] in _PREPOSITIONS else complement


def _sums(view: View) -> list[int]:
    """How many words outside of quotations stand before each token, and before the end."""
    outside = [inside is None and word[0].isalnum() for inside, word in zip(view.inside, view.words, strict=True)]
    return list(accumulate(outside, initial=0))


def _stretches(view: View, frame: Frame, speaker: Candidate) -> Iterator[tuple[int, int, int]]:
    cue = frame.cue
    if frame.link is Link.ACCORDING:
        yield from _rest_of_sentence(view, view.subtree(cue))
        return
    complements = [
        child
        for child in view.children[cue]
        if view.deps[child] in _DEPS and child not in range(speaker.first, speaker.last)
    ]
    ranges: list[tuple[int, int, int]] = []
    shorter: list[tuple[int, int, int]] = []
    for child in complements:
        tree = view.subtree(child)
        if speaker.head not in tree:
            first, last = _trimmed(view, min(tree), max(tree) + 1)
            if not first <= cue < last:
                ranges.append((_DEPS[view.deps[child]], first, last))
                shorter += _shorter(view, child, first, last)
            elif min(tree) < cue:
                ranges.append((_DEPS[view.deps[child]], *_trimmed(view, min(tree), min(cue, speaker.first))))
                ranges += _part_behind(view, child, tree, cue)
    yield from ranges
    yield from shorter
    if not ranges and _is_as(view, cue):
        yield from _rest_of_sentence(view, view.subtree(cue))
    behind = [(first, last) for _, first, last in ranges if first > cue]
    if len(behind) > 1:
        yield (_ALL_BEHIND, *_trimmed(view, min(first for first, _ in behind), max(last for _, last in behind)))
    tag = min(cue, speaker.first)
    if tag > 0 and view.words[tag - 1] == "," and not any(last <= cue for _, _, last in ranges):
        inserted = _inserted(view, cue)
        yield from _rest_of_sentence(view, inserted or set(range(tag, len(view.words))))


def _is_as(view: View, cue: int) -> bool:
    """Whether what a clause reports is the sentence around it: "as Fox has reported, the boats were late"."""
    return view.deps[cue] == "advcl" and any(view.lower[child] == "as" for child in view.children[cue] if child < cue)


def _inserted(view: View, cue: int) -> set[int]:
    """The tokens of a clause between commas in the sentence that it reports: "the boats, she said, were late"."""
    tree = view.subtree(cue)
    behind = max(tree) + 1
    if view.words[max(tree)] == ",":
        behind -= 1
    is_set_in = view.words[behind : behind + 1] == [","] and "," in view.words[max(min(tree) - 1, 0) : min(tree) + 1]
    is_aside = (view.deps[cue] == "parataxis" and view.heads[cue] > cue) or _is_as(view, cue)
    return set(range(min(tree), behind)) if is_aside and is_set_in else set()


def _past_hearer(
    view: View, frame: Frame, lexicon: Lexicon, stretches: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """The stretches without a hearer that the parser takes for a part of a name: "told the court Haddad had left"."""
    for dep, first, last in stretches:
        is_told = frame.lemma in lexicon.hearer_verbs and frame.cue < first
        hearer = _words_of_hearer(view, first, last - _LEAST_WORDS) if is_told else 0
        yield (_DEPS["ccomp"], *_trimmed(view, first + hearer, last)) if hearer else (dep, first, last)


def _words_of_hearer(view: View, first: int, last: int) -> int:
    """How many words of a stretch name the hearer: those before "he" or "that", and "the court" before "Haddad"."""
    for token in range(first + 1, min(last, first + _LONGEST_HEARER)):
        if view.lower[token] in _THAT or (view.pos[token] == "PRON" and view.deps[token] in SUBJECTS):
            return token - first + (view.lower[token] in _THAT)
        if view.pos[token] not in _NOMINAL:
            break
    is_common = view.pos[first : first + 3] == ["DET", "NOUN", "PROPN"]
    return 2 if is_common and first + 2 < last else 0


def _shorter(view: View, child: int, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """A complement without the clause behind its comma, which may be the writer's own."""
    for other in view.children[child]:
        begin = min(view.subtree(other)) if other > child and view.deps[other] in _LOOSE else last
        if begin < last and (view.words[begin - 1] == "," or view.words[begin - 2] == ","):
            joined = begin - 1 if view.deps[begin - 1] == "cc" else begin
            yield (_SHORTER, *_trimmed(view, first, joined))
            return


def _part_behind(view: View, child: int, tree: set[int], cue: int) -> Iterator[tuple[int, int, int]]:
    """What stands behind a cue that cuts its complement in two: "which the ministry said lasted nine hours"."""
    last = max(tree) + 1
    if child > cue and all(token in tree for token in range(cue + 1, last)):
        yield (_DEPS[view.deps[child]], *_trimmed(view, cue + 1, last))


def _rest_of_sentence(view: View, without: set[int]) -> Iterator[tuple[int, int, int]]:
    """The longest stretch of the sentence around some of its tokens that they leave."""
    first, last = min(without), max(without)
    left = [t for t in view.sentence_of(first) if t not in without]
    before = [t for t in left if t < first]
    behind = [t for t in left if t > last]
    longest = max((before, behind), key=len)
    if longest:
        yield (_SENTENCE, *_trimmed(view, longest[0], longest[-1] + 1))


def _trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """A stretch without punctuation and "that" at its ends."""
    while first < last and (
        not view.words[first][0].isalnum() or (view.lower[first] in _THAT and view.deps[first] == "mark")
    ):
        first += 1
    while last > first and not view.words[last - 1][0].isalnum():
        last -= 1
    return first, last


def _of_cue(view: View, frame: Frame, speaker: Candidate, cues: dict[int, float], lexicon: Lexicon) -> _OfCue:
    cue = frame.cue
    above = list(view.above(cue))
    auxiliaries = [view.lower[t] for t in view.children[cue] if view.deps[t] in {"aux", "auxpass", "neg"}]
    return _OfCue(
        share=frame.share,
        quoted_share=frame.quoted_share,
        link=frame.link,
        sort=speaker.sort,
        tag=_TAGS.get(view.tags[cue], 0),
        is_noun=view.pos[cue] == "NOUN",
        under_speech=sum(cues.get(t, 0.0) > _SURE for t in above),
        depth=min(len(above), 10),
        complements=sum(view.deps[t] in _DEPS for t in view.children[cue]),
        negated=any(word in _NOT for word in auxiliaries),
        modal=any(word in _MODALS for word in auxiliaries),
        speaker_depth=min(len(list(view.above(speaker.head))), 10),
        speaker_words=speaker.last - speaker.first,
        title=view.paragraph.kind is BlockKind.TITLE,
        cue_words_from_speaker=min(abs(cue - speaker.head), 20),
        auxiliaries=len(auxiliaries),
        source_share=lexicon.source_share(view.lemmas[speaker.head]) if view.pos[speaker.head] == "NOUN" else -1.0,
    )


def _of_stretch(
    view: View,
    cue: int,
    stretch: tuple[int, int, int],
    report_share: float,
    sums: Sequence[int],
    cues: dict[int, float],
) -> _OfStretch:
    dep, first, last = stretch
    words = sums[last] - sums[first]
    verbs = [t for t, pos in enumerate(view.pos[first:last], first) if pos in {"VERB", "AUX"}]
    nested = [share for other, share in cues.items() if first <= other < last]
    return _OfStretch(
        dep=dep,
        words=min(words, 60),
        behind=first > cue,
        adjacent=min(first - cue if first > cue else cue - last + 1, 20),
        marked=first > 0 and view.lower[first - 1] == "that",
        to=view.lower[first] == "to",
        has_verb=len(verbs),
        verb_tag=_TAGS.get(view.tags[verbs[0]], 0) if verbs else -1,
        quoted_words=last - first - view.inside[first:last].count(None),
        reports_under=len(nested),
        share_of_sentence=words / len(view.sentence_of(cue)),
        prep=_PREPOSITIONS.get(view.lower[first], 0),
        nested_share=max(nested, default=0.0),
        first_word_quoted=view.inside[first] is not None,
        report_share=report_share,
    )


_NOT = frozenset({"not", "n't", "never"})
_MODALS = frozenset({"would", "could", "should", "will", "may", "might", "can", "must", "to"})
_PREPOSITIONS = {
    word: i
    for i, word in enumerate(
        ("of", "for", "about", "on", "to", "as", "in", "with", "at", "by", "from", "against", "that", "how", "whether",
         "what", "why", "if", "over", "after"), 1
    )
}  # fmt: skip


def indirect_rows(groups: Sequence[Sequence[Proposal]]) -> Matrix:
    """A row of ``INDIRECT_FEATURES`` for each proposal of each group."""
    proposed = list(chain.from_iterable(groups))
    rows = np.empty((len(proposed), len(GROUPED)), dtype=np.float32)
    for i, proposal in enumerate(proposed):
        rows[i] = proposal.numbers
    return rows.take(_ORDER, axis=1)


def set_in(groups: Sequence[Sequence[Proposal]], views: Sequence[View]) -> NDArray[np.bool_]:
    """For each proposal of each group, whether its cue is put into the sentence that it reports, or opens it by "as".

    "The boats, Haddad said, were late", "As Haddad said, the boats were late"
    """
    return np.array(
        [
            p.complement == _KINDS[_SENTENCE]
            and (_is_as(views[p.paragraph], p.frame.cue) or bool(_inserted(views[p.paragraph], p.frame.cue)))
            for group in groups
            for p in group
        ]
    )


def chosen(
    groups: Sequence[Sequence[Proposal]], odds: NDArray[np.float64], chances: NDArray[np.float64], least: float
) -> list[tuple[Proposal, float]]:
    """The best proposal of each cue that reaches ``least`` log-odds and overlaps no better one, with its chance."""
    ranked = []
    at = 0
    for group in groups:
        own = odds[at : at + len(group)].tolist()
        best = max(range(len(group)), key=lambda i: (own[i], -i))
        ranked.append((own[best], group[best], float(chances[at + best])))
        at += len(group)
    kept: dict[int, list[tuple[Proposal, float]]] = defaultdict(list)  # by paragraph
    for odd, proposal, chance in sorted(ranked, key=lambda item: (-item[0], item[1].paragraph, item[1].first)):
        beside = kept[proposal.paragraph]
        if odd >= least and not any(proposal.first < o.last and o.first < proposal.last for o, _ in beside):
            beside.append((proposal, chance))
    chosen_ones = chain.from_iterable(kept.values())
    return sorted(chosen_ones, key=lambda item: (item[0].paragraph, item[0].first))


def unquoted(view: View, proposal: Proposal) -> Span | None:
    """The characters of a proposal; where half of it stands between marks, its longest stretch without marks.

    Quoted words have rows of their own.
    """
    first, last = _around_cue(view, proposal)
    inside = [view.inside[t] is not None for t in range(first, last)]
    whole = view.span(first, last)
    quoted = sum(
        min(segment.end, whole.end) - max(segment.start, whole.start)
        for segment in view.paragraph.segments
        if segment.start < whole.end and whole.start < segment.end
    )
    if _MOST_QUOTED * (whole.end - whole.start) > quoted:
        return whole
    stretches = [list(run) for quoted, run in groupby(range(len(inside)), key=inside.__getitem__) if not quoted]
    if not stretches:
        return None
    longest = max(stretches, key=len)
    first, last = _trimmed(view, first + longest[0], first + longest[-1] + 1)
    sums = _sums(view)
    return view.span(first, last) if sums[last] - sums[first] >= _LEAST_WORDS else None


def _around_cue(view: View, proposal: Proposal) -> tuple[int, int]:
    """A proposal with what stands on the other side of its cue, if that is put into the sentence between commas."""
    cue = proposal.frame.cue
    if proposal.complement != _KINDS[_SENTENCE] or not _inserted(view, cue):
        return proposal.first, proposal.last
    sentence = view.sentence_of(cue)
    return _trimmed(view, sentence.start, sentence.stop)
