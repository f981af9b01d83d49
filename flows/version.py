"""The version of copydesk, said once, and what else the rows of an article depend on."""

import hashlib

from flows.settings import Settings
from schemas import SCHEMA_VERSION
from transforms.models import model_version

__version__ = "0.1.0"


def pipeline_version(settings: Settings) -> str:
    """What the rows of an article depend on besides its bytes: code, tables, models and the settings of reading."""
    models = ", ".join(f"{language}={model_version(name)}" for language, name in sorted(settings.models.items()))
    told = f"copydesk=={__version__}; schema {SCHEMA_VERSION}; {models}"
    if settings.reading != Settings.model_construct().reading:
        told += f"; reading {hashlib.sha256(repr(settings.reading).encode()).hexdigest()[:8]}"
    return told
