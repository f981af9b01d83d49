"""Peak memory of reading a JSON Lines file of any size, generated on the fly. Linux.

python benchmarks/readers_memory.py [MEGABYTES]
"""

import io
import json
import resource
import sys
import time
from typing import cast

from transforms.article import RawArticle, Source
from transforms.normalize import normalize
from transforms.readers import read

BATCH = 64


class Generated(io.RawIOBase):
    """Records made as they are read, until the asked size is reached."""

    def __init__(self, size: int) -> None:
        self._left = size
        self._number = 0
        self._buffer = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill a buffer with records."""
        while len(self._buffer) < len(buffer) and self._left > 0:
            self._number += 1
            text = " ".join(f"Sentence {n} of story {self._number} says that something happened." for n in range(60))
            record = {"title": f"Story {self._number}", "text": text, "url": f"https://paper.example/{self._number}"}
            line = json.dumps(record).encode() + b"\n"
            self._buffer += line
            self._left -= len(line)
        data, self._buffer = self._buffer[: len(buffer)], self._buffer[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def main(megabytes: str = "200") -> None:
    """Print articles, seconds and peak memory."""
    size = int(megabytes) * 1_000_000
    source = Source("generated", "a.jsonl", size, cast("io.BufferedReader", Generated(size)))
    began = time.perf_counter()
    batch: list[RawArticle] = []
    count = 0
    for item in read(source):
        if isinstance(item, RawArticle):
            batch.append(item)
        if len(batch) == BATCH:
            count += normalize(batch)[0].height
            batch.clear()
    count += normalize(batch)[0].height
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} articles, {megabytes} MB, {time.perf_counter() - began:.0f} s, peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:2])
