"""The names that people ask to go by: "the officer, who asked to be called Mara", "who gave his name as Orlin"."""

import re

from transforms.names.forms.going_by import GOES_BY
from transforms.quotes.grammar.candidates import Candidate
from transforms.quotes.grammar.view import View

_BEFORE = re.compile(rf"who(?: \w+)? {GOES_BY}")
_LONGEST = 16  # words between a noun and the name


def goes_by(view: View, name: Candidate) -> int | None:
    """The noun for whoever goes by a name, by their own wish."""
    for who in range(max(1, name.first - _LONGEST), name.first):
        if view.lower[who] == "who" and _BEFORE.fullmatch(" ".join(view.lower[who : name.first])):
            clause = next((verb for verb in (who, *view.above(who)) if view.deps[verb] == "relcl"), None)
            noun = who - 1 - (view.words[who - 1] == ",") if clause is None else view.heads[clause]
            return noun if view.pos[noun] in {"NOUN", "NUM", "PRON"} else None
    return None
