"""``copydesk entities``: look at who is who, and put it right where it was guessed wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import duckdb
import typer

from flows.commands.options import Lake, words
from flows.errors import UsageError
from flows.next_command import next_command
from flows.output import Format, print_rows
from flows.settings import load_settings
from flows.terminal import visible
from schemas.vocabulary import Label
from warehouse.lake import open_lake

if TYPE_CHECKING:
    from flows.decide import Outcome

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="""List the entities of the lake, and say which are one, which are two, and what they are called.

    What you decide is recorded in the lake, wins over every guess, and holds for all runs to come.
    """,
    epilog="""
[bold]Examples[/bold]

copydesk entities list byron

copydesk entities merge "Countess of Lovelace" "Ada Byron"

copydesk entities import entities.csv
""",
)

Entity = Annotated[
    str, typer.Argument(metavar="ENTITY", parser=words, help="Its entity_id, or its name if only one has it.")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", parser=words, help="Why; kept with the decision.")]
Form = Annotated[Format, typer.Option("--format", help="How rows are printed.")]

_LIST = """
SELECT entity_id, name, label, mention_count AS mentions, article_count AS articles, country_code,
    array_to_string(external_ids, ' ') AS external_ids, array_to_string(aliases[:6], ' | ') AS aliases
FROM entities
WHERE ($1 IS NULL OR entity_id = $1 OR contains(lower(name), lower($1)) OR list_contains(aliases, $1))
    AND ($2 IS NULL OR label = $2)
ORDER BY mention_count DESC, name, entity_id LIMIT $3
"""
_SHOWN = (
    "FROM entities WHERE entity_id = ?",
    """
    SELECT l.name AS called, count(*) AS articles, coalesce(l.link_reason, 'its own name') AS because,
        array_to_string(list_sort(list_distinct(flatten(list(l.forms))))[:8], ' | ') AS written
    FROM local_entities AS l WHERE l.entity_id = ? GROUP BY l.name, because ORDER BY articles DESC, called
    """,
    """
    SELECT role, articles, first_seen_at, last_seen_at FROM entity_roles
    WHERE entity_id = ? ORDER BY articles DESC, role LIMIT 20
    """,
)
_DECISIONS = """
SELECT d.decision_id, d.decided_at, d.kind, d.entity_id, one.name AS entity, d.target_id, other.name AS target, d.name,
    d.article_id, d.local_id, d.note
FROM entity_decisions AS d
LEFT JOIN entities AS one USING (entity_id)
LEFT JOIN entities AS other ON other.entity_id = d.target_id
ORDER BY d.decided_at, d.decision_id, d.article_id
"""


@app.command("list", epilog="[bold]Examples[/bold]\n\ncopydesk entities list byron --label PERSON")
def list_entities(
    part: Annotated[
        str | None, typer.Argument(metavar="[NAME]", parser=words, help="Part of the name, or a written form.")
    ] = None,
    label: Annotated[Label | None, typer.Option("--label", help="Only entities of this type.")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most this many.")] = 50,
    lake: Lake = None,
    form: Form = Format.TABLE,
) -> None:
    """List entities, the most mentioned first."""
    with open_lake(load_settings(lake=lake).place, read_only=True) as con:
        print_rows(con.execute(_LIST, [part, label, limit]).to_arrow_reader(10_000), form)


@app.command(epilog='[bold]Examples[/bold]\n\ncopydesk entities show "Ada Byron"')
def show(entity: Entity, lake: Lake = None, form: Form = Format.TABLE) -> None:
    """Show an entity: its facts, what articles call it and why that is taken for it, and its roles."""
    from flows.decide import entity as named  # noqa: PLC0415

    with _telling_of(lake), open_lake(load_settings(lake=lake).place, read_only=True) as con:
        found = named(con, entity)
        for statement in _SHOWN:
            print_rows(con.execute(statement, [found.entity_id]).to_arrow_reader(10_000), form)


@app.command(epilog="[bold]Examples[/bold]\n\ncopydesk entities decisions --format csv > decided.csv")
def decisions(lake: Lake = None, form: Form = Format.TABLE) -> None:
    """List what was decided by hand, in the order in which it is followed."""
    with open_lake(load_settings(lake=lake).place, read_only=True) as con:
        print_rows(con.execute(_DECISIONS).to_arrow_reader(10_000), form)


@app.command(epilog='[bold]Examples[/bold]\n\ncopydesk entities merge "Countess of Lovelace" "A. Byron" "Ada Byron"')
def merge(
    entities: Annotated[
        list[str],
        typer.Argument(metavar="ENTITY... INTO", parser=words, help="The ones to merge, and last the one that stays."),
    ],
    lake: Lake = None,
    note: Note = None,
) -> None:
    """Say that entities are one: the first ones become the last one."""
    from flows import decide  # noqa: PLC0415

    if len(entities) < 2:  # noqa: PLR2004
        raise UsageError("name two entities or more: those that are to go, and last the one that stays")
    with _writing(lake) as con:
        into = decide.entity(con, entities[-1])
        ones = [decide.entity(con, given) for given in entities[:-1]]
        if len({one.entity_id for one in (*ones, into)}) < len(entities):
            raise UsageError("one entity is named twice; there is nothing to merge")
        for one in ones:
            _tell(f"{one} is {into.name}", decide.merge(con, one, into, note), lake)


@app.command(
    epilog="""
