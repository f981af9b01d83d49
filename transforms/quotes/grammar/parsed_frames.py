"""The cue frames of a paragraph as the parser saw it: every cue outside of quotations, with each that it names."""

from collections.abc import Iterable, Iterator

from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.impersonal import is_impersonal
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.points_of_view import VIEWS, is_view_of
from transforms.quotes.grammar.tagsets import NOMINAL, SUBJECTS, VERBS
from transforms.quotes.grammar.verb_speakers import speakers_of_verb, subject_of
from transforms.quotes.grammar.view import View
from transforms.quotes.grammar.written_sources import is_reader, written_source_frames

_NOBODY = frozenset({"there", "'s", "n't", "'ve", "'re", "s'", "se", "qu'", "ce", "c'", "y", "en"})
_IN = frozenset({"in", "by"})  # before the noun of "in the words of"
_IN_THE_EYES = frozenset({"a", "à", "aux"})
_COUNTED_APART = frozenset({"NOUN", "ADJ"})  # parts of speech; all others are counted as verbs


def frames(view: View, lexicon: Lexicon) -> list[Frame]:
    """All cue frames of a paragraph whose cue and speaker stand outside of quoted stretches, by cue."""
    found = [*written_source_frames(view, lexicon)]
    for token in range(len(view.words)):
        if view.inside[token] is None:
            found += _frames_of(view, token, lexicon)
    return found


def _frames_of(view: View, token: int, lexicon: Lexicon) -> list[Frame]:
    """The frames of a cue, one for each who may speak by it; none of any other word."""
    words, pos = _according(view, token, lexicon), view.pos[token]
    pairs = _of_according(view, token, lexicon) if words else _of_word(view, token, lexicon)
    speakers = {speaker: link for speaker, link in pairs if _may_speak(view, speaker, lexicon)}
    if not speakers:
        return []
    if words:
        counted_as, lemma = "ADP", words
    else:
        counted_as, lemma = pos if pos in _COUNTED_APART else "VERB", view.lemmas[token]
    share, quoted = lexicon.cues.share(counted_as, lemma)
    return [Frame(token, speaker, link, lemma, share, quoted) for speaker, link in speakers.items()]


def _may_speak(view: View, speaker: int, lexicon: Lexicon) -> bool:
    is_noun = view.inside[speaker] is None and view.pos[speaker] in NOMINAL
    return is_noun and not _is_nobody(view, speaker, lexicon)


def _of_word(view: View, token: int, lexicon: Lexicon) -> Iterable[tuple[int, Link]]:
    """Who may say what a verb tells, or a noun or an adjective that is a cue, each with what ties them."""
    pos = view.pos[token]
    if pos in VERBS:
        return speakers_of_verb(view, token, lexicon)
    if pos == "NOUN" and lexicon.cues.is_cue(pos, view.lemmas[token]):
        return _of_noun(view, token)
    if pos == "ADJ" and lexicon.cues.is_cue(pos, view.lemmas[token]):
        return _of_adjective(view, token)
    return ()


def _is_nobody(view: View, speaker: int, lexicon: Lexicon) -> bool:
    """Whether a subject is the "there" of "there are", the "it" of "it is clear that", or the rest of "let's"."""
    word, verb = view.lower[speaker], view.heads[speaker]
    if is_impersonal(view, speaker, lexicon) or is_reader(view, speaker):
        return True
    if word not in {"it", "il"} or view.deps[speaker] not in SUBJECTS:
        return word in _NOBODY
    said_of_it = {verb, *(child for child in view.children[verb] if view.deps[child] in {"acomp", "attr"})}
    # "It is telling that" as well, which the parser may take for a verb.
    return any({view.lemmas[token], view.lower[token]} & lexicon.pronouns.impersonal for token in said_of_it)


def _according(view: View, token: int, lexicon: Lexicon) -> str:
    """The words of a cue like "according to", "d'après" or "in the words of" that ends or has its noun at a token."""
    word = view.lower[token]
    if word in lexicon.cues.according:
        return word
    if token and view.lower[token - 1] + word in lexicon.cues.according:
        return view.lower[token - 1] + word
    if view.lemmas[token] in lexicon.cues.according_nouns and _is_led(view, view.heads[token], lexicon):
        return view.lemmas[token]
    return word if word in VIEWS and is_view_of(view, token, lexicon) else ""


