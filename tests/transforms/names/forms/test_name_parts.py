"""Given name, family name and suffix of people."""

import pytest

from transforms.names.forms.name_parts import name_parts


@pytest.mark.parametrize(
    ("name", "forms", "given", "family", "suffix"),
    [
        ("Ada Byron", [], "Ada", "Byron", None),
        ("Ada K. Byron", [], "Ada K.", "Byron", None),
        ("Tom Reed Jr.", [], "Tom", "Reed", "Jr."),
        ("Tom Reed, III", [], "Tom", "Reed", "III"),
        ("Byron", ["Byron"], None, None, None),
        ("Clara von der Heide", [], "Clara", "von der Heide", None),
        ("Omar bin Said", [], "Omar", "bin Said", None),
        ("Al Marsh", [], "Al", "Marsh", None),
        ("Van Morris", [], "Van", "Morris", None),
        ("Xi Lan", [], "Lan", "Xi", None),
        ("Kim Min-ho", [], "Min-ho", "Kim", None),
        ("Kim Marsh", [], "Kim", "Marsh", None),
        ("Lee Bo Ram", ["Lee"], "Bo Ram", "Lee", None),
        ("Lee Ann Marsh", [], "Lee Ann", "Marsh", None),
        ("Lee Marsh", ["Lee", "Marsh"], "Lee", "Marsh", None),
        ("Ana María Solís Peña", [], "Ana María Solís", "Peña", None),
        ("", [], None, None, None),
    ],
)  # fmt: skip
def test_parts(name: str, forms: list[str], given: str | None, family: str | None, suffix: str | None) -> None:
    parts = name_parts(name, forms)
    assert (parts.given, parts.family, parts.suffix) == (given, family, suffix)
