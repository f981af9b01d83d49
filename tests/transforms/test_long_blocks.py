"""A block as long as an article is cut into pieces in time, whatever number of quotations it has."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.pieces import pieces


@pytest.mark.timeout(10)
def test_a_block_of_many_quotations_is_cut_in_time() -> None:
    text = '"It is late." He left. ' * 20_000
    found = pieces(text, [Block(BlockKind.BODY, 0, len(text))], "en")
    assert "".join(piece.text for piece in found) == text
    assert sum(len(piece.segments) for piece in found) == 20_000


@pytest.mark.parametrize(
    ("text", "last"),
    [
        pytest.param(
            'He left. "It is late. ' + "a" * 19_990 + '"', "He left. ", id="before a quotation that is too long"
        ),
        pytest.param("He left. It is late. " + "a" * 19_990, "He left. It is late. ", id="behind the last sentence"),
        pytest.param('"It is late." He left. "No. ' + "a" * 19_990 + '"', '"It is late." He left. ', id="between two"),
    ],
)
def test_a_block_is_cut_outside_of_quotations(text: str, last: str) -> None:
    assert pieces(text, [Block(BlockKind.BODY, 0, len(text))], "en")[0].text == last
