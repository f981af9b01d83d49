"""Marks that hold a name or a term and no speech: a work (the film "Harbour Lights"), a nickname, a word of a trade."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from transforms.language import FRENCH
from transforms.marks import QUOTATION_MARKS
from transforms.quotes.grammar.lexicon import Lexicon, lexicon
from transforms.quotes.grammar.view import FINITE
from transforms.quotes.learned.questions import Question, Reading

_LONGEST_NICKNAME = 3
_LONGEST_TERM = 5
_BESIDE = 5  # code points from the end of a term to its translation: its mark, a space, a parenthesis and a mark
_AROUND = 60  # code points beside the marks that tell
_SO_CALLED = re.compile(r"\bso-called (?:\w+ )?$", re.IGNORECASE)
_NICKNAMED = re.compile(r"\b(?:known as|nicknamed) (?:the )?$")
# What a town, trade or people calls so: "known locally as", "known in the industry as", "known to pilots as a".
_KNOWN_AS = re.compile(r"\bknown (?:\w+ly |(?:among|in|to) (?:[\w’']+ ){1,4})?as (?:an? |the )?$")
# What nobody in particular calls so: 'the right -- called a "veto" --', 'by what are termed "quiet hands"'.
_TERMED = re.compile(
    r"(?:\bwhat (?:is|are|was|were) |(?:[,(]|--|[\u2013\u2014]) ?)(?:also |commonly |often |sometimes |widely )?"
    r"(?:called|dubbed|known as|nicknamed|referred to as|termed) (?:an? |the )?$"
)
# What whoever writes calls so: 'those whom I call "crumbs," as', 'what we like to term "quiet hands"'.
_OWN_TERM = re.compile(
    r"\b(?:that|what|which|whom?) (?:I|we) (?:like to |might |may |would |will )?(?:call|dub|term) (?:an? |the )?$"
)
# What stands on a page or a screen: 'just tick "Ten Things to Know."'
_LABEL = re.compile(r"\b(?:click|press|select|tap|tick)(?:ed|ing|s)? (?:on )?(?:the )?$")
_BY = re.compile(r"[,.]?\W? by\b")
# 'The word "dam" is missing', 'they prefer the term "barrier"' are of words; 'he used the word "theft"' tells his.
_WORD = re.compile(
    r"\b(?:(?:the|that|this) (?:[a-z]+ )?(?:word|term|adjective|adverb|noun|verb|pronoun|suffix|prefix)"
    r"|(?:words|terms|expressions|idioms) (?:like|such as)"
    # « Le mot « barrage » manque », "le terme de « barrage »"
    r"|(?:le|du|au|ce|les|des|aux|ces) (?:adjectif|mot|substantif|suffixe|terme|verbe|vocable)s?(?: de)?) $",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\boft(?:en)?-(?:cited|heard|quoted|repeated|used) $", re.IGNORECASE)
_WORDS = frozenset(
    {"adjective", "adverb", "expression", "idiom", "noun", "prefix", "pronoun", "suffix", "term", "verb", "word",
     "adjectif", "mot", "substantif", "suffixe", "terme", "verbe", "vocable"}
)  # fmt: skip
_USES = frozenset(
    {"choose", "employ", "invoke", "mention", "repeat", "say", "shout", "use", "utter", "write",
     "employer", "prononcer", "préférer", "refuser", "reprendre", "récuser", "répéter", "user", "utiliser"}
)  # fmt: skip
_LEAST_SHARE = 0.08  # of a verb that marks quotations, in 'answered with the word "no"'
_CALLS = frozenset({"called", "dubbed", "nicknamed", "termed"})
_NEAR_CALL = 5  # tokens between such a verb and the words in marks, which may be typed twice
# 'Tanner called her "Lazy Bones" and "Old News"' are his words, however much they look like titles.
_CALLING = re.compile(r"\b(?:call|dub|label|nicknam)\w*\b[^.;:]*$|\bas (?:an? |the )?$")
_ENTITLED = re.compile(
    r"\b(?:(?:titled|entitled)(?:[,:]| (?:the|his|her|its|their) \w+)?|(?:on|under) the theme|the theme of"
    r"|(?:stands|stood|short) for) $",
    re.IGNORECASE,
)
_BEFORE_WORK = re.compile(
    r"\s(?:section|segment|series|programme|program|column|podcast|album|exhibition|franchise|screening|trilogy)\b"
)
# What a policy or an affair is called: 'the “bread before books” principle', 'its “open barn” policy'.
_BEFORE_POLICY = re.compile(
    r" (?:affair|allegations|campaign|doctrine|formula|framework|initiative|policy|principle|scandal|scheme|strategy)\b"
)
_DETERMINED = re.compile(r"\b(?:an?|its|the|their|this) $", re.IGNORECASE)
_NAMES_POLICY = frozenset({"NOUN", "PROPN", "VERB"})  # of its last word; 'the "failed" policy' is somebody's view
_MARKED_TITLE = r"[“\"]([A-Z][\w’']*(?: [\w’'&]+)* [A-Z][\w’']*),?[”\"]"
_TITLE_BEFORE = re.compile(rf"{_MARKED_TITLE},?(?: and)? $")
_TITLE_BEHIND = re.compile(rf"[”\"],?(?: and)? {_MARKED_TITLE}")
# What a title of any form stands behind: "Fox’s song “who knows?” was played", "they listened to “My Blue Boat”".
_SUNG = re.compile(r"\b(?:song|hymn|ballad|anthem)s? $", re.IGNORECASE)
_LISTENED = re.compile(r"\b(?:danc|listen)(?:e|ed|es|ing|s)? (?:along )?to $", re.IGNORECASE)
_PERFORMED = re.compile(r"\bperform(?:ed|ing|s)? $", re.IGNORECASE)
_SAID_TO = re.compile(r" (?:is|are|was|were) (?:believed|expected|reported|said|set|thought) to\b")
# 'won first prize in the “young baker” category'; what somebody puts others in is his word: 'the “liars” category'
_WON = re.compile(r"\b(?:award|compet|contest|honou?r|nominat|prize|w[io]n)[^.]*\bin (?:an?|the) $", re.IGNORECASE)
_CATEGORY = re.compile(r" (?:category|class|division|section)\b")
_WRITTEN_IN = re.compile(r"(?:^|[.!?\n][\"\u201d]? ?)In $")
_MADE_PUBLIC = re.compile(r",? (?:aired|broadcast|printed|published|released|which appeared)\b")
_LONGEST_TITLE = 8
# 'a ticket called "ferryferry," which': the comma tells that the name alone is set in marks
_CALLED = re.compile(r"\bcalled $")
_WHICH = re.compile(r" (?:which|where|whose)\b")
# What a word means: '“la mar” and “el mar”, both meaning “the sea”', 'which translates as “the sea”'
_MEANING = re.compile(
    r"\b(?:(?:both|literally|roughly|which) means?|(?:both |literally |roughly )?meaning"
    r"|translat(?:es|ed|ing) (?:roughly |literally )?(?:as|to)"
    r"|signifi(?:e|ent|ant)(?: littéralement)?|se tradui(?:t|sent) par) $"
)
_RATED = re.compile(r"\b(?:(?:down|up)grade[ds]?|outlook|rate[ds]?|ratings?)\b[^.]*$", re.IGNORECASE)
_GIVEN_NAME = re.compile(r"(?:^|[\s(])[A-Z][\w.]*\s$")
_FAMILY_NAME = re.compile(r"\s[A-Z]\w")
_HASHTAG = re.compile(r"#\w+[.,]?")
_SMALL = re.compile(r"[a-zà-ÿ]")
_ENDS = frozenset(".,?!…")


class _Words(NamedTuple):
    """What may stand before the marks, in one language."""

    work: re.Pattern[str]
    called: re.Pattern[str]
    of_a_trade: re.Pattern[str]
    has_small_titles: bool
    """Whether titles have a capital at their beginning only, as in French."""


class _Marked(NamedTuple):
    """A segment, with what stands right before and behind its marks."""

    before: str
    inner: str
    behind: str


def is_a_term(reading: Reading, question: Question) -> bool:
    """Whether the marks hold a title, nickname, hashtag, rating or term, as their form and what stands beside tell."""
    return _is_term(reading, question) or _is_gloss(reading, question)


def _is_term(reading: Reading, question: Question) -> bool:
    text, known, language = reading.text, reading.lexicon, reading.lexicon.language
    marked = _marked(text, question)
    return (
        _HASHTAG.fullmatch(marked.inner) is not None
        or _is_nickname(marked)
        or (_is_known_as(marked, _words(language)) and not _is_called_by_somebody(reading, question))
        or _is_of_words(marked, reading, question, known)
        or _is_rating(marked, known)
        or _is_policy(marked, reading, question)
        or (_CATEGORY.match(marked.behind) is not None and _WON.search(marked.before) is not None)
        or _is_named_thing(marked, reading, question)
        or _is_title(marked, _words(language))
        or _is_title_by_form(marked, _words(language))
        or (_is_called_which(marked) and not _is_called_by_somebody(reading, question))
        or _MEANING.search(marked.before) is not None
        or _is_own_or_label(marked)
        or _is_listed(text, question)
    )


@lru_cache(maxsize=4)
def _words(language: str) -> _Words:
    works, trades = ("|".join(sorted(words)) or "(?!)" for words in (lexicon(language).works, lexicon(language).trades))
    return _Words(
        re.compile(rf"\b(?:{works})s?,? $", re.IGNORECASE),
        re.compile(rf"\b(?:{works}|centre|center|company|firm|group|initiative|project|website) called (?:the )?$"),
        re.compile(
            rf"\b(?:{trades}) (?:\w+ )?(?:(?:call|dub|term|refer to)(?: (?:it|this|these|such \w+|the \w+))?|speak of)"
            r"(?: as)?(?: an?| the)? $",
            re.IGNORECASE,
        ),
        language == FRENCH,
    )


def _marked(text: str, question: Question) -> _Marked:
    segment = question.segment
    before, behind = text[max(0, segment.start - _AROUND) : segment.start], text[segment.end : segment.end + _AROUND]
    if before.rstrip().endswith("«"):  # which a space follows
        before = before.rstrip()
    if behind.lstrip().startswith("»"):
        behind = behind.lstrip()
    return _Marked(before.rstrip(QUOTATION_MARKS), text[segment.start : segment.end], behind.lstrip(QUOTATION_MARKS))


def _is_nickname(marked: _Marked) -> bool:
    """Whether the marks stand inside a name, as in ``Robert "Bobby" Tanner``, or hold one: ``known as "Old Lady"``."""
    before, inner, behind = marked
    words = inner.split()
    if len(words) > _LONGEST_NICKNAME:
        return False
    if _SO_CALLED.search(before) or (inner[0].isupper() and _NICKNAMED.search(before)):
        return True
    is_inside = bool(_GIVEN_NAME.search(before) and _FAMILY_NAME.match(behind))
    return is_inside and inner[-1].isalnum() and (inner[0].isupper() or len(words) == 1)


def _is_known_as(marked: _Marked, words: _Words) -> bool:
    """Whether nobody in particular calls something so: "known locally as", ", often called", "what engineers call"."""
    if len(marked.inner.split()) > _LONGEST_TERM:
        return False  # "known as “a man who never came back”" are somebody's words
    if _KNOWN_AS.search(marked.before) or words.of_a_trade.search(marked.before):
        return True
    return _TERMED.search(marked.before) is not None and not _BY.match(marked.behind)


def _is_own_or_label(marked: _Marked) -> bool:
    """Whether the marks hold a term of whoever writes, or what is printed on a page to be clicked."""
    is_own = _OWN_TERM.search(marked.before) is not None and len(marked.inner.split()) <= _LONGEST_TERM
    return is_own or (_LABEL.search(marked.before) is not None and _has_capitals(marked.inner))


def _is_called_by_somebody(reading: Reading, question: Question) -> bool:
    """Whether the verb before the marks has a subject: 'which its chairman, Tom Tanner, called "a farce"'."""
    view, first = reading.views[question.place.paragraph], question.place.first
    calls = [t for t in range(max(0, first - _NEAR_CALL), first) if view.lower[t] in _CALLS]
    return any(view.deps[child] == "nsubj" for call in calls for child in view.children[call])


def _is_of_words(marked: _Marked, reading: Reading, question: Question, known: Lexicon) -> bool:
    """Whether a word is named, and nobody is told to have said it: 'the word "dam" is missing'."""
    if len(marked.inner.split()) > _LONGEST_TERM:
        return False
    if _OFTEN.search(marked.before):
        return True
    return _WORD.search(marked.before) is not None and not _is_used(reading, question, known)


def _is_used(reading: Reading, question: Question, known: Lexicon) -> bool:
    """Whether the verb above "the word" before the marks tells that somebody said it: 'he used the word "theft"'."""
    view, first = reading.views[question.place.paragraph], question.place.first
    word = next((t for t in range(first - 1, max(-1, first - _NEAR_CALL), -1) if view.lemmas[t] in _WORDS), None)
    verb = None if word is None else next((t for t in view.above(word) if view.pos[t] in {"AUX", "VERB"}), None)
    if verb is None:
        return False
    says = view.lemmas[verb] in _USES or known.share("VERB", view.lemmas[verb])[1] >= _LEAST_SHARE
    is_done = not any(view.deps[t] == "neg" or view.lower[t] in {"never", "to"} for t in view.children[verb])
    return says and is_done


def _is_rating(marked: _Marked, known: Lexicon) -> bool:
    """Whether the marks hold what shares are rated: ``cut its rating to "hold" from "buy"``."""
    return marked.inner.strip(".,").lower() in known.ratings and _RATED.search(marked.before) is not None


def _is_policy(marked: _Marked, reading: Reading, question: Question) -> bool:
    """Whether the marks hold what a policy or an affair is called."""
    is_beside = _BEFORE_POLICY.match(marked.behind) and _DETERMINED.search(marked.before)
    if not is_beside or len(marked.inner.split()) > _LONGEST_TERM or marked.inner[-1] == ",":
        return False
    view = reading.views[question.place.paragraph]
    last = next((t for t in range(question.place.last - 1, -1, -1) if view.words[t][0].isalnum()), question.place.first)
    return view.pos[last] in _NAMES_POLICY


def _is_title(marked: _Marked, words: _Words) -> bool:
    """Whether what stands beside tells a title: "entitled", "a film called", "the film", "... section"."""
    before, inner, behind = marked
    if _ENTITLED.search(before) or words.called.search(before):
        return True
    if _BEFORE_WORK.match(behind) and inner[-1] not in _ENDS:
        return True
    if words.has_small_titles:  # and groups: "selon le collectif, « Rien ne va »"
        is_title = inner[0].isupper() and len(inner.split()) <= _LONGEST_TITLE and "," not in before[-2:]
        return is_title and words.work.search(before) is not None
    return _has_capitals(inner) and words.work.search(before) is not None


def _is_title_by_form(marked: _Marked, words: _Words) -> bool:
    """Whether what stands beside tells a title that may end small: "the song", "listened to", "In ...,"."""
    before, inner, behind = marked
    is_long = len(inner.split()) > _LONGEST_TITLE
    if _MADE_PUBLIC.match(behind) and words.work.search(before):
        return True
    if is_long or _SMALL.match(inner):
        return False
    return (
        _SUNG.search(before) is not None
        or _LISTENED.search(before) is not None
        or (inner[-1] == "," and _WRITTEN_IN.search(before) is not None)
        or (" " in inner and _has_capitals(inner) and _is_shown(before, behind))
    )


def _is_shown(before: str, behind: str) -> bool:
    """Whether marked words are what somebody performs, or what "is said to" do something."""
    return _PERFORMED.search(before) is not None or _SAID_TO.match(behind) is not None


def _is_named_thing(marked: _Marked, reading: Reading, question: Question) -> bool:
    """Whether the marks hold a name that an apposition and its verb follow: '"Moss Tea," a bitter tea, is sold ...'.

    But '"Moss Tea," the baker said, is sold' and '"Moss Tea," a baker, Ada Lind, said' tell who says so.
    """
    if marked.inner[-1] != "," or len(marked.inner.split()) > _LONGEST_NICKNAME or not _has_capitals(marked.inner):
        return False
    view = reading.views[question.place.paragraph]
    sentence = view.sentence_of(question.place.first)
    behind = [t for t in sentence if t >= question.place.last and view.words[t][0] not in QUOTATION_MARKS]
    comma = next((i for i, t in enumerate(behind) if i and view.words[t] == ","), len(behind))
    apposition, rest = behind[:comma], behind[comma + 1 :]
    is_noun = any(view.pos[t] == "NOUN" for t in apposition) and not any(view.tags[t] in FINITE for t in apposition)
    return is_noun and bool(rest) and view.pos[rest[0]] == "AUX" and view.tags[rest[0]] in FINITE


def _is_called_which(marked: _Marked) -> bool:
    """Whether the marks hold what something is called, and a comma of the writer's: 'called "ferryferry," which'."""
    is_short = len(marked.inner.split()) <= _LONGEST_NICKNAME
    return is_short and marked.inner[-1] == "," and bool(_CALLED.search(marked.before) and _WHICH.match(marked.behind))


