"""Golden files: a raw file and, beside it, the rows it must become.

``python tests/golden/golden_rows.py`` rewrites every expectation from what the code does now: read the diff
before you commit it. Raw files are written for this project.
"""

import json
from pathlib import Path
from typing import Any

from transforms.article import RawArticle, Source
from transforms.normalize import normalize
from transforms.readers import read

HERE = Path(__file__).parent
FIELDS = (
    "title", "title_method", "dek", "authors", "contributors", "publisher", "url", "published_at", "published_local",
    "published_text", "published_precision", "published_zone_source", "published_method", "modified_at", "dateline",
    "section", "keywords", "subject_codes", "urgency", "is_free", "images", "editor_notes", "text_repair", "language",
    "word_count",
)  # fmt: skip


def raw_files() -> list[Path]:
    """Every raw file with an expectation, or that should get one."""
    files = (path for path in HERE.glob("*/*") if path.parent.name != "__pycache__")
    return sorted(path for path in files if path.suffix != ".json" or path.name.endswith(".raw.json"))


def expectation(path: Path) -> Path:
    """Where the rows of a raw file are kept."""
    return path.with_name(path.name + ".rows.json")


def rows(path: Path) -> list[dict[str, Any]]:
    """What a raw file becomes: fields and blocks of each article, reason of each reject."""
    found: list[dict[str, Any]] = []
    with path.open("rb") as stream:
        for item in read(Source(path.name, path.name, path.stat().st_size, stream)):
            if not isinstance(item, RawArticle):
                found.append({"uri": item.uri, "reject": item.reason.value})
                continue
            articles, blocks = normalize([item])
            fields = {
                name: value
                for name, value in articles.row(0, named=True).items()
                if name in FIELDS and value not in (None, [])
            }
            found.append(
                {
                    "uri": item.uri,
                    "format": item.format,
                    **{
                        name: fields[name] if isinstance(fields[name], (str, int, list)) else str(fields[name])
                        for name in FIELDS
                        if name in fields
                    },
                    "blocks": [f"{kind}: {text}" for kind, text in blocks.select("kind", "text").iter_rows()],
                }
            )
    return found


def main() -> None:
    """Rewrite all expectations."""
    for path in raw_files():
        expectation(path).write_text(json.dumps(rows(path), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
