"""Where the tables can't be exported to."""

import resource
from pathlib import Path

import pytest

from flows.commands.export import FileFormat, export
from flows.errors import RunError, UsageError
from warehouse.lake import open_lake


@pytest.mark.lake
def test_a_file_is_no_folder_to_export_to(place: Path) -> None:
    with open_lake(place / "lake", read_only=False):
        pass
    (place / "taken").write_text("mine")
    with pytest.raises(RunError, match="taken can't be written to: File exists"):
        export(out=place / "taken", lake=place / "lake", form=FileFormat.CSV)
    assert (place / "taken").read_text() == "mine"


def test_of_a_view_it_is_told_how_it_leaves_the_lake(place: Path) -> None:
    told = r"copydesk sql --lake lake --format parquet \"FROM quotes_full\" > quotes_full.parquet"
    with pytest.raises(UsageError, match=told):
        export(out=place / "out", lake=Path("lake"), form=FileFormat.CSV, tables=["quotes_full"])


@pytest.mark.lake
@pytest.mark.parametrize("form", FileFormat)
def test_a_full_disk_is_not_told_to_be_the_lakes(
    place: Path, monkeypatch: pytest.MonkeyPatch, form: FileFormat
) -> None:
    with open_lake(place / "lake", read_only=False):
        pass
    monkeypatch.setattr("warehouse.export._in_order", lambda _table: "SELECT random() AS x FROM range(2_000_000)")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(RunError, match="out can't be written to: File too large"):
            export(out=place / "out", lake=place / "lake", form=form, tables=["quotes"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list((place / "out").iterdir()) == []
