"""The spaCy models: which are installed, and what makes them quick without changing what they find.

- ``load``: each model is loaded once per process, its tokenizer keeping `abbreviations.txt` whole.
- Parts of it that are quicker than spaCy's and give the same: ``tokens`` (the tokenizer), ``token_rules`` (parts of
  speech), ``lemmas``, ``products`` (how networks multiply).
"""

from transforms.models.load import ModelMissingError, load_model, model_version

__all__ = ["ModelMissingError", "load_model", "model_version"]
