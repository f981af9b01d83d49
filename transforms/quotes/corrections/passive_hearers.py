"""The hearer who is the subject of a passive is not the speaker: "..., he was told by Haddad" is Haddad's."""

from transforms.quotes.corrections.case import Case, exchanged
from transforms.quotes.grammar.frames import Frame, Link
from transforms.quotes.learned.ranking import Scores

_PASSED_ON = frozenset({"cite", "quote"})  # "was quoted by the Harbour Post as saying"
_CALLS = frozenset({"brand", "call", "dub", "label", "nickname", "term"})
_PASSIVE = frozenset({Link.PASSIVE, Link.PRONOUN, Link.RELATIVE})


def with_teller(case: Case, scores: Scores) -> Scores:
    """The scores, with those of a passive's subject and of its agent exchanged, as of "Fox" and "Haddad" in "told by".

    Also in 'Fox, who was described by Haddad as "a man of his word", left'. Not with verbs of asking, as who was asked
    by somebody answers.
    """
    best = int(scores.argmax())
    told = case.options[best]
    if told.paragraph != case.at.paragraph:
        return scores
    verbs = case.words.cues.hearer_verbs - case.words.cues.asking_verbs
    cues = {frame.cue for frame in told.frames if frame.link is Link.PASSIVE and frame.lemma in verbs}
    cues |= {frame.cue for frame in told.frames if _is_called_so(frame, case)}
    for i, option in case.here if cues else ():
        if any(frame.link is Link.AGENT and frame.cue in cues for frame in option.frames):
            return exchanged(scores, best, i)
    return scores


def _is_called_so(frame: Frame, case: Case) -> bool:
    """Whether the words are what somebody is called: behind the "as" of "described by Haddad as", "called by him"."""
    view, first = case.view, case.at.first
    before = next((t for t in range(first - 1, -1, -1) if view.words[t][0].isalnum()), None)
    if before is None:
        return False
    is_named = view.lower[before] == "as" and view.heads[before] == frame.cue
    agents = (child for child in view.children[frame.cue] if view.deps[child] == "agent")
    is_named = is_named or (frame.lemma in _CALLS and any(before in view.subtree(agent) for agent in agents))
    is_passive = frame.link in _PASSIVE and view.tags[frame.cue] == "VBN"
    return is_named and is_passive and frame.lemma not in case.words.cues.asking_verbs | _PASSED_ON
