"""Archives, XML and stored values are opened through safe settings only; whoever adds a parser meets this first."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
FILES = sorted(path for name in ("flows", "schemas", "transforms", "warehouse") for path in (TOP / name).rglob("*.py"))

NEEDED = {
    "XMLParser": {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False},
    "HTMLParser": {"no_network": True},
}
"""Keywords that a parser must be made with: no files or addresses of entities, no document that grows without end."""

WITH_PARSER = {"fromstring", "XML", "HTML", "parse", "document_fromstring", "fragment_fromstring"}
UNPACKS_TO_DISK = {"extractall", "extract", "unpack_archive"}
UNSAFE_IMPORTS = {"marshal", "shelve", "xml", "dill", "cloudpickle", "joblib"}
MAY_UNPICKLE = {"flows/isolation.py", "flows/reader_process.py"}
"""They talk to a process of their own."""


def calls(tree: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """What a method is called on, its name, and the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node


def complaints(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for on, name, call in calls(tree):
        given = {keyword.arg: getattr(keyword.value, "value", None) for keyword in call.keywords}
        missing = {key for key, value in NEEDED.get(name, {}).items() if given.get(key) is not value}
        if missing and on in {"etree", "html"}:
            found.append(f"{name} without {sorted(missing)}")
        if on in {"etree", "html"} and name in WITH_PARSER and len(call.args) < 2 and "parser" not in given:
            found.append(f"{on}.{name} with lxml's own parser")
        if name in UNPACKS_TO_DISK:
            found.append(f"{name} unpacks names that others chose")
        if on == "np" and name == "load" and given.get("allow_pickle") is not False:
            found.append("np.load may unpickle")
        loader = next((ast.unparse(keyword.value) for keyword in call.keywords if keyword.arg == "Loader"), None)
        if on == "yaml" and "load" in name and loader != "yaml.BaseLoader":
            found.append("yaml makes more than strings, lists and mappings")
        if on == "pickle" and name in {"load", "loads"} and str(path.relative_to(TOP)) not in MAY_UNPICKLE:
            found.append("pickle.load runs what it reads")
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [f"import of {name}" for name in names if name.split(".")[0] in UNSAFE_IMPORTS]
        found += ["import from yaml"] if isinstance(node, ast.ImportFrom) and node.module == "yaml" else []
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TOP)))
def test_everything_is_parsed_safely(path: Path) -> None:
    assert complaints(path) == []


@pytest.mark.parametrize(
    "code",
    [
        "etree.XMLParser()",
        "etree.XMLParser(resolve_entities=True, no_network=True, load_dtd=False, huge_tree=False)",
        "etree.fromstring(data)",
        "html.fromstring(data)",
        "tar.extractall(folder)",
        "np.load(path)",
        "pickle.loads(data)",
        "import xml.etree.ElementTree",
        "from yaml import load",
        "yaml.load(text)",
        "yaml.load(text, Loader=yaml.FullLoader)",
        "yaml.unsafe_load(text)",
    ],
)
def test_what_is_complained_of(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("test_safe_parsing.TOP", tmp_path)
    (tmp_path / "a.py").write_text(code)
    assert complaints(tmp_path / "a.py")