def _is_led(view: View, preposition: int, lexicon: Lexicon) -> bool:
    """Whether a preposition leads to whose words they are: "in the words of", "aux yeux de", "À ses yeux"."""
    is_french = lexicon.has_gendered_things and view.words[preposition].lower() in _IN_THE_EYES
    return is_french or view.lower[preposition] in _IN


def _of_according(view: View, token: int, lexicon: Lexicon) -> Iterator[tuple[int, Link]]:
    """Who is cited by "according to" or "in the words of", each with that link."""
    cited = _whose_noun(view, token) if view.pos[token] == "NOUN" else _cited(view, token, lexicon)
    yield from ((t, Link.ACCORDING) for t in cited)


def _whose_noun(view: View, noun: int) -> Iterator[int]:
    """Whose words or opinion a noun is."""
    for child in view.children[noun]:
        if view.deps[child] == "poss":
            yield child
        elif view.lower[child] == "of":
            yield from (t for t in view.children[child] if view.deps[t] == "pobj")


def _cited(view: View, token: int, lexicon: Lexicon) -> Iterable[int]:
    """Whom a preposition like "according to" names, or whose words it names: "selon les termes de la maire"."""
    if view.deps[token] == "fixed":
        token = view.heads[token]
    prepositions = [token, *(child for child in view.children[token] if view.deps[child] == "prep")]
    objects = [t for preposition in prepositions for t in view.children[preposition] if view.deps[t] == "pobj"]
    of_words = [noun for noun in objects if view.lemmas[noun] in lexicon.cues.own_words]
    own = [whose for noun in of_words for whose in _whose(view, token, noun)]
    return own or objects or _behind_according(view, token)


def _whose(view: View, token: int, noun: int) -> Iterator[int]:
    """Whose words a noun behind "selon" tells of: "l'expression de la maire"; with "ses termes" whoever does so next.

    Where somebody stands before, "ses" is who speaks, and means that one as other pronouns do.
    """
    for child in view.children[noun]:
        if view.lower[child] == "of":
            yield from (t for t in view.children[child] if view.deps[t] == "pobj")
        elif view.deps[child] == "poss":
            behind = range(noun, view.sentence_of(noun).stop)
            verbs = (t for t in (*view.above(token), *behind) if view.pos[t] in VERBS)
            verb = next((t for t in verbs if view.inside[t] is None), None)
            subject = None if verb is None else subject_of(view, verb)
            yield child if subject is None or subject[0] < token else subject[0]


def _behind_according(view: View, token: int) -> list[int]:
    """The noun phrase behind "according to" that the parser took for the subject of the sentence."""
    first = token + 1 + (view.lower[token + 1 : token + 2] == ["to"])
    last = first
    while last < len(view.words) and view.words[last] != "," and view.inside[last] is None:
        last += 1
    heads = [t for t in range(first, last) if view.pos[t] in NOMINAL and min(view.subtree(t)) == first]
    return heads[-1:]


def _of_adjective(view: View, adjective: int) -> Iterator[tuple[int, Link]]:
    verb = view.heads[adjective]
    if view.deps[adjective] in {"acomp", "attr", "oprd"} and view.pos[verb] in VERBS:
        subject = subject_of(view, verb)
        if subject is not None:
            yield subject[0], Link.BORROWED


def _does(view: View, child: int, noun: int) -> bool:
    """Whether a noun in -ing is what somebody before it does, whom the parser may take for a part of it."""
    is_behind_with = view.lower[view.heads[noun]] == "with" and view.pos[child] == "PROPN" and child == noun - 1
    is_doer = view.deps[child] == "nsubj" or (view.deps[child] == "compound" and is_behind_with)
    return is_doer and child < noun and view.lower[noun].endswith("ing")


def _of_noun(view: View, noun: int) -> Iterator[tuple[int, Link]]:
    for child in view.children[noun]:
        if view.deps[child] == "poss":
            yield child, Link.POSSESSOR
        elif _does(view, child, noun):
            yield child, Link.SUBJECT  # "with Haddad warning of ...": not what the sentence is about
            return
        elif view.deps[child] == "prep" and view.lower[child] in {"by", "from", "of"}:
            yield from ((t, Link.AUTHOR) for t in view.children[child] if view.deps[t] == "pobj")
    head = view.heads[noun]
    if view.lower[head] in {"in", "with", "through", "via"}:
        head = view.heads[head]
    if head != noun and view.pos[head] in VERBS:
        subject = subject_of(view, head)
        if subject is not None and subject[0] != noun:
            yield subject[0], Link.BORROWED
