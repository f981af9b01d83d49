"""What is new is told by content."""

import os
from pathlib import Path

import pytest

from flows.discover import FoundFile
from flows.plan import InputFile, KnownFile, batches, hashed, plan
from schemas.vocabulary import RejectReason

SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def found(place: Path, name: str, content: str = "abc") -> FoundFile:
    (place / name).write_text(content)
    return FoundFile(name, place / name)


@pytest.mark.parametrize(
    ("known", "refresh", "to_read", "unchanged", "outdated"),
    [
        ({}, False, 1, 0, 0),
        ({"x": KnownFile(SHA_OF_ABC, "v1")}, False, 0, 1, 0),
        ({"x": KnownFile("0" * 64, "v1")}, False, 1, 0, 0),
        ({"x": KnownFile(None, "v1")}, False, 1, 0, 0),
        ({"x": KnownFile(SHA_OF_ABC, "v0")}, False, 0, 1, 1),
        ({"x": KnownFile(SHA_OF_ABC, "v0")}, True, 1, 0, 0),
        ({"x": KnownFile(SHA_OF_ABC, "v1")}, True, 0, 1, 0),
        ({"other": KnownFile(SHA_OF_ABC, "v1")}, False, 1, 0, 0),
        ({"x": KnownFile(SHA_OF_ABC, "v1", was_rejected=True)}, False, 0, 1, 0),
        ({"x": KnownFile(SHA_OF_ABC, "v0", was_rejected=True)}, False, 1, 0, 0),
    ],
    ids=[
        "new",
        "same",
        "changed",
        "was unreadable",
        "outdated",
        "outdated, refresh",
        "same, refresh",
        "a copy",
        "refused",
        "refused by another version",
    ],
)
def test_only_new_and_outdated_files_are_read(
    place: Path, known: dict, refresh: bool, to_read: int, unchanged: int, outdated: int
) -> None:
    result = plan([found(place, "x")], known, "v1", refresh=refresh)
    assert (len(result.to_read), result.unchanged, result.outdated) == (to_read, unchanged, outdated)


def test_a_file_that_goes_away_is_accounted_for(place: Path) -> None:
    file = hashed(FoundFile("gone", place / "gone"))
    assert file.sha256 is None
    assert file.trouble is not None
    assert file.trouble[0] is RejectReason.VANISHED


def test_a_link_to_nothing_is_told_as_one(place: Path) -> None:
    (place / "link").symlink_to("moved away.txt")
    file = hashed(FoundFile("link", place / "link"))
    assert file.trouble == (RejectReason.UNREADABLE, "a link to what is not there: moved away.txt")


def test_a_pipe_is_refused_without_waiting_for_it(place: Path) -> None:
    os.mkfifo(place / "pipe")
    file = hashed(FoundFile("pipe", place / "pipe"))
    assert file.trouble == (RejectReason.UNREADABLE, "not a regular file")


def test_batches_are_full_by_number_or_size_and_keep_the_order() -> None:
    files = [InputFile(str(number), Path(), size, "") for number, size in enumerate([1, 1, 1, 9, 1, 50, 1])]
    cut = [[file.uri for file in batch] for batch in batches(files, most_files=3, most_bytes=10)]
    assert cut == [["0", "1", "2"], ["3", "4"], ["5"], ["6"]]
