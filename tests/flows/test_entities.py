"""Decisions of users about entities, on a lake with articles: they reach every table and outlive whatever comes."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from flows import decide
from flows.errors import UsageError
from warehouse.lake import open_lake

pytestmark = pytest.mark.model

ARTICLES = {
    "mill": "Mill reopens after the flood\n\nHelena Voss reopened the mill at Dunmore on Monday.\n\n"
    '"We start again today," Voss said. Tom Reed, the mayor, thanked Voss.\n\n'
    '"It took a long winter," Reed said.\n',
    "match": "Dunmore lose at home\n\nTom Reed scored for Dunmore on Saturday, and it was not enough.\n\n"
    '"We gave it away," Reed said after the match.\n',
    "strike": "Workers walk out\n\nWorkers at the mill walked out on Thursday.\n\n"
    '"Nobody told us anything," said Lena Voss-Hale, who speaks for them. Helena Voss did not answer.\n',
}
AGREE = """
SELECT count(*) FROM local_entities AS l WHERE
    EXISTS (
        FROM mentions AS m
        WHERE m.article_id = l.article_id AND m.local_id = l.local_id AND m.entity_id <> l.entity_id
    )
    OR EXISTS (
        FROM quotes AS q WHERE q.article_id = l.article_id AND q.speaker_local_id = l.local_id
        AND q.speaker_entity_id IS DISTINCT FROM l.entity_id
    )
    OR l.entity_id NOT IN (SELECT entity_id FROM entities)
