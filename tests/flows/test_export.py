"""Where the tables can't be exported to."""

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
