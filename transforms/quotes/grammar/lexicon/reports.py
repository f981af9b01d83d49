"""How often what a cue takes is something reported: "said that ..." nearly always, "said nothing of ..." never.

Counted on the training texts by ``benchmarks/train_speaker_model.py`` for each cue with each kind of complement; where
a pair is rare, what is known of the cue and of the complement stands in for it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_BASE = 0.33  # share of all complements that are reported
_OF_COMPLEMENT, _OF_CUE, _OF_PAIR = 20.0, 10.0, 6.0  # sightings that what stands in counts for
ALL = "*"


@dataclass(frozen=True, slots=True)
class Reports:
    """Times seen and times reported, by part of speech and lemma of the cue and by complement; ``*`` for any."""

    seen: Counter[tuple[str, str, str]]
    reported: Counter[tuple[str, str, str]]

    def share(self, pos: str, lemma: str, complement: str) -> float:
        """The chance that a complement of a cue is reported."""
        of_complement = self._share((ALL, ALL, complement), _BASE, _OF_COMPLEMENT)
        of_cue = self._share((pos, lemma, ALL), _BASE, _OF_CUE)
        both = of_cue * of_complement
        neither = (1 - of_cue) * (1 - of_complement) * _BASE / (1 - _BASE)
        return self._share((pos, lemma, complement), both / (both + neither), _OF_PAIR)

    def _share(self, key: tuple[str, str, str], usual: float, weight: float) -> float:
        return (self.reported.get(key, 0) + weight * usual) / (self.seen.get(key, 0) + weight)


def counted(sightings: Iterable[tuple[str, str, str, int, int]]) -> Reports:
    """From rows of part of speech, lemma, complement, times seen and times reported."""
    seen: Counter[tuple[str, str, str]] = Counter()
    reported: Counter[tuple[str, str, str]] = Counter()
    for pos, lemma, complement, times, right in sightings:
        for key in ((pos, lemma, complement), (pos, lemma, ALL), (ALL, ALL, complement)):
            seen[key] += times
            reported[key] += right
    return Reports(seen, reported)
