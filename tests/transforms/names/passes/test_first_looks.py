"""What a paragraph is asked before its words are gone through: it lets pass all that these would find."""

from itertools import product

import pytest

from transforms.names.forms.going_by import GOES_BY_NAME, IN_GOES_BY
from transforms.names.passes import introductions, user_accounts


def test_every_form_of_a_user_is_in_a_paragraph_that_may_have_one() -> None:
    written = ["".join(letters) for length in range(1, 5) for letters in product("aé.9_@", repeat=length)]
    handles = [word for word in written if user_accounts._HANDLE.fullmatch(word)]
    assert len(handles) > 100
    assert [word for word in handles if not user_accounts._MAY_BE_USER.search(f"So {word} said.")] == []
    assert [
        word for word in user_accounts._USERS if not user_accounts._MAY_BE_USER.search(f"{word.title()} fox_99 said.")
    ] == []


@pytest.mark.parametrize(
    ("written", "has_acronym"),
    [
        ("the Harbour Workers (HW)", True),
        ("the Workers ( H.W. )", True),
        ("the Moles ((HW))", True),
        ("HW (so)", False),
    ],
)
def test_every_acronym_in_brackets_is_seen_in_the_text(written: str, *, has_acronym: bool) -> None:
    assert introductions.has_acronym_in_brackets(written) is has_acronym


@pytest.mark.parametrize(
    "before",
    [
        "who asked to be called",
        "who wished to be identified only by",
        "who wants to be referred to as",
        "who asked to be quoted by the pseudonym",
        "who prefers to remain anonymous and uses the alias",
        "who gave only one name,",
        "whose own account and her surname as",
        "who introduced himself as",
        "who calls herself",
        "who goes by",
        "who goes by the name of",
    ],
)
def test_every_way_to_go_by_a_name_has_a_word_that_tells_it(before: str) -> None:
    assert GOES_BY_NAME.search(before)
    assert any(word in before for word in IN_GOES_BY)
