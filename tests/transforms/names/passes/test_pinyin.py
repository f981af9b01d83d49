"""Chinese names whose family name is a word of English: 'He [Jingwei|PERSON]'."""

import pytest
from marked_articles import found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("He [Jingwei|PERSON], a mayor, left.", "He Jingwei", id="he"),
        pytest.param("Later, He [Wei|PERSON] left.", "He Wei", id="he inside a sentence"),
        pytest.param("Fan [Jingwei|PERSON] left.", "Fan Jingwei", id="a noun"),
        pytest.param("An [Jingwei|PERSON] left.", "An Jingwei", id="an before a consonant"),
        pytest.param("An [Aiguo|PERSON] poster fell.", "Aiguo", id="an before a vowel"),
        pytest.param("So [Jingwei|PERSON] left.", "Jingwei", id="so"),
        pytest.param("We saw So [Jingwei|PERSON] there.", "So Jingwei", id="so inside a sentence"),
        pytest.param("Fan [Ben|PERSON] left.", "Ben", id="a short name of other languages, too"),
        pytest.param("He [Byron|PERSON] left.", "Byron", id="no syllables of Chinese"),
        pytest.param("Can he [Jingwei|PERSON] left.", "Jingwei", id="a small letter"),
        pytest.param("If [Jingwei|PERSON] left.", "Jingwei", id="no family name"),
        pytest.param("He/[Jingwei|PERSON] left.", "Jingwei", id="no space"),
    ],
)
def test_a_family_name_before_a_given_name_is_part_of_it(line: str, name: str) -> None:
    assert found("Title", line) == {name: [name]}


@pytest.mark.parametrize(
    "name",
    [
        "Aiguo",
        "Enlai",
        "Er",
        "Jianxiang",
        "Jingwei",
        "Lüe",
        "Nuan",
        "Qionghua",
        "Donghua",
        "Wo",
        "Xiuying",
        "Yuexian",
        "Zhuang",
        "Ziou",
    ],
)
def test_syllables(name: str) -> None:
    assert found("Title", f"Later, He [{name}|PERSON] left.").keys() == {f"He {name}"}
