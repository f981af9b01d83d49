"""Turns of a transcript, which are body however short they are: each opens with the label of somebody."""

from collections import Counter
from collections.abc import Sequence

from schemas.vocabulary import BlockKind
from transforms.lines.units import Unit
from transforms.turn_labels import turn_label

_FEWEST = 2  # people with two turns each


def mark_turns(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """The lines with a label that comes back, where another one does as well: "KAMAU: Why?", "HADDAD: Because.".

    "Ruth Kamau:" and "KAMAU:" are one label. A single one that comes back may be a kicker ("ANALYSIS: ...").
    """
    labels = {i: turn_label(unit.text) for i, unit in enumerate(units) if kinds[i] is None}
    speakers = {i: label.name.rpartition(" ")[2].casefold() for i, label in labels.items() if label}
    often = Counter(speakers.values())
    if sum(times > 1 for times in often.values()) < _FEWEST:
        return
    for i, speaker in speakers.items():
        if often[speaker] > 1:
            kinds[i] = BlockKind.BODY
