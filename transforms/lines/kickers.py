"""What stands above a headline and is none: a section, a path, a masthead, a kicker, the page's title."""

import re

from transforms.byline_others import is_place
from transforms.lines import line_forms, page_lines
from transforms.lines.wording import ends_sentence

_STEP = re.compile(r"\s*[>»›]\s*|\s+[/|•·]\s+")
_ARROW = re.compile(r"[>»›]")
_OUTLET_BEHIND = re.compile(r"\s*[|–—-]\s*[^\W\d_][\w.'’& -]{0,40}$")
_JOINT = re.compile(r"\s*(?:&|,|/|\band\b)\s*")
_OPEN = re.compile(r"\s*[|>»›]$")
_WEATHER = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*,?\s+){0,3}[-−]?\d{1,3}\s?(?:°\s?[CF]?|℃|℉)(?:\s[A-Z]\w+){0,2}")
_ROOTS = frozenset({"home", "homepage", "accueil", "startseite", "inicio", "início"})
_MAX_LENGTH = 300
_MAX_STEP_WORDS, _MAX_KICKER_WORDS = 3, 2
_MIN_STEPS = 3  # that show a way through a site, whatever their names are
_FEWEST, _MOST = 4, 18  # words of a headline below a kicker


def stands_above(line: str, headline: str) -> bool:
    """Whether a line belongs to the page if the line below it is the headline."""
    return len(line) <= _MAX_LENGTH and (
        line_forms.is_masthead(line)
        or is_way_through(_OPEN.sub("", line), headline)
        or bool(_WEATHER.fullmatch(line))
        or _repeats(line, headline)
    )


def is_kicker(line: str, headline: str) -> bool:
    """A word or two in capitals above a headline that is not; a short headline above a dek may look so, too."""
    words = line.split()
    return (
        len(words) <= _MAX_KICKER_WORDS
        and line.isupper()
        and all(char.isalpha() or char in " &'’-" for char in line)
        and not headline.isupper()
        and _FEWEST <= len(headline.split()) <= _MOST
        and not ends_sentence(headline)
    )


def is_way_through(line: str, headline: str) -> bool:
    """Sections, or the sections that a page stands in: "SPORT | FOOTBALL", "Home > News > Bridge reopens"."""
    return len(line) <= _MAX_LENGTH and (_is_section(line) or _is_path(line, headline))


def _is_section(text: str) -> bool:
    """Sections, joined or of a place: "Courts & Crime", "Idaho News"."""
    return all(
        page_lines.is_section_name(part)
        or (page_lines.is_section_name(part.rpartition(" ")[2]) and is_place(part.rpartition(" ")[0]))
        for part in _JOINT.split(text)
    )


def _is_path(text: str, headline: str) -> bool:
    """A path, which may end with the headline."""
    steps = [step for step in _STEP.split(text) if step]
    ways = [step for step in steps if step != headline]
    if len(steps) < 2 or any(len(step.split()) > _MAX_STEP_WORDS or ends_sentence(step) for step in ways):  # noqa: PLR2004
        return False
    known = sum(_is_section(step) or page_lines.is_boilerplate(step) for step in ways)
    leads_down = _ARROW.search(text) is not None or (len(steps) >= _MIN_STEPS and steps[0].casefold() in _ROOTS)
    return known == len(ways) or (leads_down and (known > 0 or len(steps) >= _MIN_STEPS))


def _repeats(text: str, headline: str) -> bool:
    """The title of the page, which is the headline and the outlet's name."""
    return text.startswith(headline) and bool(_OUTLET_BEHIND.fullmatch(text[len(headline) :]))
