"""How a text tells by what name somebody goes: "who asked to be called", "gave her name only as", "known as"."""

import re

_ONLY = r"(?: (?:only|just|simply|merely))?"
_COMMA = r" ?,"
_PART = "(?:first|given|middle|last|family|short)"
_WHOSE = rf"(?:his|her|their|a|one)(?: {_PART})? (?:name|surname)"
_OWN = rf"(?:(?:his|her) name|(?:his|her|their) (?:{_PART} name|surname))"  # "their name" is a band's as well
_PSEUDONYM = "(?:the|a) (?:alias|pseudonym)"
_USED = (
    r"(?:(?:ask|prefer|request|want|wish)\w* to (?:be|remain|stay) anonymous and )?"
    rf"(?:go(?:es|ing)? by|us(?:es|ed|ing)) {_PSEUDONYM}"
)
_ASKED = (
    r"(?:(?:ask|want|prefer|agree|request)(?:s|ed|ing)?|preferred|agreed|wish(?:es|ed|ing)?) "
    rf"to be (?:called|named|known|identified|quoted|referred to){_ONLY}(?: as| by)?"
    rf"(?: {_WHOSE}{_ONLY}{_COMMA}| {_PSEUDONYM})?"
)
_GAVE = rf"(?:(?:gave|gives|giving|would give|offered|provided){_ONLY} {_WHOSE}|{_OWN}){_ONLY}(?:{_COMMA}| as)"
_HIMSELF = "(?:himself|herself|themselves|themself)"
_CALLS = "(?:calls|called)"
_CALLED_HIMSELF = rf"(?:(?:identified|introduced|named) {_HIMSELF}{_ONLY} as|{_CALLS} {_HIMSELF})"
GOES_BY = rf"(?:{_ASKED}|{_USED}|{_GAVE}|{_CALLED_HIMSELF}|goes by(?: the name)?(?: of)?)"
"""A pattern for the words before such a name, as printed or as tokens with a space between them."""

IN_GOES_BY = frozenset(
    {"alias", "called", "calls", "goes by", "identified", "introduced", "known", "name", "pseudonym", "quoted"}
    | {"referred to"}
)
"""A word of every such pattern: a text without any has no need to be looked through."""

GOES_BY_NAME = re.compile(rf"\b{GOES_BY}$")

KNOWN_AS = re.compile(rf"known as|(?:goes|went) by|{_CALLS} (?:himself|herself)")
"""Two words between a full name and another one of the same person. A wish to be called so may be somebody else's."""
