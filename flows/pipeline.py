"""The way of the data: batches are read, annotated and committed, in order, a bounded number at a time."""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import duckdb

from flows.batch import AnnotateResult, Chunk, ReadJob, ReadResult
from flows.executors import Executor
from flows.isolation import stop as end_reader
from flows.plan import Plan, batches
from flows.progress import Reporter
from flows.resubmit import Pending
from flows.settings import Settings
from flows.stages import annotate_chunk, read_batch
from flows.version import pipeline_version
from schemas.vocabulary import Stage
from transforms.article import NO_NAMED_KEYS, NamedKeys
from warehouse.arrivals import CommitCounts
from warehouse.commit import commit_batch
from warehouse.runs import RunCounts
from warehouse.staging import discard

T = TypeVar("T")

_LEAST_FILES = 8
"""In a batch for one of several workers; with fewer the model is slow."""


@dataclass(slots=True)
class Tally:
    """What a run did so far, and the seconds of work that each stage took, summed over workers."""

    counts: RunCounts
    seconds: dict[Stage, float] = field(default_factory=dict)
    faults: Counter[str] = field(default_factory=Counter)
    """Of ours, for which articles could not be annotated."""
    named: NamedKeys = NO_NAMED_KEYS
    untold: dict[str, int] = field(default_factory=dict)
    """Of the counts, what no snapshot tells yet."""

    def spend(self, seconds: Mapping[Stage, float]) -> None:
        """Add to the seconds of each stage."""
        for stage, spent in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent

    def timed(self, stage: Stage, work: Callable[[], T]) -> T:
        """Do ``work`` and add its seconds to those of ``stage``."""
        began = time.perf_counter()
        result = work()
        self.spend({stage: time.perf_counter() - began})
        return result

    def add(self, committed: CommitCounts) -> None:
        """Count a committed batch."""
        for column, number in asdict(committed).items():
            setattr(self.counts, column, getattr(self.counts, column) + number)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The parts that every batch of one run needs."""

    settings: Settings
    lake: duckdb.DuckDBPyConnection
    run_id: str
    staging: Path
    executor: Executor
    reporter: Reporter
    tally: Tally

    def run(self, plan: Plan) -> None:
        """Bring the files of ``plan`` into the lake.

        Commits are made here, one after the other in the order of the batches, whatever order workers end in: so
        rows do not depend on timing, and memory and disk hold a few batches at most.
        """
        annotating: deque[Pending[AnnotateResult]] = deque()
        for chunk in self._chunks(plan):
            annotating.append(self.executor.submit(annotate_chunk, chunk, self.settings.models))
            if len(annotating) >= self._ahead:
                self._commit(annotating.popleft().result())
        while annotating:
            self._commit(annotating.popleft().result())

    @property
    def _ahead(self) -> int:
        """How many batches may wait in each stage: enough to keep the workers busy."""
        return 1 if self.settings.workers == 1 else 2 * self.settings.workers

    def _chunks(self, plan: Plan) -> Iterator[Chunk]:
        """Staged chunks in the order of the files, read some batches ahead."""
        reading: deque[tuple[ReadJob, Pending[ReadResult]]] = deque()
        jobs = list(self._jobs(plan))
        for number, job in enumerate(jobs, 1):
            reading.append((job, self.executor.submit(read_batch, job)))
            is_last = number == len(jobs)
            while reading and (is_last or len(reading) >= self._ahead):
                chunks = self._read(*reading.popleft())
                if is_last and not reading:
                    end_reader()  # its memory is of more use to what follows
                yield from chunks

    def _jobs(self, plan: Plan) -> Iterator[ReadJob]:
        settings = self.settings
        most = settings.batch_articles
        if settings.workers > 1:
            # A pile too small for full batches is cut so that every worker gets some. Rows don't depend on it.
            most = min(most, max(_LEAST_FILES, len(plan.to_read) // (2 * settings.workers)))
        for number, files in enumerate(batches(plan.to_read, most, settings.batch_bytes)):
            yield ReadJob(
                number=number,
                files=files,
                folder=self.staging,
                models=settings.models,
                chunk_articles=settings.batch_articles,
                reading=settings.reading,
                version=pipeline_version(settings),
                max_remote_bytes=settings.max_remote_bytes,
                record_seconds=settings.record_seconds,
                unfinished=plan.unfinished,
            )

    def _read(self, job: ReadJob, pending: Pending[ReadResult]) -> tuple[Chunk, ...]:
        result = pending.result()
        self.tally.spend(result.seconds)
        self.tally.named = self.tally.named.joined(result.named)
        return tuple(replace(chunk, share=len(job.files) / len(result.chunks)) for chunk in result.chunks)

    def _commit(self, result: AnnotateResult) -> None:
        self.tally.spend(result.seconds)
        self.tally.faults.update(result.faults)
        chunk = result.chunk
        passed_over = self.tally.untold | {"articles_unchanged": chunk.left_out}
        committed = self.tally.timed(
            Stage.COMMIT,
            lambda: self.executor.call(
                commit_batch, self.lake, chunk.folder, self.run_id, chunk.folder.name, passed_over
            ),
        )
        self.tally.untold = {}
        self.tally.add(committed)
        self.tally.counts.articles_unchanged += chunk.left_out
        discard(chunk.folder)
        self.reporter.advance(chunk.files, chunk.articles + chunk.left_out, committed.quotes, chunk.share)
