"""What is reported without marks, with whoever reports it."""

from collections.abc import Iterator

import numpy as np

from schemas.vocabulary import QuoteKind
from transforms.marks import Segment
from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.grammar.lexicon import Lexicon, lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.answers import Answer
from transforms.quotes.learned.indirect import INDIRECT_FEATURES, Proposal, indirect_rows, proposals
from transforms.quotes.learned.indirect_choice import are_set_in, chosen, unquoted
from transforms.quotes.learned.questions import Reading
from transforms.quotes.learned.trees import trees

_REPORTED = -0.1  # log-odds from which a clause is taken for reported speech (docs/decisions/reported-speech-rows.md)
_QUESTIONS = frozenset({"about", "how", "if", "what", "when", "where", "whether", "who", "why"})
_MINDS = frozenset({"concern", "convince", "determine", "quote", "worry"})  # in the passive, too, of who thinks so
_OF_NOW = frozenset({"VB", "VBP"})
_OF_THE_WRITER = 0.5  # chance that what whoever writes says of himself is meant where reports are asked for
_SET_IN = 0.5  # ... less for what stands around its cue: grammar tells more there than the few marked ones


def reported(reading: Reading, language: str) -> Iterator[Answer]:
    """The stretches that are reported, with the noun phrase that reports each, or is asked."""
    groups = [
        group
        for index, (view, pool) in enumerate(zip(reading.views, reading.pools, strict=True))
        for group in proposals(index, view, pool, lexicon(language))
    ]
    if not groups:
        return
    model = trees(language, "indirect", INDIRECT_FEATURES)
    scores = model.scores(indirect_rows(groups))
    odds = scores + np.where(are_set_in(groups, reading.views), _SET_IN, 0.0)
    for proposal, likely in chosen(groups, odds, model.chances(scores), _REPORTED):
        view = reading.views[proposal.paragraph]
        span = unquoted(view, proposal)
        if span is not None and not _is_nobodys(view, proposal, lexicon(language)):
            chance = likely * _OF_THE_WRITER if _is_of_the_writer(view, proposal, lexicon(language)) else likely
            segment = Segment(span.start, span.end, opens=False)
            index, frame, speaker = proposal.paragraph, proposal.frame, proposal.speaker
            kind = QuoteKind.INDIRECT
            if _is_asked(frame, speaker, reading.views[index], lexicon(language)):
                yield Answer(index, segment, kind, None, None, chance, (index, frame.cue), speaker)
            else:
                yield Answer(index, segment, kind, speaker, frame, chance)


def _is_nobodys(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether the noun phrase reports nothing: it is whoever reads, or something is done to it."""
    return _is_of_the_reader(view, proposal, words) or _is_undergone(view, proposal, words)


def _is_undergone(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether somebody is what others say or do: "Haddad was identified as a baker"; "it was revealed that" reports.

    Who is asked or told something is no speaker either, but has a row as the one spoken to.
    """
    frame, speaker = proposal.frame, proposal.speaker
    if frame.link is not Link.PASSIVE or frame.lemma in words.hearer_verbs or frame.lemma in _MINDS:
        return False
    return view.lower[speaker.head] != "it"


def _is_of_the_reader(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether it is whoever reads who thinks or asks: "If you hope that ..."; "you said" is of an interview."""
    is_you = view.lower[proposal.speaker.head] in words.second_person
    return is_you and view.tags[proposal.frame.cue] != "VBD"


def _is_of_the_writer(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether whoever writes says so now, and reports nobody: "I suggest that ..."; "I ask her if ..." is a report."""
    cue = proposal.frame.cue
    is_asking = proposal.frame.lemma in words.hearer_verbs
    return proposal.speaker.sort is Sort.FIRST and view.tags[cue] in _OF_NOW and not is_asking


def _is_asked(frame: Frame, speaker: Candidate, view: View, words: Lexicon) -> bool:
    """Whether the frame's noun phrase is spoken to: "Haddad was asked", "asked whether ..., Haddad"."""
    if frame.lemma not in words.hearer_verbs:
        return False
    is_participle = view.tags[frame.cue] == "VBN" or view.opens_sentence(frame.cue)  # "Asked whether ..., Haddad"
    if frame.link is Link.PASSIVE or (frame.link is Link.BORROWED and is_participle):
        return True
    is_apart = frame.cue == speaker.last + 1 and view.words[speaker.last] == ","  # "Haddad, asked if ..., said"
    return is_apart and not _QUESTIONS.isdisjoint(view.lower[frame.cue + 1 : frame.cue + 2])
