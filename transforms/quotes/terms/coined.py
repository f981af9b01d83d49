"""Words for something that nobody in particular says: 'known locally as "the Pot"', 'the word "dam" is missing'."""

import re
from functools import lru_cache

from transforms.quotes.grammar.lexicon import lexicon
from transforms.quotes.grammar.tagsets import VERBS
from transforms.quotes.terms.marked import NEAR, Marked

_LONGEST = 5
# What a town, trade or people calls so: "known locally as", "known in the industry as", "known to pilots as a".
_KNOWN_AS = re.compile(r"\bknown (?:\w+ly |(?:among|in|to) (?:[\w’']+ ){1,4})?as (?:an? |the )?$")
# What nobody in particular calls so: 'the right -- called a "veto" --', 'by what are termed "quiet hands"', 'they are
# often referred to as "quiet hands"'.
_TERMED = re.compile(
    r"(?:\b(?:is|are)(?: \w+)? (?=referred to as )|\bwhat (?:is|are|was|were) |"
    r"(?:[,(]|--|[\u2013\u2014]) ?)(?:also |commonly |often |sometimes |widely )?"
    r"(?:called|dubbed|known as|nicknamed|referred to as|termed) (?:an? |the )?$"
)
_BY = re.compile(r"[,.]?\W? by\b")
# What whoever writes calls so: 'those whom I call "crumbs," as', 'what we like to term "quiet hands"'.
_OWN_TERM = re.compile(
    r"\b(?:that|what|which|whom?) (?:I|we) (?:like to |might |may |would |will )?(?:call|dub|term) (?:an? |the )?$"
)
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
# What a word means: '“la mar” and “el mar”, both meaning “the sea”', 'which translates as “the sea”'
_MEANING = re.compile(
    r"\b(?:(?:both|literally|roughly|which) means?|(?:both |literally |roughly )?meaning"
    r"|translat(?:es|ed|ing) (?:roughly |literally )?(?:as|to)"
    r"|signifi(?:e|ent|ant)(?: littéralement)?|se tradui(?:t|sent) par) $"
)
_SOUND = re.compile(r"\([^\W\d_][^\W\d]*(?: [^\W\d]+){0,3}\.?\)\.?")  # "(CROSSTALK)", "(long applause)"
_RATED = re.compile(r"\b(?:(?:down|up)grade[ds]?|outlook|rate[ds]?|ratings?)\b[^.]*$", re.IGNORECASE)


def is_known_as(marked: Marked) -> bool:
    """Whether nobody in particular calls something so: "known locally as", ", often called", "what engineers call"."""
    if marked.length > _LONGEST:
        return False  # "known as “a man who never came back”" are somebody's words
    is_termed = _TERMED.search(marked.before) is not None and not _BY.match(marked.behind)
    of_a_trade = _of_a_trade(marked.lexicon.language)
    is_known = is_termed or bool(_KNOWN_AS.search(marked.before) or of_a_trade.search(marked.before))
    return is_known and not marked.is_called_by_somebody


@lru_cache(maxsize=4)
def _of_a_trade(language: str) -> re.Pattern[str]:
    """What stands before a term that a trade has: "economists call it a"."""
    trades = "|".join(sorted(lexicon(language).terms.trades)) or "(?!)"
    return re.compile(
        rf"\b(?:{trades}) (?:\w+ )?(?:(?:call|dub|term|refer to)(?: (?:it|this|these|such \w+|the \w+))?|speak of)"
        r"(?: as)?(?: an?| the)? $",
        re.IGNORECASE,
    )


def is_own(marked: Marked) -> bool:
    """Whether the marks hold a term of whoever writes: 'what I call "crumbs"'."""
    return _OWN_TERM.search(marked.before) is not None and marked.length <= _LONGEST


def is_sound(marked: Marked) -> bool:
    """Whether the marks hold only what is heard beside the words of a transcript: "(LAUGHTER)"."""
    return _SOUND.fullmatch(marked.inner) is not None


def is_of_words(marked: Marked) -> bool:
    """Whether a word is named, and nobody is told to have said it: 'the word "dam" is missing'."""
    if marked.length > _LONGEST:
        return False
    if _OFTEN.search(marked.before):
        return True
    return _WORD.search(marked.before) is not None and not _is_used(marked)


def _is_used(marked: Marked) -> bool:
    """Whether the verb above "the word" before the marks tells that somebody said it: 'he used the word "theft"'."""
    view, first = marked.view, marked.place.first
    word = next((t for t in range(first - 1, max(-1, first - NEAR), -1) if view.lemmas[t] in _WORDS), None)
    verb = None if word is None else next((t for t in view.above(word) if view.pos[t] in VERBS), None)
    if verb is None:
        return False
    says = view.lemmas[verb] in _USES or marked.lexicon.cues.share("VERB", view.lemmas[verb]).quoted >= _LEAST_SHARE
    is_done = not any(view.deps[t] == "neg" or view.lower[t] in {"never", "to"} for t in view.children[verb])
    return says and is_done


def is_meaning(marked: Marked) -> bool:
    """Whether the marks hold what a word means: 'which means "the sea"'."""
    return _MEANING.search(marked.before) is not None


def is_rating(marked: Marked) -> bool:
    """Whether the marks hold what shares are rated: ``cut its rating to "hold" from "buy"``."""
    is_rate = marked.inner.strip(".,").lower() in marked.lexicon.terms.ratings
    return is_rate and _RATED.search(marked.before) is not None
