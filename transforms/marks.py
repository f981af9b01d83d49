"""The quote map: which stretches of an article stand between quotation marks.

Marks are paired over one paragraph at a time, before anything else is known of the text, so that a sentence
splitter or a parser can never cut a quotation apart. The pairing rests on form alone: which way a mark bends,
and which kinds of character stand before and behind it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from transforms.mixed_marks import begin_by_single_mark, left_open_by_single_mark
from transforms.nested_marks import end_by_single_mark, term_within
from transforms.single_marks import Pair, are_main, begins_with_single_mark, last_before, single_pairs

# For what stands beside a quotation; without the apostrophe where that would be a part of a word.
QUOTATION_MARKS = "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'\u2018\u2019`"
MARKS_BEFORE = QUOTATION_MARKS.replace("\u2019", "")  # closing double ones as well: mistyped, or opening as in Danish
MARKS_BEHIND = QUOTATION_MARKS.replace("\u2018", "")

_MARKS = re.compile(
    "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|(?<!`)``(?!`)|(?<!')''(?!')|\u2019\u2019(?!\u2019)"
    r"|(?<=[\w.,?!]')''(?!')"  # behind the end of single ones: ''He told us, 'No,''' she said.
)
_BREAKS = re.compile(_MARKS.pattern + "|[\u2014\u2015]")
_TURN = re.compile(r"\s*[\u2014\u2015]\s*(?=[^\W\d_]|[\u00bf\u00a1])")
_TAG = re.compile(
    r"(?:(?<=[?!\u2026])|,)\s(?:[^\W\d_]+(?:-t)?-(?:il|elle|on|je|ils|elles)\b|[^\W\d_]+\s[A-Z][\w.'\u2019 -]*[.]?$"
    r"|(?:[a-z]+ed|said|says|cried) (?:the|a|an|his|her|their|my|our|one|another) [\w.'\u2019 -]+[.]?$).*$"
)
# French print opens a dialogue with a guillemet and each turn after the first with a dash of either length.
_TURN_IN_GUILLEMETS = re.compile(r"\s*[\u2013\u2014\u2015]\s*(?=[^\W\d_]|[\u00bf\u00a1])")
_FEWEST_TURNS = 2
_FEWEST_IN_A_ROW = 4  # turns behind shorter dashes, which more often open the items of a list
# What tells turns from the items of a list: a question, a call, a tag, or who speaks of himself or to somebody.
_SPOKEN = re.compile(
    r"[?!\u2026]|\b(?:i|you|we|my|your|our|us|je|tu|nous|vous|mon|ma|votre|notre|yo|usted|nosotros|mi|su)\b|\bj['\u2019]",
    re.IGNORECASE,
)
_OPENERS = frozenset({"\u201c", "\u201e", "\u201f", "\u00ab", "``"})
_ENDS = frozenset(".,?!\u2026")
_ENDS_OF_SENTENCES = frozenset(".?!\u2026")
_STOPS = frozenset(".,;:?!")
_ENDS_OF_LAST = _ENDS_OF_SENTENCES | {"\u2019", "'"}
_SINGLE = frozenset({"\u2018", "'"})
_LEADS_TO = frozenset({",", ":"})
# What may stand between two quotations of one speaker: " Haddad said. ", " she added, "
_TAG_BETWEEN = re.compile(
    '\\s(?:[^.!?"\u201c\u201d]|(?<=[DM][rs])\\.|(?<=Mrs)\\.){0,80}?\\b(?:said|says|told|adds|[^\\W\\d_]+ed)\\b'
    '[^.!?"\u201c\u201d]{0,60}([.,])\\s'
)
_REPORTS = re.compile(r"\b(?:said|says|told|tells|asked|added|adds|wrote|writes|according)\b")
_LED_TO = re.compile('(?:^|[,:]\\s)\\s*["\u201c](?=\\w)[^"\u201c\u201d]*$')
_MOST_WITHOUT_MARKS = 4  # paragraphs within a quotation
_LONGEST_LEFT_OPEN = 800  # code points up to the next opening mark
_CLOSERS = frozenset({"\u201d", "\u00bb", "\u2019\u2019"})
# What may stand before an opening mark besides white space.
_LEADERS = frozenset("([{<-\u2010\u2011\u2013\u2014\u2015\u2018'/")
# 6'2" and 5′ 11½": feet and inches, never a quotation.
_INCHES = re.compile(r"\d\s?['\u2019\u2032]\s?\d{1,2}\s?[\u00bc-\u00be]?$")
_WIDEST = 8  # code points of that
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]*>")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between quotation marks: ``[start, end)`` are code points, marks excluded.

    ``opens`` and ``closes`` tell whether a mark was there; a quotation over several paragraphs has one
    segment in each, and only the last closes.
    """

    start: int
    end: int
    opens: bool = True
    closes: bool = True


