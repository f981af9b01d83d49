"""JSON as it is written in practice: with NaN, with line ends in texts, and with bytes of another encoding."""

import json
import re
from typing import Any

import orjson

from transforms.decode import FOREIGN, decode

_NO_NUMBER = re.compile(r"[:\[,]\s*-?(?:NaN|Infinity)\b")
_CONTROL = "control character"


def loads(text: str) -> Any:
    """The value of a JSON text. NaN, which Python writes, is null; control characters may stand in texts.

    Raises:
        ValueError: it is no JSON, too deep, or holds lone surrogates.
    """
    try:
        return orjson.loads(text)
    except ValueError as error:
        if _CONTROL not in str(error) and not _NO_NUMBER.search(text):
            raise
    try:
        value = json.loads(text, strict=False, parse_constant=lambda _name: None)
        orjson.dumps(value)  # it refuses what it would not have read
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except TypeError as error:
        raise ValueError(str(error)) from error
    return value


def sound_text(text: str, encoding: str) -> tuple[str, str]:
    """A text in which some bytes did not fit, decoded anew by itself, and its encoding; others come back as they are.

    Raises:
        UndecodableError: no encoding fits its bytes.
    """
    if not FOREIGN.search(text):
        return text, encoding
    decoded = decode(text.encode("utf-8", "surrogateescape"))
    return decoded.text, decoded.encoding
