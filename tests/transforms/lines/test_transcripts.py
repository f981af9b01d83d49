"""Turns of a transcript are body, however much they look like a heading."""

import pytest

from schemas.vocabulary import BlockKind as K
from transforms.lines import read_plain_text

ANSWER = "{}We closed it since the cranes were unsafe. The port paid for the report, and nobody else did."


def kinds(*lines: str) -> list[K]:
    return [block.kind for block in read_plain_text("\n\n".join(lines)).blocks]


@pytest.mark.parametrize(
    ("host", "host_again", "guest"),
    [
        pytest.param("KAMAU: ", "KAMAU: ", "HADDAD: ", id="last names in capitals"),
        pytest.param("Ruth Kamau: ", "Kamau: ", "Omar Haddad: ", id="a name in full, then its last part"),
        pytest.param("KAMAU (on camera): ", "KAMAU: ", "OMAR HADDAD, MINISTER: ", id="an aside, and an office"),
    ],
)
def test_a_question_with_a_label_is_no_heading(host: str, host_again: str, guest: str) -> None:
    lines = [f"{host}Why was the port closed?", ANSWER.format(guest), f"{host_again}Who paid for it?"]
    assert kinds("The port in Lund", *lines, ANSWER.format(guest)) == [K.TITLE, *[K.BODY] * 4]


@pytest.mark.parametrize(
    "label",
    [pytest.param("STAGE ONE: ", id="a kicker that comes back"), pytest.param("", id="no label")],
)
def test_headings_stay_headings(label: str) -> None:
    lines = [f"{label}Why the port closed", ANSWER.format(""), f"{label}Who paid for it", ANSWER.format("")]
    assert kinds("The port in Lund", ANSWER.format(""), *lines) == [K.TITLE, K.BODY, *[K.HEADING, K.BODY] * 2]


def test_who_speaks_once_between_turns_has_a_turn() -> None:
    lines = ["Ruth Kamau: The bridge is closed.", "Omar Haddad: For how long?", ANSWER.format("Ruth Kamau: ")]
    assert kinds("The port in Lund", ANSWER.format(""), *lines) == [K.TITLE, *[K.BODY] * 4]