def _is_gloss(reading: Reading, question: Question) -> bool:
    """Whether the marks hold, in parentheses, what the title or term right before them means."""
    start = question.segment.start
    if not _marked(reading.text, question).before.endswith("("):
        return False
    at = bisect_left(reading.questions, start, key=lambda other: other.segment.start)
    before = reading.questions[at - 1] if at else None
    return before is not None and start - before.segment.end <= _BESIDE and _is_term(reading, before)


def _is_listed(text: str, question: Question) -> bool:
    """Whether a title stands next to another: ``starred in "Harbour Lights" and "The Long Pier"``."""
    start, end = question.segment.start, question.segment.end
    before = text[max(0, start - 2 * _AROUND) : start].rstrip(QUOTATION_MARKS)
    behind = text[end : end + _AROUND]
    is_beside = _TITLE_BEHIND.match(behind) is not None
    while (title := _TITLE_BEFORE.search(before)) is not None:
        before, is_beside = before[: title.start()].rstrip(QUOTATION_MARKS), True
    return is_beside and _has_capitals(text[start:end]) and not _CALLING.search(before)


def _has_capitals(inner: str) -> bool:
    """Whether neither the first nor the last word begins with a small letter."""
    words = inner.split()
    return not _SMALL.match(words[0]) and not _SMALL.match(words[-1])
