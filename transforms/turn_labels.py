"""The label before a turn of a transcript, told by form: ``KAMAU:``, ``KAMAU (on camera):``, ``RUTH KAMAU, HOST:``.

Broadcasters print a person's office once, behind a comma in capitals; records of conference calls print it behind a
dash. Whether a text holds a transcript at all is not asked here.
"""

import re
from dataclasses import dataclass

_NAME = r"(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4})"
_ASIDE = r"(?:\s?\([^()\n]{1,40}\))?"  # "(on camera)", "(through a translator)", "(D-LU)"
_OFFICE = r"(?P<office>,\s[^.:!?\"“”\n]{2,80}|(?:\s(?:--|[-–—])\s[^.:!?\"“”\n]{2,60}){1,2})?"
_LABEL = re.compile(rf"\s*[\"“]?{_NAME}{_ASIDE}{_OFFICE}{_ASIDE}\s?:\s+(?=\S)")
_LONE = re.compile(rf"\s*{_NAME}(?P<office>(?:\s(?:--|[-–—])\s[^.:!?\"“”\n]{{2,60}}){{0,2}})\s*")
_NOTE = re.compile(r"\s*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])[\s.]*")


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """A label, as offsets in its paragraph: the name is ``text[start:end]``, and what is said begins at ``said``.

    ``has_prose`` tells of an office in small letters, which any clause may look like: "On Monday, he said:".
    """

    name: str
    start: int
    end: int
    said: int
    has_prose: bool = False


def turn_label(text: str) -> TurnLabel | None:
    """What may be the label that a paragraph opens with; None where there is none."""
    label = _LABEL.match(text)
    if label is None:
        return None
    name, office = label["name"], label["office"] or ""
    has_prose = bool(office) and not (name.isupper() and office.isupper())
    if has_prose and " " not in name:
        return None
    return TurnLabel(name, label.start("name"), label.end("name"), label.end(), has_prose)


def lone_label(text: str) -> TurnLabel | None:
    """A paragraph that may be the label of those below it: "Operator", "Ada Lind -- Chief Executive"; None if it isn't.

    ``has_prose`` tells whether an office follows the name.
    """
    label = _LONE.fullmatch(text)
    if label is None:
        return None
    return TurnLabel(label["name"], label.start("name"), label.end("name"), len(text), bool(label["office"]))


def is_stage_note(text: str) -> bool:
    """Whether a paragraph is a note of whoever wrote a transcript down: "(CROSSTALK)", "[20:05:00]"."""
    return bool(_NOTE.fullmatch(text))
