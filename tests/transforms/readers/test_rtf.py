"""RTF, in its own encoding."""

import io

from transforms.article import Source
from transforms.readers import ReadOptions, read


def read_bytes(data: bytes, name: str):
    return list(read(Source(f"file:///{name}", name, len(data), io.BytesIO(data)), ReadOptions()))


def test_rtf():
    data = rb"{\rtf1\ansi\ansicpg1252 Bridge reopens\par\par The council reopened the caf\'e9 on Monday.\par}"
    (article,) = read_bytes(data, "a.rtf")
    assert (article.format, article.encoding, article.title.value) == ("rtf", "cp1252", "Bridge reopens")
    assert "café" in article.text