"""


class Lake:
    """A lake and the folder that it is made of."""

    def __init__(self, place: Path, articles: Mapping[str, str] = ARTICLES) -> None:
        self.inbox, self.folder = place / "inbox", place / "lake"
        self.inbox.mkdir()
        for name, text in articles.items():
            (self.inbox / f"{name}.txt").write_text(text)
        self.run()

    def run(self, *, refresh: bool = False) -> None:
        from flows.settings import load_settings  # noqa: PLC0415
        from flows.start import start  # noqa: PLC0415

        settings = load_settings(lake=self.folder, root=self.inbox, record_seconds=0)
        start((str(self.inbox),), settings, refresh=refresh, direct=True)

    def open(self):
        return open_lake(self.folder, read_only=False)

    def ask(self, sql: str) -> list[tuple]:
        with open_lake(self.folder, read_only=True) as con:
            return con.execute(sql).fetchall()

    def speakers(self) -> dict[str, list[str]]:
        """Who speaks in each article, by the name that the corpus has for them."""
        assert self.ask(AGREE) == [(0,)]
        rows = self.ask("SELECT source_uri, speaker FROM quotes_full ORDER BY source_uri, start")
        said: dict[str, list[str]] = {}
        for uri, speaker in rows:
            said.setdefault(uri.removesuffix(".txt"), []).append(speaker)
        return said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("entities")
    Lake(place)
    return place


@pytest.fixture
def lake(made: Path, tmp_path: Path) -> Lake:
    import shutil  # noqa: PLC0415

    again = Lake.__new__(Lake)
    shutil.copytree(made, tmp_path / "copy")
    again.inbox, again.folder = tmp_path / "copy" / "inbox", tmp_path / "copy" / "lake"
    return again


def test_before_any_decision(lake: Lake) -> None:
    assert lake.speakers() == {
        "match": ["Tom Reed"],
        "mill": ["Helena Voss", "Tom Reed"],
        "strike": ["Lena Voss-Hale"],
    }


PALACE = {
    "speech": "President opens the dam\n\nPresident Emeka Okafor opened the dam on Tuesday.\n\n"
    '"It will hold," Okafor said. The president added: "It must."\n\n"I have seen it myself," he said.\n',
    "short": 'Dam holds\n\nThe dam held through the storm.\n\n"I told you so," President Okafor said on Friday.\n',
    "formal": "Okafor signs law\n\nEmeka J. Okafor signed the dam law on Monday.\n\n"
    '"This is a good law," Emeka J. Okafor said.\n',
    "son": "Son runs for mayor\n\nEmeka Okafor Jr. will run for mayor of the port next spring.\n\n"
    '"I am my own man," Emeka Okafor Jr. said on Thursday at the harbour.\n',
}


def test_one_name_finds_what_somebody_said_and_not_what_the_son_said(tmp_path: Path) -> None:
    lake = Lake(tmp_path, PALACE)
    rows = lake.ask("SELECT source_uri, text FROM quotes_full WHERE speaker = 'Emeka Okafor' ORDER BY ALL")
    assert [(uri.removesuffix(".txt"), text.rstrip(",.")) for uri, text in rows] == [
        ("formal", "This is a good law"),
        ("short", "I told you so"),
        ("speech", "I have seen it myself"),
        ("speech", "It must"),
        ("speech", "It will hold"),
    ]
    sons = lake.ask("SELECT DISTINCT speaker FROM quotes_full WHERE source_uri = 'son.txt'")
    assert sons == [("Emeka Okafor Jr.",)]


def decided(lake: Lake, what: str) -> str:
    """A decision of each kind; gives its id."""
    with lake.open() as con:
        reed, voss = decide.entity(con, "Tom Reed"), decide.entity(con, "Helena Voss")
        if what == "split":
            return decide.split(con, reed, articles=["match.txt"], names=(), to="Tom Reed (forward)").decision_id
        if what == "merge":
            return decide.merge(con, decide.entity(con, "Lena Voss-Hale"), voss, "married").decision_id
        return decide.rename(con, voss, "Helena Voss-Marsh").decision_id


AFTER = {
    "split": {"match": ["Tom Reed (forward)"], "mill": ["Helena Voss", "Tom Reed"], "strike": ["Lena Voss-Hale"]},
    "merge": {"match": ["Tom Reed"], "mill": ["Helena Voss", "Tom Reed"], "strike": ["Helena Voss"]},
    "rename": {"match": ["Tom Reed"], "mill": ["Helena Voss-Marsh", "Tom Reed"], "strike": ["Lena Voss-Hale"]},
}


@pytest.mark.parametrize("what", AFTER)
def test_a_decision_reaches_every_table_and_can_be_taken_back(lake: Lake, what: str) -> None:
    before = lake.speakers()
    entities = lake.ask("FROM entities ORDER BY ALL")
    decision_id = decided(lake, what)
    assert lake.speakers() == AFTER[what]
    assert lake.ask("SELECT decision_id, kind FROM entity_decisions") == [(decision_id, what)]
    changes = lake.ask("SELECT DISTINCT run_id, reason FROM entity_changes")
    assert changes == (
        [] if what == "rename" else [(decision_id, f"{'merged' if what == 'merge' else what} by the user")]
    )
    with lake.open() as con:
        decide.undo(con, decision_id)
    assert lake.speakers() == before
    assert lake.ask("FROM entities ORDER BY ALL") == entities
    assert lake.ask("SELECT count(*) FROM entity_decisions") == [(0,)]


def test_decisions_outlive_runs_refreshes_revisions_upkeep_and_forgetting(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warehouse.forget import find, forget  # noqa: PLC0415
    from warehouse.optimize import optimize  # noqa: PLC0415

    for what in AFTER:
        decided(lake, what)
    wanted = {
        "match": ["Tom Reed (forward)"],
        "mill": ["Helena Voss-Marsh", "Tom Reed"],
        "strike": ["Helena Voss-Marsh"],
    }
    assert lake.speakers() == wanted

    (lake.inbox / "later.txt").write_text(
        "Mayor resigns\n\nTom Reed, the mayor of Dunmore, resigned on Friday.\n\n"
        '"I am tired," Reed said. Lena Voss-Hale was surprised.\n\n"Nobody knew," Voss-Hale said.\n'
    )
    lake.run()
    wanted |= {"later": ["Tom Reed", "Helena Voss-Marsh"]}
    assert lake.speakers() == wanted, "a new article"

    monkeypatch.setattr("flows.version.__version__", "99")
    lake.run(refresh=True)
    assert lake.speakers() == wanted, "all read anew"

    (lake.inbox / "match.txt").write_text(ARTICLES["match"].replace("scored", "scored twice"))
    lake.run()
    assert lake.speakers() == wanted, "a revision"

    optimize(lake.folder, timedelta(0), timedelta(0))
    assert lake.speakers() == wanted, "upkeep"

    with lake.open() as con:
        gone = find(con, ["match.txt"])
    from flows.link import link_entities  # noqa: PLC0415

    forget(lake.folder, gone, lambda con: link_entities(con, "forget"))
    del wanted["match"]
    assert lake.speakers() == wanted, "another article forgotten"
    assert lake.ask("SELECT kind FROM entity_decisions ORDER BY 1") == [("merge",), ("rename",)], (
        "its split is gone, too"
    )


def test_a_list_wins_over_guesses_and_is_replaced_whole(lake: Lake) -> None:
    from transforms.names.linking.entity_list import read_entity_list  # noqa: PLC0415

    before, entities = lake.speakers(), lake.ask("FROM entities ORDER BY ALL")
    csv = "name,label,aliases,wikidata\nThomas Reed,PERSON,Tom Reed|Reed,Q1\nHelena Voss,PERSON,Lena Voss-Hale,Q2\n"
    with lake.open() as con:
        decide.import_list(con, read_entity_list(csv.encode()))
    assert lake.speakers() == {
        "match": ["Thomas Reed"],
        "mill": ["Helena Voss", "Thomas Reed"],
        "strike": ["Helena Voss"],
    }
    assert lake.ask("SELECT name, external_ids FROM entities WHERE len(external_ids) > 0 ORDER BY 1") == [
        ("Helena Voss", ["wikidata:Q2"]),
        ("Thomas Reed", ["wikidata:Q1"]),
    ]
    with lake.open() as con:
        decide.import_list(con, [])
    assert lake.speakers() == before
    assert lake.ask("FROM entities ORDER BY ALL") == entities


@pytest.fixture
def con(lake: Lake) -> Iterator[duckdb.DuckDBPyConnection]:
    with lake.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("Nobody At All", "no entity has this id, name or form"),
        ("Voss", "Voss"),
    ],
)
def test_an_entity_is_found_by_id_name_or_form(con: duckdb.DuckDBPyConnection, given: str, says: str) -> None:
    if given == "Voss":
        voss = decide.entity(con, given)
        assert decide.entity(con, voss.entity_id) == decide.entity(con, "helena voss") == voss
    else:
        with pytest.raises(UsageError, match=says):
            decide.entity(con, given)


def test_what_was_merged_away_is_told(con: duckdb.DuckDBPyConnection) -> None:
    one, into = decide.entity(con, "Lena Voss-Hale"), decide.entity(con, "Helena Voss")
    decision_id = decide.merge(con, one, into).decision_id
    with pytest.raises(UsageError, match=f"copydesk entities undo {decision_id}"):
        decide.entity(con, one.entity_id)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        pytest.param(lambda con, reed: decide.merge(con, reed, reed), "into itself", id="merge"),
        pytest.param(
            lambda con, reed: decide.split(con, reed, articles=["x"], names=(), to="Z"), "--article x", id="article"
        ),
        pytest.param(
            lambda con, reed: decide.split(con, reed, articles=["strike.txt"], names=(), to="Z"),
            "names",
            id="elsewhere",
        ),
        pytest.param(
            lambda con, reed: decide.split(con, reed, articles=(), names=["Bo"], to="Z"), "--name Bo", id="name"
        ),
        pytest.param(
            lambda con, reed: decide.split(con, reed, articles=["mill.txt"], names=(), to=None),
            "--as NAME",
            id="nobody",
        ),
        pytest.param(lambda con, reed: decide.rename(con, reed, " "), "empty", id="empty name"),
        pytest.param(lambda con, reed: decide.undo(con, "abc"), "no such decision", id="undo"),  # noqa: ARG005
    ],
)
def test_what_can_not_be_meant_changes_nothing(con: duckdb.DuckDBPyConnection, call, says: str) -> None:
    reed = decide.entity(con, "Tom Reed")
    with pytest.raises(UsageError, match=says):
        call(con, reed)
    assert con.execute("SELECT count(*) FROM entity_decisions").fetchone() == (0,)
