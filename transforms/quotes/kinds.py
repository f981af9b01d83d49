"""Whether words between marks are a sentence of their own or a part of the writer's sentence, by what stands beside.

Their form alone misleads: '"We left" to save the goats, Haddad said' begins like a sentence, 'Haddad said: "we left."'
does not.
"""

import re

from schemas.vocabulary import QuoteKind
from transforms.marks import MARKS_BEFORE, QUOTATION_MARKS
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import FINITE
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import ArticleReading, Question

_AROUND = 40  # code points before the marks that tell
_ENDS = frozenset(".,;:?!\u2026-\u2013\u2014")
_CALLS = frozenset({"!", "?"})  # what ends a shout, whatever stands before it
# What a sentence cannot stand behind: 'its "Iron Gate."', 'what he deemed "Peace at Sea,"'.
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:an?|the|its|his|her|their|our|my"
    r"|(?:call|deem|dub|label|term)(?:ed|s|ing)?(?: (?:it|him|her|them))?)[ \u00a0]$",
    re.IGNORECASE,
)
_SOURCES = frozenset({"according", "per"})
# What a sentence that begins with a number goes on from: 'More than “300 of those boats went down.”'
_COUNTS = re.compile(
    r"(?:^|\s)(?:about|almost|around|at least|fewer than|less than|more than|nearly|over|some|than)[ \u00a0]$",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[.!?\u2026] [\"\u201c]?[A-Z]")
_FEWEST = 6  # words of a sentence right behind its cue; fewer may be a name
_FULL_STOPS = frozenset(".!?\u2026")
_LEADS_TO = frozenset({",", ":"})
_NEAR = 4  # tokens between a cue and the comma or colon behind it: "I told the whole crew:"
_LEAST_SHARE = 0.2  # of a cue that marks quotations often enough
_SUBJECTS = frozenset({"expl", "nsubj", "nsubjpass"})
_JOINS = frozenset({"ADP", "AUX", "CCONJ", "PART", "PUNCT", "SCONJ", "VERB"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def kind_of(reading: ArticleReading, question: Question) -> QuoteKind:
    """Direct for a sentence of its own, partial for words of the writer's sentence."""
    at = question.place
    view, words = reading.views[at.paragraph], reading.lexicon
    if view.paragraph.origin[at.first] < 0:  # it begins as a sentence does
        is_sentence = not (_leads_on(reading.text, question, view) or _goes_on(reading.text, question, view, words))
    else:
        is_sentence = _is_said_whole(reading.text, question, view, words) or _is_right_behind_cue(
            reading.text, question, view, words
        )
    return QuoteKind.DIRECT if is_sentence else QuoteKind.PARTIAL


def _leads_on(text: str, question: Question, view: View) -> bool:
    """Whether the words before the marks need those within: 'its "Iron Gate."'."""
    segment = question.segment
    before = text[max(view.paragraph.start, segment.start - _AROUND) : segment.start].rstrip(MARKS_BEFORE)
    is_count = text[segment.start].isdigit() and _COUNTS.search(before) is not None
    return segment.opens and text[segment.end - 1] not in _CALLS and (is_count or _LEADS_ON.search(before) is not None)


def _goes_on(text: str, question: Question, view: View, words: Lexicon) -> bool:
    """Whether the writer's sentence goes on behind the marks without a pause: '"We left" to save the goats'."""
    segment = question.segment
    if not segment.closes or text[segment.end - 1] in _ENDS or not text[segment.end - 1].isalnum():
        return False
    behind = next((t for t in range(question.place.last, len(view.words)) if view.words[t][0].isalnum()), None)
    if behind is None or text[segment.end : view.starts[behind]].strip(QUOTATION_MARKS + " \u00a0"):
        return False
    is_joined = (
        view.pos[behind] == "ADP"
        or (view.pos[behind] == "PART" and view.lower[behind] == "to")
        or (view.tags[behind] == "VBG" and words.cues.share("VERB", view.lemmas[behind]).quoted < _LEAST_SHARE)
    )
    return is_joined and view.words[behind].islower() and view.lower[behind] not in _SOURCES


def _is_said_whole(text: str, question: Question, view: View, words: Lexicon) -> bool:
    """Whether a cue, a comma or colon and a whole clause follow each other: 'Haddad said: "we left."'."""
    at, segment = question.place, question.segment
    before = next((t for t in range(at.first - 1, -1, -1) if view.words[t][0] not in QUOTATION_MARKS), None)
    if before is None or view.words[before] not in _LEADS_TO or text[segment.end - 1] not in _ENDS:
        return False
    is_cued = any(
        view.inside[t] is None and words.cues.share(view.pos[t], view.lemmas[t]).quoted >= _LEAST_SHARE
        for t in range(max(0, before - _NEAR), before)
        if view.sentences[t] == view.sentences[before]
    )
    return is_cued and _is_clause(view, at.first, at.last)


def _is_right_behind_cue(text: str, question: Question, view: View, words: Lexicon) -> bool:
    """Whether a verb of speech and a whole sentence follow each other without a comma: 'Haddad said “We left”.'."""
    at, segment = question.place, question.segment
    inner = text[segment.start : segment.end]
    before = next((t for t in range(at.first - 1, -1, -1) if view.words[t][0] not in QUOTATION_MARKS), None)
    if before is None or not inner[0].isupper() or len(inner.split()) < _FEWEST or not segment.opens:
        return False
    is_cued = view.pos[before] == "VERB" and words.cues.share("VERB", view.lemmas[before]).quoted >= _LEAST_SHARE
    if not is_cued or sum(word[0].isupper() for word in inner.split()) * 2 > len(inner.split()):
        return False
    behind = text[segment.end : view.paragraph.start + len(view.paragraph.text)].lstrip(QUOTATION_MARKS + " \u00a0")
    is_at_end = not behind or behind[0] in _FULL_STOPS or behind[0] == "\n"
    has_verb = any(view.tags[t] in FINITE for t in range(at.first, at.last))
    return is_at_end and (has_verb or _BREAKS.search(inner) is not None)


def _is_clause(view: View, first: int, last: int) -> bool:
    """Whether tokens begin with a subject that has a finite verb among them."""
    if view.pos[first] in _JOINS or view.tags[first] in _RELATIVE:
        return False
    subject = next((t for t in range(first, last) if view.deps[t] in _SUBJECTS), None)
    if subject is None or not first <= view.heads[subject] < last:
        return False
    verb = view.heads[subject]
    return any(view.tags[t] in FINITE for t in (verb, *view.children[verb]) if first <= t < last)
