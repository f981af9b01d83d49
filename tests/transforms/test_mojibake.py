"""Garbled characters are mended, and nothing else is touched."""

import io
import json

import pytest

from transforms.article import Source
from transforms.mojibake import mend
from transforms.normalize import normalize
from transforms.readers import read

WINDOWS, LATIN = "utf-8 read as windows-1252", "utf-8 read as latin-1"


@pytest.mark.parametrize(
    ("text", "mended", "way"),
    [
        pytest.param("â€œCafÃ©,â€\x9d she said.", "“Café,” she said.", WINDOWS, id="quotation marks keep their shape"),
        pytest.param("The JosÃ© street", "The José street", LATIN, id="a name"),
        pytest.param("“Yes,” said FranÃ\x83Â§ois.", "“Yes,” said François.", LATIN, id="twice, beside sound marks"),
        pytest.param("Sound “café”.\nThe JosÃ© street", "Sound “café”.\nThe José street", LATIN, id="one line of two"),
        pytest.param("“Café” – naïve, São Paulo, Ångström…", "“Café” – naïve, São Paulo, Ångström…", None, id="sound"),
        pytest.param("«L’été», dit-il ; Ærø & Łódź", "«L’été», dit-il ; Ærø & Łódź", None, id="sound, other letters"),
        pytest.param("''quoted'' -- so", "''quoted'' -- so", None, id="plain marks stay plain"),
    ],
)
def test_garbled_text_is_mended(text: str, mended: str, way: str | None) -> None:
    found, told = mend(text)
    assert found == mended
    assert (told is None) == (way is None)
    assert way is None or way.split()[0] in told


def row(data: bytes, name: str) -> dict:
    (article,) = read(Source("a", name, len(data), io.BytesIO(data)))
    return normalize([article])[0].row(0, named=True)


def test_a_record_is_mended_and_says_so() -> None:
    found = row(json.dumps({"title": "JosÃ© speaks", "text": "It is JosÃ©â€™s day."}).encode() + b"\n", "a.jsonl")
    assert (found["title"], found["text"]) == ("José speaks", "José speaks\nIt is José’s day.")
    assert found["text_repair"]


def test_a_page_is_mended_and_says_so() -> None:
    body = "".join(f"<p>Paragraph {n} of the story about JosÃ© and the bridge of the old town.</p>" for n in range(5))
    found = row(f"<html><body><article><h1>JosÃ© speaks</h1>{body}</article></body></html>".encode(), "a.html")
    assert found["title"] == "José speaks"
    assert "Ã" not in found["text"]
    assert found["text_repair"]


def test_the_text_of_a_plain_file_stays_but_not_its_fields() -> None:
    text = "JosÃ© speaks\n\nBy JosÃ© Lee\n\nIt is JosÃ©â€™s day, the council said on Monday.\n"
    found = row(text.encode(), "a.txt")
    assert found["text"] == text
    assert (found["title"], found["authors"]) == ("José speaks", ["José Lee"])
