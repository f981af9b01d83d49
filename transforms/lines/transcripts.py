"""Turns of a transcript, which are body however short they are: each opens with the label of somebody."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from schemas.vocabulary import BlockKind
from transforms.lines.units import Unit
from transforms.turn_labels import turn_label

_FEWEST = 2  # people with two turns each
_SHORTEST_RUN = 3  # turns that follow one another


def mark_turns(units: Sequence[Unit], kinds: list[BlockKind | None]) -> None:
    """Mark the lines that open with labels of a transcript: "KAMAU: Why?", "HADDAD: Because.".

    The labels of two people come back, or one does among lines with labels that follow one another. "Ruth Kamau:"
    and "KAMAU:" are one label. A label that comes back elsewhere may be a kicker ("ANALYSIS: ...").
    """
    labels = {i: turn_label(unit.text) for i, unit in enumerate(units) if kinds[i] is None}
    speakers = {i: label.name.rpartition(" ")[2].casefold() for i, label in labels.items() if label}
    often = Counter(speakers.values())
    turns = [i for run in _runs(speakers) if _is_dialogue(run, speakers) for i in run]
    if sum(times > 1 for times in often.values()) >= _FEWEST:
        turns += [i for i, speaker in speakers.items() if often[speaker] > 1]
    for i in turns:
        kinds[i] = BlockKind.BODY


def _runs(lines: Mapping[int, str]) -> Iterator[list[int]]:
    """The numbers of lines in runs without a gap."""
    run: list[int] = []
    for i in sorted(lines):
        if run and i != run[-1] + 1:
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _is_dialogue(run: Sequence[int], speakers: Mapping[int, str]) -> bool:
    """Whether of some lines in a row one speaker's come back, and another's stand between."""
    often = Counter(speakers[i] for i in run)
    return len(run) >= _SHORTEST_RUN and len(often) > 1 and max(often.values()) > 1
