"""Short and full forms of a person's name."""

import pytest

from transforms.names.forms.person_names import can_mean, initials, person_name, shared_words


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Lang", "Peter Lang"),
        ("Peter", "Peter Lang"),
        ("P. Lang", "Peter Lang"),
        ("P. L.", "Peter Lang"),
        ("J. K. Lang", "Jonas Kim Lang"),
        ("P. Lang", "Peter L."),
        ("P. Q. L.", "Peter Q. Lang"),
        ("Al Rashidi", "Omar Al Rashidi"),
        ("Anton Orlovskyy", "Anton Orlovsky"),
    ],
)
def test_names_that_agree_share_a_part(short: str, full: str) -> None:
    """By these parts those are looked up that a name is compared with."""
    one, other = person_name(short), person_name(full)
    assert can_mean(one, other)
    (begun, count), (as_begun, other_count) = initials(one), initials(other)
    assert shared_words(one) & shared_words(other) or (begun == as_begun and count + other_count >= len("PL"))