[bold]Examples[/bold]

copydesk entities split "Tom Reed" --article https://example.org/match.html --as "Tom Reed (footballer)"

copydesk entities split "Tom Reed" --name Reed --to "Ann Reed"
"""
)
def split(
    entity: Entity,
    article: Annotated[
        list[str] | None,
        typer.Option(
            "--article",
            metavar="ARTICLE",
            parser=words,
            help="In this article somebody else is meant; may be repeated.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="NAME", parser=words, help="Where only this name is printed; see 'show'. May be repeated."
        ),
    ] = None,
    new_name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", parser=words, help="Name of the new entity.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ENTITY", parser=words, help="The entity that is meant there.")
    ] = None,
    lake: Lake = None,
    note: Note = None,
) -> None:
    """Say that some articles, or some names, do not mean this entity but another.

    With --name alone, the name stands for nobody in particular again.
    """
    from flows import decide  # noqa: PLC0415

    if not article and not name:
        raise UsageError("say where somebody else is meant: --article ARTICLE or --name NAME")
    if new_name is not None and to is not None:
        raise UsageError("give --as NAME for a new entity or --to ENTITY for one there is, not both")
    if new_name is not None and not new_name.strip():
        raise UsageError("--as: the name is empty")
    with _writing(lake) as con:
        one = decide.entity(con, entity)
        other = decide.entity(con, to) if to is not None else new_name
        done = decide.split(con, one, articles=article or (), names=name or (), to=other, note=note)
        _tell(f"{one} is not meant there", done, lake)


@app.command(epilog='[bold]Examples[/bold]\n\ncopydesk entities rename "Countess of Lovelace" "Ada Lovelace"')
def rename(
    entity: Entity,
    name: Annotated[str, typer.Argument(metavar="NAME", parser=words, help="What it is to be called.")],
    lake: Lake = None,
    note: Note = None,
) -> None:
    """Give an entity another name. What articles print is not touched."""
    from flows import decide  # noqa: PLC0415

    with _writing(lake) as con:
        one = decide.entity(con, entity)
        _tell(f"{one} is called {name.strip()}", decide.rename(con, one, name, note), lake)


@app.command(epilog="[bold]Examples[/bold]\n\ncopydesk entities undo 3fa94c01")
def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", parser=words, help="A decision_id; see 'decisions'.")],
    lake: Lake = None,
) -> None:
    """Take a decision back; those made after it stand."""
    from flows import decide  # noqa: PLC0415

    with _writing(lake) as con:
        done = decide.undo(con, decision)
    typer.echo(f"Taken back. Names that mean another entity since: {done.changed}.")


@app.command(
    "import",
    epilog="""
[bold]Examples[/bold]

copydesk entities import entities.csv

The file, in UTF-8:

name,label,aliases,wikidata

Ada Lovelace,PERSON,Ada Byron|Countess of Lovelace,Q7259
""",
)
def import_list(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with the columns name, label, aliases, and ids.")],
    lake: Lake = None,
) -> None:
    """Import your own list of entities: their names, their other forms, and their ids elsewhere.

    The list wins over every guess, in the articles that are there and in those to come. It takes the place of the
    list imported before: change the file and import it again; an empty list (its head alone) takes all back.
    """
    from flows import decide  # noqa: PLC0415
    from transforms.names.linking.entity_list import EntityListError, read_entity_list  # noqa: PLC0415

    try:
        users = read_entity_list(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from error
    except EntityListError as error:
        raise UsageError(f"{file}, {error}. Nothing was imported.") from error
    with _writing(lake, or_make=True) as con:
        done = decide.import_list(con, users)
    typer.echo(f"Imported: {len(users)} entities. Names that mean another entity since: {done.changed}.")


@contextmanager
def _writing(lake: Path | None, *, or_make: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """The lake, held and open for writing."""
    from warehouse.errors import LakeMissingError  # noqa: PLC0415
    from warehouse.lake import exists  # noqa: PLC0415
    from warehouse.lock import hold  # noqa: PLC0415

    place = load_settings(lake=lake).place
    if not or_make and not exists(place):
        raise LakeMissingError(place)
    with _telling_of(lake), hold(place), open_lake(place, read_only=False) as con:
        yield con


@contextmanager
def _telling_of(lake: Path | None) -> Iterator[None]:
    """Have what is said to type next be about the lake that ``--lake`` named."""
    try:
        yield
    except UsageError as error:
        raise error.of(lake) from error


def _tell(what: str, outcome: "Outcome", lake: Path | None) -> None:
    typer.echo(f"{visible(what)}. Names that mean another entity since: {outcome.changed}.")
    undo = next_command(f"entities undo {outcome.decision_id}", lake)
    typer.echo(f"Decision {outcome.decision_id}; to take it back: {undo}")
