"""Where a key leads in a record, or several keys with full stops between them: into objects, and through lists."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from transforms.article import NamedKeys
from transforms.readers.values import Value

_SPACING = re.compile(r"[\s-]+")
_MAX_VALUES = 10_000
_MAX_KEYS = 100


def fold_key(key: str) -> str:
    """A key as the known ones are written: "Publication Date" is ``publication_date``."""
    return _SPACING.sub("_", key.strip().casefold())


def holds(names: Iterable[str], path: str) -> bool:
    """Whether ``path``, a key or keys with full stops between them, may lead somewhere in what has these names."""
    first = path.partition(".")[0]
    return any(name == path or first in (name, fold_key(name)) for name in map(str, names))


def follow(record: Mapping[str, Value], path: str) -> Value:
    """What a path leads to: of several objects in a list, a list; None if it leads nowhere."""
    values = list(_reached(record, path))
    if len(values) <= 1:
        return values[0] if values else None
    return [one for value in values for one in (value if isinstance(value, list | tuple) else [value])]


def named_keys_of(record: Mapping[str, Value], paths: Iterable[str]) -> NamedKeys:
    """Which of the paths lead somewhere in a record, be it to nothing, and the keys that it has, two levels deep."""
    found = frozenset(path for path in paths if any(True for _ in _reached(record, path)))
    return NamedKeys(found, tuple(islice(_keys(record), _MAX_KEYS)))


def _reached(record: Mapping[str, Value], path: str) -> Iterator[Value]:
    if path in record:
        return iter((record[path],))
    return islice(_along(record, path.split(".")), _MAX_VALUES)


def _along(value: Value, keys: Sequence[str]) -> Iterator[Value]:
    if not keys:
        yield value
    elif isinstance(value, Mapping):
        first = keys[0] if keys[0] in value else next((k for k in value if fold_key(str(k)) == keys[0]), None)
        if first in value:
            yield from _along(value[first], keys[1:])
    elif isinstance(value, list | tuple):
        for item in value:
            if isinstance(item, Mapping):
                yield from _along(item, keys)


def _keys(record: Mapping[str, Value]) -> Iterator[str]:
    for key, value in record.items():
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, Mapping) and inner:
            yield from (f"{key}.{further}" for further in inner)
        else:
            yield str(key)
