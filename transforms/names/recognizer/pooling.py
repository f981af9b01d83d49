"""Memory of an article: what the network has seen at the other places where a word stands."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def pooled(vectors: Floats, groups: NDArray[np.int64]) -> tuple[Floats, Callable[[Floats], Floats]]:
    """Mean and maximum of the vectors of each group, at every member; zeros for tokens of no group (-1).

    Returns tokens x 2*width, and the function that takes its gradient back to that of ``vectors``.
    Source: the document-level memory of Luo, Xiao and Zhao (2020), with the article's own words as keys.
    """
    width = vectors.shape[1]
    result = np.zeros((len(vectors), 2 * width), dtype=np.float32)
    members = np.flatnonzero(groups >= 0)
    if not len(members):
        return result, lambda _: np.zeros_like(vectors)
    members = members[np.argsort(groups[members], kind="stable")]
    sorted_groups = groups[members]
    starts = np.flatnonzero(np.r_[True, sorted_groups[1:] != sorted_groups[:-1]])
    counts = np.diff(np.r_[starts, len(members)])
    group_of = np.repeat(np.arange(len(starts)), counts)
    found = vectors[members]
    largest = np.maximum.reduceat(found, starts, axis=0)
    result[members, :width] = (np.add.reduceat(found, starts, axis=0) / counts[:, None])[group_of]
    result[members, width:] = largest[group_of]

    def back(gradient: Floats) -> Floats:
        given = gradient[members]
        of_mean = np.add.reduceat(given[:, :width], starts, axis=0) / counts[:, None]
        of_largest = np.add.reduceat(given[:, width:], starts, axis=0)
        is_largest = (found == largest[group_of]).astype(np.float32)
        ties = np.add.reduceat(is_largest, starts, axis=0)
        taken = np.zeros_like(vectors)
        taken[members] = of_mean[group_of] + is_largest * (of_largest / ties)[group_of]
        return taken

    return result, back
