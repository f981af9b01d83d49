"""Makes the fixture lake of the version that this copydesk writes: ``python tests/warehouse/lakes/make.py``.

To be run once for a schema version, by the last commit that has it.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from schemas import SCHEMA_VERSION

WORK = Path("/tmp/copydesk-fixture")  # noqa: S108  (the catalog holds the path, so it is the same everywhere)
TEXTS = {
    "one.txt": "Council backs bridge\n\nBy Ann Example\n\n" + "The council voted for the bridge on Monday. " * 8,
    "two.txt": "School stays open\n\nThe school will stay open, the mayor said. " + "Parents had asked for it. " * 8,
    "empty.txt": "",
}


def main() -> None:
    """Run the pipeline over three small files and pack the lake."""
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "in").mkdir(parents=True)
    for name, text in TEXTS.items():
        (WORK / "in" / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "flows", "run", "--direct", "in", "--root", "in", "--lake", "lake"]
    subprocess.run(command, cwd=WORK, check=True, env=os.environ | {"COPYDESK_MODELS": "{}"})
    target = Path(__file__).with_name(f"v{SCHEMA_VERSION}.tar.gz")
    with tarfile.open(target, "w:gz") as packed:
        packed.add(WORK / "lake", arcname=".")
    shutil.rmtree(WORK)


if __name__ == "__main__":
    main()
