"""Versions of one article that were read together: each that changes something is committed by itself.

An earlier version can be asked for with ``AT (VERSION => ...)``, and is told by ``copydesk history``, because it was
the current one in some snapshot of the lake: so each has to have a commit. Which is dear, and so what a commit would
find to be nothing new is left out before. See ``docs/decisions/versions-in-one-file.md``.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from transforms.article import RawArticle


def rounds(
    raws: Sequence[RawArticle], is_older: Callable[[RawArticle, RawArticle], bool]
) -> tuple[list[list[RawArticle]], int]:
    """The articles in rounds that are to be committed one after the other, in none of which an article stands twice.

    There is one round at least. Also tells how many articles were left out: those that say what the version before
    them does, or are older than it, by ``is_older``. Content from two places is told of the first by name, as a commit
    does it.
    """
    from transforms.normalize import article_id  # noqa: PLC0415  (a run with nothing new never needs it)

    found: list[list[RawArticle]] = [[]]
    last: dict[str, tuple[int, int]] = {}  # by article, the round of its last version, and the place there
    left_out = 0
    for raw in raws:
        its_id = article_id(raw)
        number = 0
        if its_id in last:
            number, place = last[its_id]
            before = found[number][place]
            if replace(raw, uri=before.uri) == before:
                found[number][place] = min(before, raw, key=lambda one: one.uri)
                left_out += 1
                continue
            if is_older(raw, before):
                left_out += 1
                continue
            number += 1
        if number == len(found):
            found.append([])
        last[its_id] = number, len(found[number])
        found[number].append(raw)
    return found, left_out
