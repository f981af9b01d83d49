"""A lake of an older version as its users meet it: told by whoever only reads, brought up to date by whoever writes."""

from pathlib import Path

import pytest
from harness import Commands, torn
from old_lakes import PACKED, unpack

from schemas import SCHEMA_VERSION
from warehouse.lake import open_lake

WRITERS = {"run": ("run", "--direct"), "optimize": ("optimize",)}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
def test_what_the_message_advises_helps(commands: Commands, articles: Path, tmp_path: Path, writer: tuple) -> None:
    lake = unpack(PACKED[0], tmp_path / "lake")  # the oldest takes every step
    assert commands("sql", "FROM articles", "--lake", lake) == 1
    assert "copydesk optimize" in commands.said
    assert "the next run would do it, too" in commands.said
    source = (articles / "000.txt",) if writer[0] == "run" else ()
    assert commands(*writer, *source, "--lake", lake) == 0, commands.said
    with open_lake(lake, read_only=True) as con:
        assert con.execute("FROM lake_version").fetchall() == [(SCHEMA_VERSION,)]
        assert con.execute("SELECT count(*) FROM articles").fetchone() == (2 + len(source),)
    assert torn(lake) == 0
