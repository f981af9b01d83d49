"""The command line: the commands, and which exit code comes of what goes wrong in them."""

import errno
import signal
import sys
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from typer.core import TyperGroup

from flows.commands import doctor, entities, export, forget, history, listings, optimize, report, run, serve, sql
from flows.errors import Exit, RunError, UsageError
from flows.interrupts import as_keyboard_interrupt, hear_no_more
from flows.settings import explained
from flows.terminal import make_printable, to_whoever_reads, visible_lines
from flows.version import __version__
from transforms.models import ModelMissingError
from warehouse.errors import LakeBusyError, LakeError

_HELP = frozenset({"-h", "--help"})


class _CutOffError(Exception):
    """What a command wrote to or read from was gone before its time."""


class _Commands(TyperGroup):
    """The commands, without what typer makes of some errors.

    On any broken pipe it ends without a word, as if that could only be the one we print to; at the end of any input
    with the one word "Aborted".
    """

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        try:
            if not _HELP.isdisjoint(sys.argv):
                with to_whoever_reads():
                    super().invoke(ctx)
                raise typer.Exit
            with as_keyboard_interrupt():
                return super().invoke(ctx)
        except EOFError as error:
            raise _CutOffError(str(error) or "unexpected end of input") from error
        except OSError as error:
            if isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE:
                raise _CutOffError(str(error) or "broken pipe") from error
            raise
        except KeyboardInterrupt:
            typer.echo("copydesk: interrupted", err=True)
            raise typer.Exit(Exit.INTERRUPTED) from None


app = typer.Typer(
    cls=_Commands,
    name="copydesk",
    help="Raw news in, a SQL warehouse of who said what out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": sorted(_HELP)},
)
app.command(epilog=run.EXAMPLES)(run.run)
app.command(epilog=sql.EXAMPLES)(sql.sql)
app.command(epilog=report.EXAMPLES)(report.report)
app.command(epilog=serve.EXAMPLES)(serve.serve)
app.command(epilog=forget.EXAMPLES)(forget.forget)
app.command(epilog=history.EXAMPLES)(history.history)
app.command(epilog=export.EXAMPLES)(export.export)
app.add_typer(entities.app, name="entities")
app.command(epilog=optimize.EXAMPLES)(optimize.optimize)
app.command(epilog=listings.REJECTS_EXAMPLES)(listings.rejects)
app.command(epilog=listings.RUNS_EXAMPLES)(listings.runs)
app.command(epilog=doctor.EXAMPLES)(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"copydesk {__version__}")
        raise typer.Exit


@app.callback()
def _global(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; errors of ours become one message and an exit code, never a traceback."""
    # What ends a service or a container is told and cleaned up after as Ctrl-C is; by default it ends without a word.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    make_printable()
    try:
        app()
    except SystemExit as ended:
        if ended.code == Exit.INTERRUPTED:
            hear_no_more()  # whoever presses Ctrl-C twice was told once
        raise
    except UsageError as error:
        _fail(str(error), Exit.USAGE)
    except ValidationError as error:
        _fail(f"a setting is not usable: {explained(error)}", Exit.USAGE)
    except LakeBusyError as error:
        _fail(str(error), Exit.BUSY)
    except (LakeError, ModelMissingError, RunError) as error:
        _fail(str(error), Exit.FAILED)
    except _CutOffError as error:
        _fail(
            f"a process or connection at the other end went away ({error}). What was committed stands. Run again; "
            "if it comes again, see what is wrong with: copydesk doctor",
            Exit.FAILED,
        )


def _fail(message: str, code: Exit) -> None:
    typer.echo(f"copydesk: {visible_lines(message)}", err=True)  # it may repeat names and values out of articles
    sys.exit(code)
