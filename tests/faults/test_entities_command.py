"""``copydesk entities`` as its users meet it: what it says, its exit codes, one writer at a time, killed halfway."""

from pathlib import Path

import pytest
from harness import Commands

from warehouse.lake import open_lake
from warehouse.lock import hold

LIST = "name,label,aliases,wikidata\nAda Lovelace,PERSON,Ada Byron|Countess of Lovelace,Q7259\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "entities.csv"
    path.write_text(LIST)
    return path


def listed(lake: Path) -> list[tuple]:
    with open_lake(lake, read_only=True) as con:
        return con.execute("SELECT name, external_ids FROM listed_entities").fetchall()


@pytest.mark.parametrize("command", ["list", "show", "merge", "split", "rename", "undo", "decisions", "import"])
def test_every_command_has_help(commands: Commands, command: str) -> None:
    assert commands("entities", command, "--help") == 0
    assert "Usage" in commands.said
    if command != "decisions":
        assert f"copydesk entities {command}" in commands.said.partition("Examples")[2]


def test_a_list_may_be_imported_before_the_first_run(commands: Commands, tmp_path: Path, file: Path) -> None:
    lake = tmp_path / "new"
    assert commands("entities", "import", file, "--lake", lake) == 0, commands.said
    assert "Imported: 1 entities" in commands.said
    assert listed(lake) == [("Ada Lovelace", ["wikidata:Q7259"])]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "nobody"], "nobody: no entity has this id, name or form"),
        (["merge", "nobody"], "name two entities or more"),
        (["merge", "nobody", "somebody"], "somebody: no entity"),
        (["rename", "nobody", "x"], "nobody: no entity"),
        (["split", "nobody"], "--article ARTICLE or --name NAME"),
        (["split", "nobody", "--name", "x", "--as", "y", "--to", "z"], "not both"),
        (["undo", "3fa94c01"], "3fa94c01: no such decision"),
        (["import", "nowhere.csv"], "nowhere.csv: No such file"),
    ],
)
def test_what_can_not_be_meant_is_told(commands: Commands, calm_lake: Path, arguments: list[str], says: str) -> None:
    assert commands("entities", *arguments, "--lake", calm_lake) == 2
    assert says in " ".join(commands.said.split())
    assert "Traceback" not in commands.said


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        pytest.param(["entities", "show", "nobody"], "copydesk entities list PART-OF-ITS-NAME", id="an entity"),
        pytest.param(["entities", "rename", "nobody", "x"], "copydesk entities list PART-OF-ITS-NAME", id="to write"),
        pytest.param(["entities", "undo", "3fa94c01"], "copydesk entities decisions", id="a decision"),
        pytest.param(["forget", "nothing"], 'FROM articles WHERE ..."', id="an article"),
        pytest.param(["sql", "SELECT 1", "--run", "r"], "copydesk runs", id="a run"),
    ],
)
def test_what_is_looked_for_in_vain_is_listed_of_the_same_lake(
    commands: Commands, calm_lake: Path, arguments: list[str], typed: str
) -> None:
    assert commands(*arguments, "--lake", calm_lake) != 0
    assert f"{typed} --lake {calm_lake}" in " ".join(commands.said.split())


def test_a_bad_line_is_named_and_nothing_is_imported(commands: Commands, calm_lake: Path, file: Path) -> None:
    file.write_text(LIST + "Quorum,COMPANY,,\n")
    assert commands("entities", "import", file, "--lake", calm_lake) == 2
    assert "line 3: unknown label 'COMPANY'" in " ".join(commands.said.split())
    assert listed(calm_lake) == []


def test_without_a_lake_there_is_nothing_to_decide(commands: Commands, tmp_path: Path) -> None:
    assert commands("entities", "rename", "x", "y", "--lake", tmp_path / "none") == 1
    assert "there is no lake" in commands.said
    assert not (tmp_path / "none").exists()


def test_while_another_writes_nothing_is_decided(commands: Commands, tmp_path: Path, file: Path) -> None:
    lake = tmp_path / "new"
    with hold(lake):
        assert commands("entities", "import", file, "--lake", lake) == 3
    assert "another run holds the lake" in " ".join(commands.said.split())


@pytest.mark.parametrize("point", ["warehouse.decisions:relink", "warehouse.decisions:relink:after"])
def test_killed_halfway_nothing_is_decided(commands: Commands, tmp_path: Path, file: Path, point: str) -> None:
    lake = tmp_path / "new"
    file.write_text("name,label\n")
    assert commands("entities", "import", file, "--lake", lake) == 0
    file.write_text(LIST)
    assert commands("entities", "import", file, "--lake", lake, kill=[point, 1, 0]) == -9
    assert listed(lake) == []
    assert commands("entities", "import", file, "--lake", lake) == 0, commands.said
    assert len(listed(lake)) == 1
