"""Bodies with long runs of white space in formats other than plain text, read in proportion to their length."""

import io
import json

import pytest

from transforms.article import RawArticle, Source
from transforms.readers import read

GAP = " " * 100_000
TEXT = "The council reopened the bridge on Monday, said Ada Lind."


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.json", json.dumps([{"title": "Bridge reopens", "text": f"{TEXT}{GAP}{TEXT}"}]), id="record"),
        pytest.param(
            "a.sgm",
            f'<REUTERS NEWID="7"><TEXT><TITLE>Bridge reopens</TITLE><BODY>{TEXT} Reuter{GAP}x{GAP}{TEXT}</BODY></TEXT>'
            "</REUTERS>",
            id="sgml",
        ),
        pytest.param("a.html", f"<html><title>Bridge{GAP}reopens</title><p>{TEXT}{GAP}{TEXT}</p></html>", id="page"),
    ],
)
def test_a_gap_is_read_in_time(name, data):
    [item] = read(Source(name, name, len(data), io.BytesIO(data.encode())))
    assert isinstance(item, RawArticle)
    assert item.text.count(TEXT[:20]) == 2
