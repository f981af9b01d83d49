"""Labels in exports of LexisNexis: which field a line such as "LENGTH: 72 words" opens."""

import re
from functools import cache

from transforms.wordlists import pairs

ABOVE = frozenset({"title", "byline", "section", "length", "dateline", "dek", "above"})
_LABEL = re.compile(
    r"^\s{0,80}(?P<label>[^\W\d_][^\W\d_-]{1,15}(?:-[^\W\d_]{2,15}){0,2}):[ \t]*(?P<value>.*)$", re.DOTALL
)


@cache
def _fields() -> dict[str, str]:
    table = pairs("transforms.readers.exports", "labels.tsv")
    return {label: field for field, labels in table for label in labels.split("|")}


def labelled(line: str, *, capitals: bool) -> tuple[str, str] | None:
    """Field and value of a line or paragraph that begins with a label; ``capitals``: labels are written so."""
    match = _LABEL.match(line)
    if match is None or (capitals and not match["label"].isupper()):
        return None
    field = _fields().get(match["label"].casefold())
    return (field, match["value"].strip()) if field else None
