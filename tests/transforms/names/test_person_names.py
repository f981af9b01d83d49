"""Short and full forms of a person's name."""

import pytest

from transforms.names.person_names import can_mean, person_name, shared_parts


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lang", "Peter Lang"),
        ("Peter", "Peter Lang"),
        ("P. Lang", "Peter Lang"),
        ("P. L.", "Peter Lang"),
        ("J. K. Lang", "Jonas Kim Lang"),
        ("Al Rashidi", "Omar Al Rashidi"),
        ("Anton Orlovskyy", "Anton Orlovsky"),
    ],
)
def test_names_that_agree_share_a_part(short: str, full: str) -> None:
    """By these parts those are looked up that a name is compared with."""
    assert can_mean(person_name(short), person_name(full))
    assert shared_parts(person_name(short)) & shared_parts(person_name(full))
