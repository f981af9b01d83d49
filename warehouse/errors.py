"""What can go wrong with a lake. Each message says what to do next."""

from pathlib import Path


class LakeError(Exception):
    """The lake can't be used as it is."""


class LakeMissingError(LakeError):
    """There is no lake in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no lake in {folder}. Make one with: copydesk run PATH... --lake {folder}")


class CatalogMissingError(LakeError):
    """The files of a lake are there, and its catalog is not."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} holds the files of a lake, but its catalog (catalog.sqlite) is missing or empty. Restore it "
            "from a backup, or load the articles into a new folder with: copydesk run PATH... --lake NEW"
        )


class LakeBusyError(LakeError):
    """Another run holds the lake."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(f"another run holds the lake in {folder} ({holder}). Wait for it to end, then run again.")


class LakeOldError(LakeError):
    """The tables are of an older version, and a reader may not change them."""

    def __init__(self, folder: Path, found: int, known: int) -> None:
        super().__init__(
            f"the lake in {folder} has schema version {found}, this copydesk works with {known}. "
            f"Bring it up to date with: copydesk optimize --lake {folder} (the next run would do it, too)."
        )


class LakeVersionError(LakeError):
    """The tables are of a version that this copydesk does not know."""

    def __init__(self, folder: Path, found: int, known: int) -> None:
        super().__init__(
            f"the lake in {folder} has schema version {found}, this copydesk knows {known}. "
            "Install the copydesk that wrote it, or load the files into a new folder with --lake."
        )
