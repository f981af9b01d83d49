"""The head of an article: where its title is, and whether the line below it is a dek."""

import re
from collections.abc import Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from schemas.vocabulary import BlockKind
from transforms.dates.date_lines import is_date_line
from transforms.lines import byline_lines
from transforms.lines.dateline import find_dateline, is_place_and_day
from transforms.lines.kickers import is_kicker, stands_above
from transforms.lines.menus import below_menu
from transforms.lines.name_lines import is_name_line
from transforms.lines.units import Unit
from transforms.lines.wording import PACKAGE, ends_sentence, sentences
from transforms.wordlists import word_set

_MAX_TITLE = 220
_MAX_DEK = 400
_SHORT_TITLE = 120
_FEW_WORDS, _MANY_WORDS = 3, 18
_HEAD_UNITS = 12
_ARTICLES = frozenset({"a", "an", "the", "la", "le", "les", "un", "une"})
_MAX_HEADLINE_LINES, _MAX_HEADLINE_LINE = 4, 80  # lines of one headline; letters of each
_SIGNED_WITHIN = 3  # units below a headline: dek, byline, date
_THRESHOLD = 1.0
# Headlines say "says", and they do not say on which day.
_PROSE = re.compile(r"\b(?:said|told|added)\b|\bon\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
TITLE_LABEL = re.compile(r"^(?:(?:title|headline|subject|titre|titel)\s*:\s*|#\s+)(?=\S)", re.IGNORECASE)


def join_headline(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The paragraphs of a text whose first lines are one headline if a sentence plainly goes on over their ends.

    What follows stands apart, or says by whom or when: else they are the first lines of a text or of a poem.
    """
    first = next((i for i, unit in enumerate(units[:_HEAD_UNITS]) if any(map(str.isalpha, unit.text))), 0)
    end = first + 1
    while end < min(len(units), first + _MAX_HEADLINE_LINES) and _headline_goes_on(units[end - 1], units[end]):
        end += 1
    lines = units[first:end]
    text = " ".join(unit.text for unit in lines)
    if len(lines) == 1 or end == len(units) or not _ends_headline(text, units[end]):
        return units
    joined = Unit(lines[0].start, lines[-1].end, text, lines[0].gap, sum(unit.lines for unit in lines))
    return (*units[:first], joined, *units[end:])


def _headline_goes_on(line: Unit, below: Unit) -> bool:
    if below.gap or len(line.text) > _MAX_HEADLINE_LINE or len(below.text) > _MAX_HEADLINE_LINE:
        return False
    if not line.text[-1].isalnum() or ends_sentence(below.text) or byline_lines.is_byline(below.text):
        return False
    if _ADDRESS.match(below.text):
        return False  # that of the page, as it is copied with its headline
    words, more = line.text.casefold().split(), below.text.casefold().split()
    if len(words) < _FEW_WORDS or line.text.isupper() is not below.text.isupper():
        return False
    leads = word_set(PACKAGE, "words/goes_on.txt")
    ends_open = words[-1] in leads or words[-1] in _ARTICLES
    in_capitals = line.text.isupper() and more[0] in leads and len(more) >= _FEW_WORDS
    return below.text[0].islower() or in_capitals or ends_open


def _ends_headline(headline: str, below: Unit) -> bool:
    in_other_letters = headline.isupper() and not below.text.isupper()
    return below.gap > 0 or in_other_letters or _says_by_whom_or_when(below.text)


def _says_by_whom_or_when(text: str) -> bool:
    return is_date_line(text) or byline_lines.is_byline(text) or is_name_line(text) or is_place_and_day(text)


def find_title(units: Sequence[Unit], kinds: Sequence[BlockKind | None], url: str | None) -> int | None:
    """Index of the headline, None if the text starts with its first paragraph.

    The candidate is the first unit without a role. Evidence for a headline: short, no full stop, blank line below,
    date or byline below, words shared with the address. Against: it reads like a paragraph.
    """
    candidates = [i for i in range(min(len(units), _HEAD_UNITS)) if kinds[i] is None]
    if not candidates or (len(candidates) == 1 and len(units) == 1):
        return None
    first = candidates[0]
    headline = below_menu(units, kinds) or _below_the_page(units, kinds, candidates)
    if headline != first and _score(units, kinds, headline, url) >= _THRESHOLD:
        return headline
    if url and is_name_line(units[first].text) and not _slug_overlap(url, units[first].text):
        return None  # under an address without a headline, a name is a byline
    return first if _score(units, kinds, first, url) >= _THRESHOLD else None


def _below_the_page(units: Sequence[Unit], kinds: Sequence[BlockKind | None], candidates: Sequence[int]) -> int:
    """The first candidate above which there are only lines of the page: sections, a masthead, a kicker."""
    for index, below in pairwise(candidates):
        line, following = units[index].text, units[below].text
        signed = not {BlockKind.DATE, BlockKind.BYLINE}.isdisjoint(kinds[below + 1 : below + 1 + _SIGNED_WITHIN])
        if not stands_above(line, following) and not (signed and is_kicker(line, following)):
            return index
    return candidates[-1]


def _score(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int, url: str | None) -> float:
    text = units[index].text
    dateline = find_dateline(text)
    if len(text) > _MAX_TITLE or (dateline and _goes_on(text, dateline)):
        return -1.0
    return _wording(text, has_url=url is not None) + _address(text, url) + _surroundings(units, kinds, index)


def _is_title_case(text: str) -> bool:
    """Nearly all of its longer words are capitalised, as in headlines of the United States."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]  # noqa: PLR2004
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.85 * len(longer)  # noqa: PLR2004


def _goes_on(text: str, dateline: str) -> bool:
    """True if a dash and a sentence's worth of words follow the dateline; after a colon a headline may go on."""
    rest = text[len(dateline) :].lstrip()
    return not rest.startswith(":") and (ends_sentence(rest) or len(rest.split()) > _MANY_WORDS // 2)


def _wording(text: str, *, has_url: bool) -> float:
    words = len(text.split())
    score = 0.5 if len(text) <= _SHORT_TITLE else -0.5
    score += 0.5 if words >= _FEW_WORDS else -1.0
    if TITLE_LABEL.match(text):
        score += 3.0
    if _is_title_case(text):
        score += 1.5
    elif text.endswith(".") and _PROSE.search(text):
        score -= 2.0
    if not ends_sentence(text):
        score += 1.5
    elif text.endswith(("?", "!")):
        score += 0.5
    else:
        # A full stop is what a paragraph has; a headline may have one where nothing stands above it.
        score -= 0.5 if words <= _MANY_WORDS and not has_url else 2.0
    if sentences(text) > 2:  # noqa: PLR2004
        score -= 1.0
    if text[:1].islower():
        score -= 1.5
    if text[:1].islower() or text.rstrip("\"”’'").endswith((",", ";", ":")):
        score -= 1.5
    return score


def _address(text: str, url: str | None) -> float:
    overlap = _slug_overlap(url, text) if url else None
    if overlap is None:
        return 0.0
    if overlap >= 0.6:  # noqa: PLR2004
        return 1.0 if ends_sentence(text) else 2.0
    return -1.0 if overlap < 0.35 and len(text.split()) > 8 else 0.0  # noqa: PLR2004


def _surroundings(units: Sequence[Unit], kinds: Sequence[BlockKind | None], index: int) -> float:
    score = 0.5 if index == 0 else 0.0
    below = index + 1
    if below < len(units):
        score += 1.0 if kinds[below] in {BlockKind.DATE, BlockKind.BYLINE} else 0.0
        score += 0.5 if units[below].gap else 0.0
        score += 0.25 if len(units[below].text) > 1.6 * len(units[index].text) else 0.0
    return score


def _slug_overlap(url: str, text: str) -> float | None:
    """Share of the words of the address's last readable part that stand in the text; None if it has none."""
    parts = [part for part in urlsplit(url).path.split("/") if part.count("-") >= 2 or part.count("_") >= 2]  # noqa: PLR2004
    if not parts:
        return None
    slug = max(parts, key=len).rsplit(".", 1)[0].casefold()
    words = {word for word in re.split(r"[-_+]", slug) if word.isalpha() and len(word) > 2}  # noqa: PLR2004
    if len(words) < 3:  # noqa: PLR2004
        return None
    own = set(re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", "")))
    # A first paragraph repeats the headline's words too, among many others.
    return len(words & own) / len(words) if len(own) <= 1.6 * len(words) + 4 else 0.0


def find_dek(units: Sequence[Unit], kinds: Sequence[BlockKind | None], title: int) -> int | None:
    """Index of the standfirst: what stands between the title and the byline or date, or a line without full stop."""
    index = title + 1
    while index < len(units) and kinds[index] is BlockKind.BOILERPLATE:
        index += 1
    if index + 1 >= len(units) or kinds[index] is not None:
        return None
    text, below = units[index].text, kinds[index + 1]
    if len(text) > _MAX_DEK or find_dateline(text) or text.endswith(":"):
        return None
    if below in {BlockKind.DATE, BlockKind.BYLINE}:
        return index
    if kinds[title + 1 : index].count(BlockKind.BOILERPLATE):
        return None
    if ends_sentence(text) or is_name_line(text):
        return None
    longer = len(units[index + 1].text) > 1.3 * len(text) or below is not None
    return index if len(text.split()) >= 6 and longer and units[index].gap <= 2 else None  # noqa: PLR2004
