"""What ``quotes.rule`` may say is written down for those who read it."""

from pathlib import Path

from transforms.quotes.rules import RULES

PAGE = Path(__file__).parents[3] / "docs" / "quotations.md"


def test_every_rule_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in RULES if f"| `{name}` |" not in page] == []
