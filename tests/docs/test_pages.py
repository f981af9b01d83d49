"""The pages lead to one another, and to the code that they name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRANSFORMS = ROOT / "transforms"
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
SECTION = re.compile(r"\]\(([^)#:]*)#([^)]+)\)")
PATH = re.compile(r"`([\w/.*<>]+\.(?:py|txt|tsv)|[\w/<>]+/[\w*]+)`")
MODULE = re.compile(r"`((?:flows|schemas|transforms|warehouse|tests|benchmarks)/[\w/.]+)`")


def linked(page: Path) -> set[Path]:
    return {(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))}


def test_every_page_is_in_the_index() -> None:
    index = DOCS / "README.md"
    assert set(DOCS.rglob("*.md")) - {index} <= linked(index)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    assert [target for target in linked(page) if not target.exists()] == []


def headings(page: Path) -> set[str]:
    """The headings of a page as links name them: in small letters, with hyphens for spaces, without other signs."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_sections_that_a_page_links_to_are_there(page: Path) -> None:
    links = SECTION.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if link[1] not in headings((page.parent / link[0]) if link[0] else page)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_files_that_a_page_names_are_there(page: Path) -> None:
    named = MODULE.findall(page.read_text(encoding="utf-8"))
    made_by_a_run = "warehouse/lake"
    assert [name for name in named if not (ROOT / name).exists() and name.rstrip("/") != made_by_a_run] == []


def test_word_lists_and_their_readers_are_where_the_table_says() -> None:
    """A name without a folder is in that of the name before it in its cell; ``<language>`` is any."""
    rows = re.findall(r"^\| (`[^|]+) \|[^|]+\| ([^|]+) \|$", recipe("Add a word"), re.MULTILINE)
    assert rows
    assert [name for cells in rows for cell in cells for name in missing(cell)] == []


def test_a_list_is_named_in_one_of_its_readers() -> None:
    """Those of the lexicon are fields of it, which `test_lexicon.py` looks at."""
    rows = re.findall(r"^\| (`[^|]+) \|[^|]+\| ([^|]+) \|$", recipe("Add a word"), re.MULTILINE)
    rows = [(lists, readers) for lists, readers in rows if "quotes/data" not in lists]
    assert [name for lists, readers in rows for name in unread(lists, readers)] == []


def unread(lists: str, readers: str) -> set[str]:
    """The lists of a cell that none of the modules in the other one names."""
    modules = [
        module for path in places(readers) for module in ([path] if path.suffix == ".py" else path.rglob("*.py"))
    ]
    code = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    names = {path.stem for path in places(lists)}
    return {name for name in names if not re.search(rf"\b{name}\b", code)}


def recipe(name: str) -> str:
    """What CONTRIBUTING.md says under "How to": from the recipe's name to the next one."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return re.split(r"^\*\*", page.partition(f"**{name}.**")[2], maxsplit=1, flags=re.MULTILINE)[0]


def missing(cell: str) -> list[str]:
    """The files and folders of a cell that are not below ``transforms``."""
    return [name for name, found in named_in(cell) if not found]


def places(cell: str) -> list[Path]:
    """The files and folders that a cell names."""
    return [path for _, found in named_in(cell) for path in found]


def named_in(cell: str) -> Iterator[tuple[str, list[Path]]]:
    """Each file or folder that a cell names, and where it is."""
    folder = TRANSFORMS
    for name in PATH.findall(cell):
        pattern = name.replace("<language>", "*")
        found = [path for place in (TRANSFORMS, folder) for path in place.glob(pattern)]
        folder = found[0].parent if found else folder
        yield name, found
