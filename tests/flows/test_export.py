"""Where the tables can't be exported to."""

from pathlib import Path

import pytest

from flows.commands.export import FileFormat, export
from flows.errors import RunError
from warehouse.lake import open_lake


@pytest.mark.lake
def test_a_file_is_no_folder_to_export_to(place: Path) -> None:
    with open_lake(place / "lake", read_only=False):
        pass
    (place / "taken").write_text("mine")
    with pytest.raises(RunError, match="taken can't be written to: File exists"):
        export(out=place / "taken", lake=place / "lake", form=FileFormat.CSV)
    assert (place / "taken").read_text() == "mine"
