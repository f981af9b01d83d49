"""Tags that stand within the marks of a French quotation: ``« Nous attendons, raconte Paul Lind. Rien ne vient. »``.

French does not close the marks before such a tag (*incise*), so that not all that stands between a pair of marks is
speech. A tag is found by its form alone: a comma or the end of a question, then a verb of speech in the third person,
then its subject. Other languages close the marks before a tag, and need none of this.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from transforms.language import FRENCH
from transforms.marks import QUOTATION_MARKS, Segment
from transforms.wordlists import entries, pairs, word_set

_CLITIC = r"-(?:t-)?(?:il|elle|on|ils|elles)\b"
_REFLEXIVE = r"(?:s['\u2019]|se\s|m['\u2019]|(?:me|nous|vous|lui|leur)\s)?"  # or to whom: "nous confie-t-il"
_ADVERBS = (
    r"(?:(?:aussi|également|encore|ensuite|alors|toutefois|pourtant|cependant|même|déjà|ainsi|enfin|bien|tout"
    r"|d['\u2019]abord|d['\u2019]ailleurs|d['\u2019]emblée|[^\W\d_]+ment)\s){0,2}"
)
_AUXILIARY = r"(?:a|ont|avait|avaient|aurait|est|sont|était)"
_HEARER = r"(?:à|au|aux)\s(?:l['\u2019]|la\s|les\s)?[^\W\d_]+\s"
_CAUSATIVE = (
    r"(?:fai[ts]|faisait|fit|laiss(?:e|ait|é)|veut|voulait|voulu|tient\sà|tenait\sà|tenu\sà|croit|préfère|préféré)"
)
_SOMEBODY = (
    r"(?=[A-ZÀ-ÖØ-Þ]|(?:l[ea]s?|un|une|son|sa|ses|leurs?|ce|cet|cette|ces|mon|ma|notre|des|plusieurs|certain[es]*"
    r"|deux|trois)\s|l['\u2019])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:M|MM|Mme|Mmes|Mlle|Me|Mgr|Dr|Pr|St|Ste|[A-Z])$")
_ABBREVIATION = 6  # code points of the longest, and what stands before it
_CLAUSE_ENDS = re.compile(r"[,;:!?\u2026]|\.\s")
_GAP = re.compile("[ \t\u00a0\u202f,]*")
_ENDS = re.compile(r"(?<!\d),|,(?!\d)|[.;:!?\u2026\u2013\u2014]")
_MARKS = re.escape(QUOTATION_MARKS.replace("'", "").replace("\u2018", "").replace("\u2019", ""))
_PRONOUN = re.compile(_CLITIC)
# "assure-t-on à la mairie"
_SOURCE = re.compile(r"\s(?:à|au|aux|de|du|des|chez|dans|côté|appris|expliqué)\b|\sd['\u2019]")
_PREPOSITIONS = frozenset({"de", "du", "des", "d", "à", "au", "aux", "pour", "sur", "dans", "en", "par", "que"})
_LONGEST = 200  # code points of a tag
_HEAD = 4  # words of a noun phrase up to its noun: "le tout premier maire"


@cache
def tag_verb_lemmas() -> dict[str, str]:
    """The lemma of each form that a verb of speech has in a tag."""
    rows = pairs("transforms.tags", "french_verbs.tsv")
    return {form: lemma for lemma, forms in rows for form in forms.split()}


def without_inserted_tags(text: str, segments: tuple[Segment, ...], language: str) -> tuple[Segment, ...]:
    """The quoted stretches of a paragraph, with those that hold a tag in the pieces before and behind it."""
    if language != FRENCH:
        return segments
    return tuple(piece for segment in segments for piece in _pieces(text, segment))


def _pieces(text: str, segment: Segment) -> Iterator[Segment]:
    begin, opens = segment.start, segment.opens
    for start, end in _inserted_tags(text, segment):
        piece = text[begin:start].rstrip()
        if any(map(str.isalnum, piece)):
            yield Segment(begin, begin + len(piece), opens, closes=True)
            opens = True
        begin = _GAP.match(text, end, segment.end).end()  # type: ignore[union-attr]  # it matches nothing, too
    if begin == segment.start:
        yield segment
    elif any(map(str.isalnum, text[begin : segment.end])):
        yield Segment(begin, segment.end, opens, segment.closes)


def _inserted_tags(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    """Where the tags within a stretch begin, with their comma, and end, with the stop that is theirs."""
    is_tagged = _tag_behind().match(text, segment.end) is not None
    end = segment.start
    for tag in _tag().finditer(text, segment.start, segment.end):
        pronoun = _PRONOUN.search(tag[0])
        is_pronoun = pronoun is not None
        if tag.start() < max(end, segment.start + 1) or (is_tagged and not is_pronoun):
            continue
        if pronoun is not None and pronoun[0].endswith("on") and not _SOURCE.match(text, tag.end(), segment.end):
            continue  # "dit-on": what people say, by whoever is quoted
        if pronoun is None and not _is_somebody(text, tag.end(), segment.end):
            continue
        end = _end(text, tag.end(), segment.end, is_pronoun=is_pronoun)
        if end - tag.start() <= _LONGEST:
            yield tag.start(), end


def _end(text: str, at: int, limit: int, *, is_pronoun: bool) -> int:
    """Where a tag ends whose verb ends at ``at``: at the end of its sentence, or at the comma before what goes on."""
    for stop in _ENDS.finditer(text, at, limit):
        if stop[0] == "." and _ABBREVIATED.search(text, max(at - 1, stop.start() - _ABBREVIATION), stop.start()):
            continue
        if stop[0] == "," and _continues_tag(text, stop.end(), limit, is_pronoun=is_pronoun):
            continue
        return stop.end()
    return limit


def _continues_tag(text: str, at: int, limit: int, *, is_pronoun: bool) -> bool:
    """Whether the tag goes on behind a comma, with who the speaker is: "raconte Ada Lind, la maire de Lund"."""
    return _continuation().match(text, at, limit) is not None or (not is_pronoun and _is_a_person(text, at, limit))


def _is_somebody(text: str, at: int, limit: int) -> bool:
    """Whether what stands in ``[at, limit)`` begins with a name, or with a noun for those who speak."""
    return text[at : min(at + 1, limit)].isupper() or _is_a_person(text, at, limit)


def _is_a_person(text: str, at: int, limit: int) -> bool:
    """Whether a name or a noun for those who speak heads a phrase: not the father in "la vie de son père"."""
    people = _people(word_set("transforms", "quotes/data/fr/people/nouns.txt"))
    for found in islice(_WORD.finditer(text, at, limit), _HEAD + 1):
        word = found[0]
        if word in _PREPOSITIONS or _CLAUSE_ENDS.search(text, at, found.start()):
            return False
        if word[0].isupper() or word.lower() in people or not people.isdisjoint(word.lower().split("-")):
            return True
        at = found.end()
    return False


@cache
def _people(lines: frozenset[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


@cache
def _continuation() -> re.Pattern[str]:
    patterns = "|".join(entries("transforms.tags", "french_continuations.txt")).replace("'", "['\u2019]")
    return re.compile(rf"\s*(?:{patterns})\b")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s?|(?<=[?!\u2026])\s?,?\s|\s[\u2013\u2014]\s)(?:{_verb()})")


@cache
def _tag_behind() -> re.Pattern[str]:
    """A tag behind the marks that end a quotation."""
    return re.compile(rf"[\s{_MARKS}]*,?\s?(?:{_verb()})")


@cache
def _verb() -> str:
    """A verb of speech and the pronoun behind it, or up to the noun phrase behind it."""
    verbs, infinitives, said = _speech_verb_forms()
    return (
        rf"{_REFLEXIVE}(?:(?:{verbs}){_CLITIC}|{_CAUSATIVE}{_CLITIC}\s(?:{infinitives})"
        rf"|{_AUXILIARY}{_CLITIC}\s{_ADVERBS}{said}\b"
        rf"|(?:{_AUXILIARY}\s{_ADVERBS})?{said}\s{_ADVERBS}(?:{_adverbial()}\s){{0,2}}{_SOMEBODY})"
    )


@cache
def _speech_verb_forms() -> tuple[str, str, str]:
    """The forms of verbs of speech, the infinitives of two verbs that are one ("fait savoir"), and either."""
    forms = tag_verb_lemmas()
    verbs = "|".join(sorted(forms, key=len, reverse=True))
    infinitives = "|".join(sorted({*forms.values(), "savoir", "valoir", "entendre"}, key=len, reverse=True))
    return verbs, infinitives, rf"(?:{_CAUSATIVE}\s(?:{infinitives})|{verbs})"


@cache
def _adverbial() -> str:
    """When or where something was said: "jeudi soir", "dans un communiqué"."""
    patterns = "|".join(entries("transforms.tags", "french_adverbials.txt")).replace("'", "['\u2019]")
    return rf"(?:{patterns})"


@cache
def _before_subject() -> re.Pattern[str]:
    said, at = _speech_verb_forms()[2], _adverbial()
    begin = rf"(?:[,?!\u2026{_MARKS}]\s?|\s[\u2013\u2014]\s){_REFLEXIVE}(?:{_AUXILIARY}\s{_ADVERBS})?{said}"
    return re.compile(rf"{begin}\s{_ADVERBS}(?:{_HEARER})?(?P<left_out>(?:{at}\s){{1,3}})(?=(?:{_HEARER})?{_SOMEBODY})")


def tag_adverbials(text: str) -> Iterator[tuple[int, int]]:
    """What stands between the verb of a tag and who speaks: "jeudi soir " of « ... », a dit jeudi soir Ada Lind.

    The parser takes the day for who speaks, or finds nobody.
    """
    return (found.span("left_out") for found in _before_subject().finditer(text))
