"""Reported speech without marks: what the clauses, objects and noun phrases under a cue report.

Every cue frame proposes some stretches of its sentence (each of its complements, all those behind it together, and
for "..., X said" and "according to X" the rest of the sentence). A small ensemble, learned by
``benchmarks/train_speaker_model.py``, tells which proposal is what somebody is reported to say, if any.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

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


@dataclass(frozen=True, slots=True)
class Proposal:
    """Tokens ``[first, last)`` of a paragraph that a frame may report, and what is known of them."""

    paragraph: int
    frame: Frame
    speaker: Candidate
    first: int
    last: int
    complement: str
    numbers: tuple[float, ...]


def proposals(index: int, view: View, pool: Sequence[Candidate], lexicon: Lexicon) -> list[list[Proposal]]:
    """The proposals of each cue of a paragraph, in order of the cues."""
    by_cue: dict[int, list[tuple[Frame, Candidate]]] = {}
    for candidate in pool:
        for frame in candidate.frames:
            if frame.share >= _LEAST_SHARE:
                by_cue.setdefault(frame.cue, []).append((frame, candidate))
    cues = {cue: max(found[0].share for found in pairs) for cue, pairs in by_cue.items()}
    groups = []
    for cue in sorted(by_cue):
        frame, speaker = min(by_cue[cue], key=lambda pair: (_PREFERRED.index(pair[0].link), pair[0].speaker))
        groups.append(
            [
                _proposal(index, view, frame, speaker, dep, first, last, cues, lexicon)
                for dep, first, last in dict.fromkeys(
                    _past_hearer(view, frame, lexicon, _stretches(view, frame, speaker))
                )
                if _words_outside(view, first, last) >= _LEAST_WORDS and not first <= frame.cue < last
            ]
        )
    return [group for group in groups if group]


def _proposal(
    index: int, view: View, frame: Frame, speaker: Candidate, dep: int, first: int, last: int, cues: dict[int, float],
    lexicon: Lexicon,
) -> Proposal:  # fmt: skip
    complement = _KINDS.get(dep, _COMPLEMENTS[dep - 1] if dep <= len(_COMPLEMENTS) else "")
    if complement == "prep":
        complement = view.lower[first] if view.lower[first] in _PREPOSITIONS else "prep"
    shares = (
        lexicon.reports.share(view.pos[frame.cue], frame.lemma, complement),
        lexicon.source_share(view.lemmas[speaker.head]) if view.pos[speaker.head] == "NOUN" else -1.0,
    )
    numbers = (*_numbers(view, frame, speaker, dep, first, last, cues), *shares)
    return Proposal(index, frame, speaker, first, last, complement, numbers)


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
    number = view.sentences[min(without)]
    left = [t for t in range(len(view.words)) if view.sentences[t] == number and t not in without]
    before = [t for t in left if t < min(without)]
    behind = [t for t in left if t > max(without)]
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


def _words_outside(view: View, first: int, last: int) -> int:
    return sum(view.inside[t] is None and view.words[t][0].isalnum() for t in range(first, last))


def _numbers(
    view: View, frame: Frame, speaker: Candidate, dep: int, first: int, last: int, cues: dict[int, float]
) -> tuple[float, ...]:
    cue = frame.cue
    inside = range(first, last)
    words = _words_outside(view, first, last)
    quoted = sum(view.inside[t] is not None for t in inside)
    verbs = [t for t in inside if view.pos[t] in {"VERB", "AUX"}]
    above = list(view.above(cue))
    sentence = view.sentences.count(view.sentences[cue])
    auxiliaries = [view.lower[t] for t in view.children[cue] if view.deps[t] in {"aux", "auxpass", "neg"}]
    nested = [share for other, share in cues.items() if first <= other < last]
    return (
        frame.share,
        frame.quoted_share,
        frame.link,
        speaker.sort,
        _TAGS.get(view.tags[cue], 0),
        view.pos[cue] == "NOUN",
        dep,
        min(words, 60),
        first > cue,
        min(first - cue if first > cue else cue - last + 1, 20),
        first > 0 and view.lower[first - 1] == "that",
        view.lower[first] == "to",
        len(verbs),
        _TAGS.get(view.tags[verbs[0]], 0) if verbs else -1,
        quoted,
        sum(cues.get(t, 0.0) > _SURE for t in above),
        len(nested),
        min(len(above), 10),
        sum(view.deps[t] in _DEPS for t in view.children[cue]),
        any(word in {"not", "n't", "never"} for word in auxiliaries),
        any(word in {"would", "could", "should", "will", "may", "might", "can", "must", "to"} for word in auxiliaries),
        min(len(list(view.above(speaker.head))), 10),
        speaker.last - speaker.first,
        view.paragraph.kind is BlockKind.TITLE,
        words / sentence,
        min(abs(cue - speaker.head), 20),
        _PREPOSITIONS.get(view.lower[first], 0),
        len(auxiliaries),
        max(nested, default=0.0),
        view.inside[first] is not None,
    )


_PREPOSITIONS = {
    word: i
    for i, word in enumerate(
        ("of", "for", "about", "on", "to", "as", "in", "with", "at", "by", "from", "against", "that", "how", "whether",
         "what", "why", "if", "over", "after"), 1
    )
}  # fmt: skip


def indirect_rows(groups: Sequence[Sequence[Proposal]]) -> Matrix:
    """A row of ``INDIRECT_FEATURES`` for each proposal of each group."""
    return np.array([p.numbers for group in groups for p in group], dtype=np.float32).reshape(
        -1, len(INDIRECT_FEATURES)
    )


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
    return view.span(first, last) if _words_outside(view, first, last) >= _LEAST_WORDS else None


def _around_cue(view: View, proposal: Proposal) -> tuple[int, int]:
    """A proposal with what stands on the other side of its cue, if that is put into the sentence between commas."""
    cue = proposal.frame.cue
    if proposal.complement != _KINDS[_SENTENCE] or not _inserted(view, cue):
        return proposal.first, proposal.last
    number = view.sentences[cue]
    tokens = [token for token in range(len(view.words)) if view.sentences[token] == number]
    return _trimmed(view, tokens[0], tokens[-1] + 1)
