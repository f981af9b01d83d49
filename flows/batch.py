"""What passes between the stages: jobs, and paths to batches that are staged as Parquet files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flows.plan import InputFile, Unfinished
from flows.settings import ReadingSettings
from schemas.vocabulary import Stage
from transforms.article import NO_NAMED_KEYS, NamedKeys


@dataclass(frozen=True, slots=True)
class ReadJob:
    """Files to be read together, and where to stage what comes out of them."""

    number: int
    files: tuple[InputFile, ...]
    folder: Path
    models: Mapping[str, str]
    chunk_articles: int
    reading: ReadingSettings
    version: str
    max_remote_bytes: int
    record_seconds: float = 0
    unfinished: Unfinished = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A staged batch of articles; ``files`` of the inputs are done with it.

    ``left_out`` are articles that were read for it and not staged, as they bring nothing new. ``share`` is how much of
    the inputs it makes, in files: half a file, if that is long.
    """

    folder: Path
    articles: int
    files: int
    left_out: int = 0
    share: float = 0


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came out of a :class:`ReadJob`. ``named`` are the named keys that its records have, all taken together."""

    chunks: tuple[Chunk, ...]
    seconds: Mapping[Stage, float]
    named: NamedKeys = NO_NAMED_KEYS


@dataclass(frozen=True, slots=True)
class AnnotateResult:
    """A chunk that is ready to be committed; ``faults`` of ours kept some of its articles from being annotated."""

    chunk: Chunk
    seconds: Mapping[Stage, float]
    faults: tuple[str, ...] = ()
