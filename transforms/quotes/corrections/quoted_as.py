"""The speaker is who is quoted, not who quotes: '"...," the Harbour Post quoted Lind as saying'.

So it is with whoever a paper reports it "citing".
"""

from transforms.quotes.corrections.case import Case, exchanged
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.ranking import Scores

_QUOTES = frozenset({"cite", "quote"})
_CITING = frozenset({"citing", "quoting"})
_WITHIN = 4  # tokens from the end of a name to "as saying"


def with_quoted(case: Case, scores: Scores) -> Scores:
    """The scores, with those of whoever quotes and of whoever is quoted "as saying" it exchanged."""
    best = int(scores.argmax())
    quotes = case.options[best]
    if quotes.paragraph != case.at.paragraph:
        return scores
    verbs = {frame.cue for frame in quotes.frames if case.view.lemmas[frame.cue] in _QUOTES}
    citing = {child for frame in quotes.frames for child in case.view.children[frame.cue] if _cites(child, case.view)}
    if quotes.sort is Sort.PERSON:
        citing = set()  # "Fox said, quoting Lind," may say what he will
    others = [(i, option) for i, option in case.here if i != best]
    quoted = next((i for i, option in others if _is_quoted(option, verbs, case.view)), None)
    if quoted is None and citing:
        quoted = next((i for i, option in others if _is_cited(option, citing, case.view)), None)
    return scores if quoted is None else exchanged(scores, best, quoted)


def _is_quoted(option: Candidate, verbs: set[int], view: View) -> bool:
    """Whether somebody is the object of one of the verbs, and "as saying" stands behind."""
    behind = range(option.last, min(option.last + _WITHIN, len(view.words) - 1))
    says = any(view.lower[at] == "as" and view.tags[at + 1] == "VBG" for at in behind)
    return says and view.heads[option.head] in verbs and view.deps[option.head] == "dobj"


def _cites(token: int, view: View) -> bool:
    """Whether a participle tells from whom a report has it: "reported, citing Fox"."""
    return view.lower[token] in _CITING and view.deps[token] == "advcl"


def _is_cited(option: Candidate, citing: set[int], view: View) -> bool:
    is_object = view.heads[option.head] in citing and view.deps[option.head] == "dobj"
    return is_object and option.sort is Sort.PERSON
