"""Starting a run: what is looked up before it is decided who drives it."""

from pathlib import Path

import pytest

from flows import run
from flows.settings import load_settings
from flows.start import start

pytestmark = [pytest.mark.lake, pytest.mark.usefixtures("without_model")]


@pytest.mark.parametrize("direct", [True, False], ids=["the lake is new", "nothing is new"])
def test_files_are_searched_for_once(place: Path, monkeypatch: pytest.MonkeyPatch, direct: bool) -> None:
    (place / "a.txt").write_text("Harbour closes\n\nThe harbour closed on Monday, people said.\n")
    settings = load_settings(lake=place / "lake")
    if not direct:
        start(("a.txt",), settings, refresh=False, direct=True)
    monkeypatch.setattr(run, "discover", lambda *_, **__: pytest.fail("a second search"))
    summary = start(("a.txt",), settings, refresh=False, direct=direct)
    assert (summary.counts.files_seen, summary.counts.files_unchanged) == (1, int(not direct))
