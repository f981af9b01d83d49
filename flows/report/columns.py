"""The geometry of the column chart: quotations over time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 960, 180
"""Size of the drawing in its own units; the page scales it."""

_LABEL_SPACE = 100
_FORMS = {"day": "%-d %b %Y", "week": "%-d %b %Y", "month": "%b %Y", "year": "%Y"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, and what it tells on hovering."""

    x: float
    y: float
    width: float
    height: float
    told: str
    label: str | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns under a scale; ``top`` is the value of the upper edge."""

    unit: str
    top: int
    articles: int
    columns: tuple[Column, ...]


def column_chart(rows: Sequence[dict[str, Any]]) -> Chart | None:
    """Lay out rows with ``slot``, ``unit``, ``articles`` and ``quotes``; None where there is nothing to see."""
    if not rows:
        return None
    top = max(1, *(row["quotes"] for row in rows))
    step = WIDTH / len(rows)
    every = max(1, math.ceil(_LABEL_SPACE / step))
    columns = []
    for number, row in enumerate(rows):
        height = HEIGHT * row["quotes"] / top
        name = row["slot"].strftime(_FORMS[row["unit"]])
        when = f"week of {name}" if row["unit"] == "week" else name
        columns.append(
            Column(
                x=round(number * step, 2),
                y=round(HEIGHT - height, 2),
                width=round(max(step - 2, step * 0.6), 2),
                height=round(height, 2),
                told=f"{when}: {row['quotes']:,} quotations in {row['articles']:,} articles",
                label=name if number % every == 0 else None,
            )
        )
    return Chart(rows[0]["unit"], top, sum(row["articles"] for row in rows), tuple(columns))
