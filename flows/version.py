"""The version of copydesk, said once, and what else the rows of an article depend on."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from flows.settings import ReadingSettings, Settings
from schemas import SCHEMA_VERSION
from transforms.models import model_version

__version__ = "0.1.0"

_TEXTS = (".py", ".txt", ".tsv", ".json")
"""Files whose line ends a checkout may change; others are taken byte for byte."""


def pipeline_version(settings: Settings) -> str:
    """What the rows of an article depend on besides its bytes: code, tables, models and the settings of reading."""
    models = ", ".join(f"{language}={model_version(name)}" for language, name in sorted(settings.models.items()))
    told = f"copydesk=={__version__}+{code_digest()}; schema {SCHEMA_VERSION}; {models}"
    if settings.reading != Settings.model_construct().reading:
        told += f"; reading {hashlib.sha256(_sorted(settings.reading).encode()).hexdigest()[:8]}"
    return told


def _sorted(reading: ReadingSettings) -> str:
    """The settings of reading in one order, however a table of them was written."""
    return json.dumps(asdict(reading), sort_keys=True, default=str)


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Eight hexadecimal digits that change with any rule, word list or weight of ``transforms``.

    Reading them all takes some 35 ms, so it is done once in a process, and only in one that runs.
    See ``docs/decisions/code-version.md``.
    """
    return digest(files("transforms"))


def digest(folder: Traversable) -> str:
    """Eight hexadecimal digits for the names and contents of all files below ``folder``.

    The same on every machine, from a checkout, a wheel or a zip file.
    """
    found = hashlib.blake2b(digest_size=4)  # SHA-256 takes three times as long where the processor has no help for it
    for path, file in sorted(_sources(folder, ""), key=lambda one: one[0]):
        content = file.read_bytes()
        if path.endswith(_TEXTS):
            content = content.replace(b"\r\n", b"\n")
        found.update(f"{path}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files below a folder with their paths in it, without those that Python, editors and systems leave there."""
    for entry in folder.iterdir():
        name = entry.name
        if name.startswith(".") or name.endswith((".pyc", "~")) or name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _sources(entry, f"{path}{name}/")
        else:
            yield f"{path}{name}", entry
