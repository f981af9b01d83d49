"""Lines of French articles that say who wrote them: "Par Ada Lind", "Propos recueillis par Ada Lind"."""

import re

_LEADS = re.compile(
    r"(?:(?:propos\s+recueillis|recueillis?|entretien\s+(?:réalisé|mené)|textes?|reportage|enquête|réalisé|écrit|rédigé)\s+)?"
    r"par\s*:?\s+"
    r"|d[eu]\s+not(?:re|s)\s+(?:correspondante?|envoyée?s?\s+spéciale?|envoyés\s+spéciaux|journaliste)s?\b[\w\s'’-]{0,40}?,\s+",
    re.IGNORECASE,
)
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w.'’-]*"
_NAME = rf"{_CAPITALISED}(?:\s(?:{_CAPITALISED}|de|d['’]\w+|du|des|le|la|van|von|ben|el)){{1,4}}"
_NAMES = re.compile(
    rf"({_NAME}(?:(?:,\s|\set\s|\s&\s){_NAME}){{0,3}})(?:\s?\([^()]{{2,60}}\)|,\s(?:à|avec)\s[^.]{{2,40}})?"
)
_LONGEST = 160


def names_printed(text: str) -> str | None:
    """The names of such a line as printed, None if it is another: "Par ce temps, rien ne bouge"."""
    lead = _LEADS.match(text) if len(text) <= _LONGEST else None
    match = lead and _NAMES.fullmatch(text.strip(), lead.end())
    return match[1] if match else None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the article, in French."""
    return names_printed(text) is not None
