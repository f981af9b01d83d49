"""The words that introduce speech, and how often each does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from transforms.language import FRENCH
from transforms.quotes.grammar.lexicon.files import Words, group, listed, rows
from transforms.quotes.grammar.lexicon.reports import Reports, counted
from transforms.tags.french import tag_verb_lemmas

_MAKES_A_CUE = 0.12  # share of reports among the occurrences of a noun or adjective that makes it a cue
_WEIGHT = 8.0  # sightings that the share of an average word counts for


class Share(NamedTuple):
    """How often a word marks anybody's words or thoughts, and how often quoted ones, of all times it is seen."""

    reported: float
    quoted: float


_SHARES = {
    "verb": Share(0.12, 0.03),
    "noun": Share(0.03, 0.005),
    "adj": Share(0.03, 0.005),
    "listed": Share(0.35, 0.12),
    "core": Share(0.75, 0.45),  # verbs of a language without counts that do little but report
    "according": Share(0.94, 0.17),
}


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that introduce speech, by lemma. Read by ``grammar``, which finds cues, and by ``learned``.

    English has counts in ``counts.tsv`` and ``report_counts.tsv``, made by ``benchmarks/train_speaker_model.py``. A
    language without them has ``core_verbs`` in their place: verbs that do little but report.
    """

    verbs: Words
    core_verbs: Words
    hearer_verbs: Words
    asking_verbs: Words
    passive_verbs: Words
    nouns: Words
    according: Words
    according_nouns: Words
    own_words: Words
    words_before: dict[str, int]
    """Small words before marks to their number, by which a model knows them: the English ones in every language."""
    tag_verb_lemmas: dict[str, str]
    """What verbs of a tag look like in French, to their lemmas."""
    shares: dict[tuple[str, str], Share]
    """A part of speech and a lemma to how often it marks speech."""
    reports: Reports

    def share(self, pos: str, lemma: str) -> Share:
        """How often a verb, noun or preposition marks reported words, and how often quoted ones."""
        if pos == "ADP" or lemma in self.according:
            return _SHARES["according"]
        known = self.shares.get((pos, lemma))
        if known:
            return known
        if pos == "VERB" and lemma in self.core_verbs:
            return _SHARES["core"]
        if lemma in (self.verbs if pos == "VERB" else self.nouns):
            return _SHARES["listed"]
        return _SHARES["verb" if pos == "VERB" else "noun"]

    def is_cue(self, pos: str, lemma: str) -> bool:
        """Whether a noun or adjective is listed as a cue, or often enough is one."""
        if pos == "NOUN" and lemma in self.nouns:
            return True
        known = self.shares.get((pos, lemma))
        return known is not None and known.reported >= _MAKES_A_CUE


def read_cues(language: str) -> Cues:
    """The words of a language that introduce speech, with what was counted of them."""
    return group(
        Cues,
        language,
        "cues",
        words_before={word: i for i, word in enumerate(listed("en", "cues/words_before"), 1)},
        tag_verb_lemmas=tag_verb_lemmas() if language == FRENCH else {},
        shares=_shares(language),
        reports=counted(_reports(language)),
    )


def _shares(language: str) -> dict[tuple[str, str], Share]:
    shares = {}
    for pos, lemma, seen, cue, quoted in rows(language, "cues/counts"):
        usual = _SHARES[pos]
        shares[pos.upper(), lemma] = Share(
            (int(cue) + _WEIGHT * usual.reported) / (int(seen) + _WEIGHT),
            (int(quoted) + _WEIGHT * usual.quoted) / (int(seen) + _WEIGHT),
        )
    return shares


def _reports(language: str) -> Iterator[tuple[str, str, str, int, int]]:
    for pos, lemma, complement, seen, reported in rows(language, "cues/report_counts"):
        yield pos, lemma, complement, int(seen), int(reported)
