"""The names that people ask to go by: "the officer, who asked to be called Mara", "who gave his name as Orlin"."""

import re

from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.view import View

_ONLY = r"(?: (?:only|just|simply|merely))?"
_HIS_NAME = r" (?:his|her|their|a|one)(?: (?:first|given|middle|last|family|short))? name"
_ASKED = rf"(?:asked|wanted|agreed|preferred|wished|requested) to be (?:called|named|known|identified|quoted){_ONLY}"
_GAVE = rf"(?:gave|gives|would give|offered|provided){_ONLY}{_HIS_NAME}{_ONLY}(?: ,| as)"
_HIMSELF = "(?:himself|herself|themselves|themself)"
_CALLED_HIMSELF = rf"(?:(?:identified|introduced|named) {_HIMSELF}{_ONLY} as|(?:calls|called) {_HIMSELF})"
_GOES_BY = r"goes by(?: the name)?(?: of)?"
_BEFORE = re.compile(
    rf"who(?: \w+)? (?:{_ASKED}(?: as| by)?(?:{_HIS_NAME}{_ONLY} ,)?|{_GAVE}|{_CALLED_HIMSELF}|{_GOES_BY})"
)
_LONGEST = 16  # words between a noun and the name


def goes_by(view: View, name: Candidate) -> int | None:
    """The noun for whoever goes by a name, by their own wish."""
    for who in range(max(1, name.first - _LONGEST), name.first):
        if view.lower[who] == "who" and _BEFORE.fullmatch(" ".join(view.lower[who : name.first])):
            clause = next((verb for verb in (who, *view.above(who)) if view.deps[verb] == "relcl"), None)
            noun = who - 1 - (view.words[who - 1] == ",") if clause is None else view.heads[clause]
            return noun if view.pos[noun] in {"NOUN", "NUM", "PRON"} else None
    return None
