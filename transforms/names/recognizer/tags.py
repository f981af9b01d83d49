"""The tags that the network gives to tokens (BILOU; Ratinov and Roth 2009) and which may follow which."""

import numpy as np
from numpy.typing import NDArray

TYPES = ("PERSON", "ORG", "PLACE", "FAC", "NORP", "MISC", "PRODUCT", "DATE", "MONEY")
"""Types of the training data; dates and sums are learned because they tell the others what they are not."""

TAGS = ("O", *(f"{part}-{kind}" for kind in TYPES for part in "BILU"))
INDEX = {tag: number for number, tag in enumerate(TAGS)}

_FORBIDDEN = -1e4

NamedSpan = tuple[int, int, str]
"""First token, one past the last token, type."""


def _follows(tag: str, following: str) -> bool:
    if tag[0] in "BI":
        return following[0] in "IL" and following[1:] == tag[1:]
    return following[0] in "OBU"


STEPS: NDArray[np.float32] = np.array(
    [[0.0 if _follows(tag, following) else _FORBIDDEN for following in TAGS] for tag in TAGS], dtype=np.float32
)
STARTS: NDArray[np.float32] = np.array([0.0 if tag[0] in "OBU" else _FORBIDDEN for tag in TAGS], dtype=np.float32)
ENDS: NDArray[np.float32] = np.array([0.0 if tag[0] in "OLU" else _FORBIDDEN for tag in TAGS], dtype=np.float32)


def best_path(scores: NDArray[np.float32]) -> list[int]:
    """The allowed sequence of tags with the highest sum of ``scores`` (tokens x tags), by Viterbi's algorithm."""
    greedy = scores.argmax(axis=1)
    if STARTS[greedy[0]] == 0 and ENDS[greedy[-1]] == 0 and not STEPS[greedy[:-1], greedy[1:]].any():
        return [int(tag) for tag in greedy]
    back = np.zeros(scores.shape, dtype=np.int64)
    every = np.arange(len(TAGS))
    value = scores[0] + STARTS
    for at in range(1, len(scores)):
        candidates = value[:, None] + STEPS
        back[at] = candidates.argmax(axis=0)
        value = candidates[back[at], every] + scores[at]
    path = [int((value + ENDS).argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def to_spans(path: list[int]) -> list[NamedSpan]:
    """The names of an allowed sequence of tags."""
    spans: list[NamedSpan] = []
    begin = 0
    for at, number in enumerate(path):
        tag = TAGS[number]
        if tag[0] in "BU":
            begin = at
        if tag[0] in "LU":
            spans.append((begin, at + 1, tag[2:]))
    return spans


def to_tags(length: int, spans: list[NamedSpan]) -> NDArray[np.int32]:
    """The tags of a text of ``length`` tokens with these names, which must not overlap."""
    tags = np.zeros(length, dtype=np.int32)
    for first, last, kind in spans:
        if last - first == 1:
            tags[first] = INDEX[f"U-{kind}"]
        else:
            tags[first:last] = INDEX[f"I-{kind}"]
            tags[first] = INDEX[f"B-{kind}"]
            tags[last - 1] = INDEX[f"L-{kind}"]
    return tags
