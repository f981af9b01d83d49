"""From findings to a page: the words and shapes are in ``page.html.j2``, the numbers come as they are.

Everything in an article is foreign text. The template escapes all of it, runs no script, loads nothing, and the page's
own content policy forbids both.
"""

from datetime import date
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from flows.report.columns import column_chart
from warehouse.report import Findings, Period

_DIRECTION_MARKS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)))


def render(findings: Findings, period: Period, *, lake: str, version: str) -> str:
    """The whole page. The same findings give the same page: nothing on it is of the clock."""
    samples: dict[str, list[dict[str, object]]] = {}
    for sample in findings.samples:
        samples.setdefault(sample["speaker_key"], []).append(sample)
    page = _environment().get_template("page.html.j2")
    return page.render(
        found=findings,
        samples=samples,
        period=period,
        chart=column_chart(findings.timeline),
        lake=lake,
        version=version,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("flows.report", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_plain,
    )
    environment.filters |= {
        "number": lambda value: f"{value:,}",
        "percent": lambda value: f"{100 * value:.0f} %",
        "day": _day,
        "web_address": _web_address,
        "short": _short,
    }
    return environment


def _day(value: date | None) -> str:
    return f"{value.day} {value:%b} {value.year}" if value else "undated"


def _plain(value: object) -> object:
    """What is put into the page: text loses the characters that command a terminal or turn the line around."""
    return value.translate(_CONTROLS | _DIRECTION_MARKS) if isinstance(value, str) else value


def _web_address(value: str | None) -> str | None:
    """An address that may be a link; any other scheme (``javascript:``) may not."""
    try:
        return value if value and urlsplit(value).scheme in ("http", "https") else None
    except ValueError:
        return None


def _short(value: str, most: int = 420) -> str:
    """A text cut at a word, with an ellipsis."""
    return value if len(value) <= most else value[:most].rsplit(None, 1)[0] + " …"