def quote_map(paragraphs: Sequence[str], *, headlines: bool = False) -> list[tuple[Segment, ...]]:
    """The quoted stretches of each paragraph, in order, as offsets into that paragraph.

    A mark that is left open runs to the end of its paragraph where the paragraph begins with it or where the
    next one begins with a mark, or has one that ends it (a quotation over several paragraphs); elsewhere it is stray.
    Stretches without a letter or a digit are dropped; white space at their ends is not part of them. Where two
    paragraphs or more open with a long dash, those are turns of a dialogue (dash marks, as in French and Spanish)
    unless nothing in them is spoken. So are four or more in a row with a shorter dash, of which some are questions.
    Single marks count where they are the main ones (``transforms/single_marks.py``), and in headlines.
    """
    maps = _of_double_marks(paragraphs)
    singles = [single_pairs(text, runs_on=_runs_on(paragraphs, i)) for i, text in enumerate(paragraphs)]
    if any(singles) and (
        headlines or are_main(paragraphs, singles, [_spans(*both) for both in zip(paragraphs, maps, strict=True)])
    ):
        return [_with_single_marks(*both) for both in zip(paragraphs, maps, singles, strict=True)]
    return maps


def _spans(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """Where stretches begin and end, but for those that a single mark opens."""
    return [(s.start, s.end) for s in segments if last_before(text, s.start) not in _SINGLE]


def _of_double_marks(paragraphs: Sequence[str]) -> list[tuple[Segment, ...]]:
    begins = [_begins_with_mark(text) for text in paragraphs]
    in_guillemets, in_a_row = _turns_in_guillemets(paragraphs), _turns_in_a_row(paragraphs)
    said = [text for text in paragraphs if _TURN.match(text)]
    is_dialogue = len(said) >= _FEWEST_TURNS and any(_TAG.search(text) or _SPOKEN.search(text) for text in said)
    maps: list[tuple[Segment, ...]] = []
    for i, text in enumerate(paragraphs):
        if i in in_guillemets:
            maps.append(tuple(_turn_in_guillemets(text)))
            continue
        if i in in_a_row:
            maps.append(tuple(_turn(text, _TURN_IN_GUILLEMETS)))
            continue
        runs_on = any(begins[i + 1 : i + 2]) or i + 1 in in_guillemets or _ends_further_on(paragraphs, i)
        segments = tuple(_segments(text, runs_on=runs_on))
        goes_on = bool(maps) and _is_at_end(paragraphs[i - 1], maps[-1])
        is_open = goes_on and not maps[-1][-1].closes
        if goes_on and _ends_only(text, is_open=is_open):
            begun = tuple(_beginning(text))
            segments = (*begun, *(segment for segment in segments if not begun or segment.start >= begun[0].end))
        elif is_open and not _MARKS.search(text) and _ends_later(paragraphs, i):
            segments = tuple(_trimmed(text, 0, len(text), closes=False))
        maps.append(segments or (tuple(_turn(text)) if is_dialogue else ()))
    return maps


def _turns_in_guillemets(paragraphs: Sequence[str]) -> set[int]:
    """The paragraphs that are turns of a dialogue which a guillemet opens and another one ends."""
    found: set[int] = set()
    is_open = False
    for i, text in enumerate(paragraphs):
        if is_open and _TURN_IN_GUILLEMETS.match(text):
            found.add(i)
        else:
            is_open = False
        is_open = (is_open or "\u00ab" in text) and text.rfind("\u00ab") >= text.rfind("\u00bb")
    return found


def _turn_in_guillemets(text: str) -> Iterable[Segment]:
    dash = _TURN_IN_GUILLEMETS.match(text)
    if dash:
        end = text.find("\u00bb", dash.end())
        for segment in _trimmed(text, dash.end(), end if end >= 0 else len(text), closes=end >= 0):
            yield Segment(segment.start, segment.end, opens=False, closes=segment.closes)


def _ends_only(text: str, *, is_open: bool = True) -> re.Match[str] | None:
    """The first mark of a paragraph, if it ends what began in the paragraph before: "... to this," he said.

    Before its comma or full stop as well if that is left open.
    """
    mark = _MARKS.search(text)
    if mark is None or not mark.start() or mark[0] in _OPENERS or _leans_right(text, mark):
        return None
    before, behind = _around(text, mark)
    is_bare = is_open and mark[0] in _CLOSERS and before.isalnum() and behind in _ENDS
    return mark if before in _ENDS or is_bare else None


def _ends_further_on(paragraphs: Sequence[str], i: int) -> bool:
    """Whether what a paragraph leaves open ends in the next one, or further on if it is led to by a comma or colon."""
    ends_next = any(_ends_only(text) for text in paragraphs[i + 1 : i + 2])
    return ends_next or (_LED_TO.search(paragraphs[i]) is not None and _ends_later(paragraphs, i + 1))


def _ends_later(paragraphs: Sequence[str], i: int) -> bool:
    """Whether a paragraph, or one of the next behind it, ends what began before them, and no mark comes first.

    Of those without a mark none tells what somebody says, or the mark may well be the end of that.
    """
    for text in paragraphs[i : i + _MOST_WITHOUT_MARKS + 1]:
        if _MARKS.search(text):
            return _ends_only(text) is not None
        if _REPORTS.search(text):
            break
    return False


def _is_at_end(text: str, segments: Sequence[Segment]) -> bool:
    """Whether the last stretch of a paragraph ends with it."""
    return bool(segments) and not any(map(str.isalnum, text[segments[-1].end :]))


def _beginning(text: str) -> Iterable[Segment]:
    """The stretch from a paragraph's begin to the mark that ends it."""
    mark = _MARKS.search(text)
    return _trimmed(text, 0, mark.start() if mark else 0, closes=True)


def _runs_on(paragraphs: Sequence[str], i: int) -> bool:
    return any(begins_with_single_mark(text) for text in paragraphs[i + 1 : i + 2])


def _with_single_marks(text: str, doubles: tuple[Segment, ...], singles: Sequence[Pair]) -> tuple[Segment, ...]:
    """The outermost of both kinds: of two stretches that overlap, the one that begins first."""
    found = [*doubles]
    for pair in singles:
        found += _trimmed(text, pair.start, pair.end, closes=pair.closes)
    kept: list[Segment] = []
    for segment in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or segment.start >= kept[-1].end:
            kept.append(segment)
    return tuple(kept)


def _turns_in_a_row(paragraphs: Sequence[str]) -> set[int]:
    """The paragraphs that are turns of a dialogue in no marks: each behind a dash, some questions and some answers."""
    found: set[int] = set()
    row: list[int] = []
    for i, text in enumerate([*paragraphs, ""]):
        if _TURN_IN_GUILLEMETS.match(text):
            row.append(i)
            continue
        asked = sum(paragraphs[at].rstrip().endswith("?") for at in row)
        if len(row) >= _FEWEST_IN_A_ROW and _FEWEST_TURNS <= asked <= len(row) - _FEWEST_TURNS:
            found.update(row)
        row = []
    return found


def split_at_marks(word: str) -> list[str]:
    """A word in pieces, with each quotation mark and long dash a piece of its own."""
    pieces, at = [], 0
    for mark in _BREAKS.finditer(word):
        pieces += [word[at : mark.start()], mark[0]]
        at = mark.end()
    return [piece for piece in [*pieces, word[at:]] if piece]


def _begins_with_mark(text: str) -> bool:
    return _MARKS.match(text.lstrip()) is not None


def _turn(text: str, behind: re.Pattern[str] = _TURN) -> Iterable[Segment]:
    """What is said behind a dash that opens a paragraph, up to a tag such as ", said Smith." at its end."""
    dash = behind.match(text)
    if dash:
        tag = _TAG.search(text, dash.end())
        for segment in _trimmed(text, dash.end(), tag.start() if tag else len(text), closes=False):
            yield Segment(segment.start, segment.end, opens=False)


def _segments(text: str, *, runs_on: bool) -> Iterable[Segment]:
    first = len(text) - len(text.lstrip())
    opened: re.Match[str] | None = None
    before: list[Segment] = []  # the paragraphs of the open quotation that came before, where all stand in one
    within = False  # a pair of straight marks inside of bent ones
    ends = {mark: text.rfind(mark) for mark in ('"', "\u00bb")}
    closed = behind = 0  # where the last stretch ended, and a term in marks within one
    since = last = 0  # where the mark before the last one, and the last one ended
    for mark in _MARKS.finditer(_TAGS.sub(lambda tag: " " * len(tag[0]), text)):
        since, last = last, mark.end()
        if mark.start() < behind or (opened is not None and _is_nested(opened, mark, ends)):
            continue
        if opened is not None and (within or _begins_pair(text, opened, mark, ends)):
            within = not within if mark[0] == '"' else within
            continue
        if opened is not None and opened.end() == mark.start():
            opened = mark  # typed twice: ``""We lost," he said.``
        elif opened is not None and _closes(text, opened, mark):
            yield from before
            yield from _trimmed(text, opened.end(), mark.start(), closes=True)
            opened, before, closed = None, [], mark.end()
        elif opened is None and _leans_left(text, mark) and (begin := begin_by_single_mark(text, since, mark.start())):
            yield from _trimmed(text, begin, mark.start(), closes=True)
            closed = mark.end()
        elif opened is not None and (
            term := term_within(text, opened, mark, begins=opened.start() == first, runs_on=runs_on)
        ):
            behind = term.end()
        elif _opens(text, mark, is_open=opened is not None):
            goes_on = opened is not None and _begins_next(text, opened, mark)
            part = _trimmed(text, opened.end(), mark.start(), closes=False) if opened and goes_on else ()
            before = [*before, *part] if goes_on else []
            opened = mark
    if opened is None:
        yield from _left_open_by_single_mark(text, last)
    elif (end := end_by_single_mark(text, opened.end())) is not None:
        yield from before
        yield from _trimmed(text, opened.end(), end, closes=True)
    elif opened.start() == first or runs_on or _is_led_to(text, opened) or _is_resumed(text, opened, closed):
        yield from before
        yield from _trimmed(text, opened.end(), _end_of_last(text), closes=False)


def _left_open_by_single_mark(text: str, since: int) -> Iterable[Segment]:
    begin = left_open_by_single_mark(text, since)
    return [] if begin is None else _trimmed(text, begin, len(text), closes=False)


def _begins_next(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark begins the next paragraph of an open quotation, though the text has lost its line ends.

    ``"We lost. "We will win," he said.``
    """
    inner = text[opened.end() : mark.start()]
    ends_sentence = inner[-1:].isspace() and inner.rstrip()[-1:] in _ENDS_OF_SENTENCES
    return ends_sentence and len(inner) <= _LONGEST_LEFT_OPEN


def _is_led_to(text: str, opened: re.Match[str]) -> bool:
    """Whether a mark that nothing closes begins a quotation all the same: ``He said, "We lost.``."""
    is_begin = _leans_right(text, opened) and text[opened.end() : opened.end() + 1].isupper()
    return is_begin and last_before(text, opened.start()) in _LEADS_TO and last_before(text, len(text)) in _ENDS_OF_LAST


def _is_resumed(text: str, opened: re.Match[str], closed: int) -> bool:
    """Whether a mark that nothing closes goes on with a quotation behind its tag: ``"We lost," he said. "But ....``.

    ``closed`` is where the quotation before it ended.
    """
    tag = _TAG_BETWEEN.fullmatch(text, closed, opened.start()) if closed else None
    if tag is None or not _leans_right(text, opened) or last_before(text, len(text)) not in _ENDS_OF_LAST:
        return False
    return tag[1] == "," or text[opened.end() : opened.end() + 1].isupper()


def _end_of_last(text: str) -> int:
    """Where a quotation that nothing closes ends: with its paragraph, without a single mark typed for a double one."""
    bare = text.rstrip()
    return len(bare) - (bare[-1:] in "\u2019'" and bare[-2:-1] in _ENDS)


def _is_nested(opened: re.Match[str], mark: re.Match[str], ends: Mapping[str, int]) -> bool:
    """Whether a mark of another kind stands within guillemets that are still to close; ``ends`` are the last marks."""
    return opened[0] == "\u00ab" and mark[0] not in "\u00ab\u00bb" and ends["\u00bb"] >= mark.end()


def _begins_pair(text: str, opened: re.Match[str], mark: re.Match[str], ends: Mapping[str, int]) -> bool:
    """Whether a mark begins a stretch between straight marks that stands within bent ones."""
    return opened[0] == "\u201c" and mark[0] == '"' and _leans_right(text, mark) and ends['"'] >= mark.end()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark ends the stretch that is open."""
    if mark[0] in _CLOSERS:
        return True
    if mark[0] == "\u201c":  # the German pair „…“, or mistyped at the end of a stretch
        return opened[0] == "\u201e" or _leans_left(text, mark) or _is_before_stop(text, mark)
    return mark[0] not in _OPENERS and not _is_inches(text, mark) and not _leans_right(text, mark)


def _opens(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark that closes nothing begins a stretch."""
    if mark[0] in _OPENERS:
        return True
    if mark[0] == "\u201d" and _is_mistyped(text, mark):
        return True
    if mark[0] in _CLOSERS or _is_inches(text, mark) or _is_behind_single_mark(text, mark):
        return False
    if is_open:
        return _leans_right(text, mark)
    before, behind = _around(text, mark)
    return before.isspace() or before in _LEADERS or behind.isalnum()


def _is_mistyped(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing mark that closes nothing stands for an opening one: the next mark closes, too."""
    following = _MARKS.search(text, mark.end())
    before, _ = _around(text, mark)
    return following is not None and following[0] == "\u201d" and before.isspace() and _leans_left(text, following)


def _leans_right(text: str, mark: re.Match[str]) -> bool:
    before, behind = _around(text, mark)
    return before.isspace() and behind.isalnum()


def _leans_left(text: str, mark: re.Match[str]) -> bool:
    before, behind = _around(text, mark)
    return behind.isspace() and not before.isspace() and before not in _LEADERS


def _is_before_stop(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands between a word and what ends its sentence or clause: ``he called it “a farce“.``."""
    before, behind = _around(text, mark)
    return before.isalnum() and behind in _STOPS


def _is_behind_single_mark(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark of two apostrophes stands behind a third one, so that it can only end something."""
    return mark[0] == "''" and text[mark.start() - 1 : mark.start()] == "'"


def _is_inches(text: str, mark: re.Match[str]) -> bool:
    return (
        mark[0] in {'"', "''", "\u201d"}
        and _INCHES.search(text, max(0, mark.start() - _WIDEST), mark.start()) is not None
    )


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() else " "
    behind = text[mark.end()] if mark.end() < len(text) else " "
    return before, behind


def _trimmed(text: str, start: int, end: int, *, closes: bool) -> Iterable[Segment]:
    inner = text[start:end]
    if any(map(str.isalnum, inner)):
        start += len(inner) - len(inner.lstrip())
        yield Segment(start, start + len(inner.strip()), closes=closes)
