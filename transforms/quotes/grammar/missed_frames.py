"""Cue frames that the parser did not see: a name beside a word that may be a cue, and tags like "the letter reads"."""

from transforms.quotes.grammar.frames import MARKS_QUOTATIONS, Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import NOMINAL
from transforms.quotes.grammar.view import View

_COMMAS = frozenset({",", "?", "!"})  # how a quotation ends that has a tag
_LONGEST_TAG = 8
_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})  # of the words before a name that belong to it
_LONGEST_TITLE = 6


def adjacent_frames(view: View, first: int, last: int, lexicon: Lexicon) -> list[Frame]:
    """Frames of a name ``[first, last)`` with the word before or behind it, if that may be a cue verb.

    Looks past what belongs to the name: "said election lawyer Ann Fox", "Fox, 49, told reporters".
    """
    before = first - 1
    while before >= 0 and first - before <= _LONGEST_TITLE and _is_of_title(view, before, lexicon):
        before -= 1
    has_age = view.words[last : last + 3 : 2] == [",", ","] and view.words[last + 1].isdigit()
    behind = last + 3 if has_age else last
    found = []
    for token in dict.fromkeys((behind, before)):
        is_outside = 0 <= token < len(view.words) and view.inside[token] is None
        if is_outside and view.lemmas[token] in lexicon.cues.verbs and not _is_told(view, token, last, lexicon):
            share, quoted = lexicon.cues.share("VERB", view.lemmas[token])
            found.append(Frame(token, last - 1, Link.BESIDE, view.lemmas[token], share, quoted))
    return found


def _is_told(view: View, verb: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a name that ends before ``last`` listens: it stands behind "Haddad told", and not behind "..., asked"."""
    if not 0 < verb < last or view.lemmas[verb] not in lexicon.cues.hearer_verbs:
        return False
    subject = verb - 1
    return view.inside[subject] is None and (view.pos[subject] in NOMINAL or view.words[subject] == ",")


def _is_of_title(view: View, token: int, lexicon: Lexicon) -> bool:
    is_word = view.pos[token] in _TITLES and view.lemmas[token] not in lexicon.cues.verbs
    return is_word and view.inside[token] is None


def missed_tags(view: View, cues: set[int], lexicon: Lexicon) -> list[Frame]:
    """Frames of what stands behind a quotation like "the letter reads", where the parser saw no verb with a subject.

    ``cues`` are those that have a frame.
    """
    found = []
    for token, segment in enumerate(view.inside):
        is_last = segment is not None and view.inside[token + 1 : token + 2] != [segment]
        if is_last and view.words[token] in _COMMAS:
            tag = _words_behind(view, token)
            frames_of_tag = (_of_tagged(view, cue, lexicon) for cue in tag[1:] if not cues.intersection(tag))
            found += [frame for frame in frames_of_tag if frame][:1]
    return found


def _words_behind(view: View, token: int) -> range:
    """The words behind a quotation that ends at a token, up to the next mark or comma."""
    first = token + 1
    while first < len(view.words) and view.inside[first] is None and not view.words[first][0].isalnum():
        first += 1
    last = first
    while last < len(view.words) and view.inside[last] is None and view.words[last][0].isalnum():
        last += 1
    return range(first, min(last, first + _LONGEST_TAG))


def _of_tagged(view: View, cue: int, lexicon: Lexicon) -> Frame | None:
    share, quoted = lexicon.cues.share("VERB", view.lemmas[cue])
    is_cue = quoted >= MARKS_QUOTATIONS and view.pos[cue - 1] in NOMINAL - {"DET"}
    return Frame(cue, cue - 1, Link.BESIDE, view.lemmas[cue], share, quoted) if is_cue else None
