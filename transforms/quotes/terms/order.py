"""Whether marks hold a term: all the rules by which they do, of which one is enough."""

from bisect import bisect_left
from collections.abc import Callable

from transforms.quotes.learned.questions import ArticleReading, Question
from transforms.quotes.terms import coined, nicknames, titles
from transforms.quotes.terms.marked import Marked, marked

TERMS: tuple[Callable[[Marked], bool], ...] = (
    nicknames.is_hashtag,  # "#HarbourLights"
    nicknames.is_nickname,  # Robert "Bobby" Tanner
    nicknames.is_called_which,  # a ticket called "ferryferry," which is sold
    nicknames.is_named_thing,  # "Moss Tea," a bitter tea, is sold
    coined.is_known_as,  # what engineers call "quiet hands"
    coined.is_of_words,  # the word "dam" is missing
    coined.is_own,  # what I call "crumbs"
    coined.is_sound,  # "(LAUGHTER)"
    coined.is_meaning,  # which means "the sea"
    coined.is_rating,  # cut its rating to "hold"
    titles.is_policy,  # the "bread before books" principle
    titles.is_category,  # won the prize in the "young baker" category
    titles.is_label,  # just tick "Ten Things to Know"
    titles.is_title,  # the film "Harbour Lights"
    titles.is_title_by_form,  # the song "Who knows?" was played
    titles.is_listed,  # starred in "Harbour Lights" and "The Long Pier"
)
_BESIDE = 5  # code points from the end of a term to its translation: its mark, a space, a parenthesis and a mark


def is_a_term(reading: ArticleReading, question: Question) -> bool:
    """Whether the marks hold a title, nickname, hashtag, rating or term, as their form and what stands beside tell."""
    own = marked(reading, question)
    return _is_term(own) or _is_gloss(reading, own)


def _is_term(own: Marked) -> bool:
    return any(is_one(own) for is_one in TERMS)


def _is_gloss(reading: ArticleReading, own: Marked) -> bool:
    """Whether the marks hold, in parentheses, what the title or term right before them means."""
    start = own.segment.start
    at = bisect_left(reading.questions, start, key=lambda other: other.segment.start)
    if not at or not own.before.endswith("("):
        return False
    before = reading.questions[at - 1]
    return start - before.segment.end <= _BESIDE and _is_term(marked(reading, before))
