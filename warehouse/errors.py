"""What can go wrong with a lake. Each message says what to do next."""

from warehouse.place import Bucket, Where, place_of


class LakeError(Exception):
    """The lake can't be used as it is."""


class LakeMissingError(LakeError):
    """There is no lake in the folder."""

    def __init__(self, where: Where) -> None:
        folder = place_of(where).folder
        super().__init__(f"there is no lake in {where}. Make one with: copydesk run PATH... --lake {folder}")


class CatalogMissingError(LakeError):
    """The files of a lake are there, and its catalog is not."""

    def __init__(self, where: Where) -> None:
        place = place_of(where)
        if place.catalog:
            what = "the database that the setting catalog names holds none. Name the right one, restore it"
        else:
            what = "its catalog (catalog.sqlite) is missing or empty. Restore it"
        super().__init__(
            f"{place.data or place.folder} holds the files of a lake, but {what} from a backup, or load the articles "
            f"into a new folder{' and another bucket' if place.data else ''} with: copydesk run PATH... --lake NEW"
        )


class DataMissingError(LakeError):
    """The catalog tells of files, and the folder has none."""

    def __init__(self, where: Where) -> None:
        place = place_of(where)
        doubt = "" if place.data else "Is the disk mounted, and --lake the folder that the other machines use? "
        super().__init__(
            f"{place.data or place.folder} has none of the files that the lake's catalog tells of. {doubt}"
            "If the files are gone, restore the folder from a backup."
        )


class DataElsewhereError(LakeError):
    """The files of the lake are not where the setting ``data`` says."""

    def __init__(self, where: Where, made_with: Bucket | None) -> None:
        place = place_of(where)
        if made_with:
            what = f'in {made_with}: set data = "{str(made_with).rstrip("/")}" in copydesk.toml, or COPYDESK_DATA'
        else:
            what = "in its folder: leave the setting data (COPYDESK_DATA) out"
        super().__init__(
            f"the lake in {place.folder} has its files {what}. For a new lake name another folder with --lake."
        )


class LakeBusyError(LakeError):
    """Another run holds the lake."""

    def __init__(self, where: Where, holder: str) -> None:
        super().__init__(f"another run holds the lake in {where} ({holder}). Wait for it to end, then run again.")


class LakeOldError(LakeError):
    """The tables are of an older version, and a reader may not change them."""

    def __init__(self, where: Where, found: int, known: int) -> None:
        super().__init__(
            f"the lake in {where} has schema version {found}, this copydesk works with {known}. "
            f"Bring it up to date with: copydesk optimize --lake {place_of(where).folder} "
            "(the next run would do it, too)."
        )


class LakeVersionError(LakeError):
    """The tables are of a version that this copydesk does not know."""

    def __init__(self, where: Where, found: int, known: int) -> None:
        super().__init__(
            f"the lake in {where} has schema version {found}, this copydesk knows {known}. "
            "Install the copydesk that wrote it, or load the files into a new folder with --lake."
        )


class RunUnknownError(LakeError):
    """The lake can't be shown as a run left it."""

    def __init__(self, where: Where, run_id: str) -> None:
        super().__init__(
            f"the lake in {where} no longer has, or never had, what run {run_id} left. "
            f"See which runs there were with: copydesk runs --lake {place_of(where).folder} "
            "(history older than the setting history_days goes with copydesk optimize, all of it with copydesk forget)."
        )
