"""What looks like reported speech, and reports nothing: of whoever reads or writes, what is done, had or undergone."""

from transforms.marks import QUOTATION_MARKS
from transforms.quotes.corrections.of_others import CALLED_BY, CALLS
from transforms.quotes.grammar.candidates import Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.points_of_view import VIEWS
from transforms.quotes.grammar.stretches import SENTENCE
from transforms.quotes.grammar.view import FINITE, OBJECTS, View
from transforms.quotes.learned.indirect import Proposal
from transforms.quotes.no_french_reports import is_no_french_report

_OF_NOW = frozenset({"VB", "VBP"})
_MINDS = frozenset({"concern", "convince", "determine", "quote", "worry"})  # in the passive, too, of who thinks so
_OF_THINGS = frozenset({"find", "notice", "offer", "see", "show"})  # with an object: "offers a course"
_OF_CLAUSES = frozenset({"how", "that", "to", "what", "where", "why"})
_SHOWN = frozenset({"find", "show"})  # by studies
_PICTURES = frozenset({"footage", "image", "photo", "photograph", "picture", "video"})
_OF_CHARGES = frozenset({"about", "as", "for", "of", "on", "over", "with"})  # "pressed on whether he would leave"
_OF_AIMS = frozenset({"acl", "advcl", "relcl"})
_AIMING = frozenset({"aim", "attempt", "expect", "gather", "meet", "plan", "try"})
_OF_QUESTIONS = frozenset({"how", "what", "where", "whether", "which", "who", "why"})
_OF_TALKS = frozenset({"assess", "consider", "debate", "determine", "discuss", "examine", "explore", "review", "weigh"})
_WHO = frozenset({Sort.FIRST, Sort.PERSON, Sort.PLURAL, Sort.SINGULAR})
_CAUSES = frozenset(
    {"attract", "cause", "draw", "face", "fuel", "generate", "invite", "meet", "prompt", "provoke", "spark", "stir",
     "trigger"}
)  # fmt: skip
_LEARNS = frozenset({"discover", "find", "hear", "learn", "notice", "realise", "realize", "see"})
_FACTS = frozenset({"this", "that"})
_ON = frozenset({"after", "before", "on", "since", "upon", "when", "while", "without"})
# What things are done by: "will go on according to the plan" (but ", according to the plan," tells what it says).
_RULES = frozenset(
    {"ability", "agenda", "calendar", "criterion", "custom", "guideline", "instruction", "law", "method", "need",
     "norm", "plan", "principle", "procedure", "protocol", "recipe", "regulation", "requirement", "rule", "schedule",
     "standard", "timetable", "tradition"}
)  # fmt: skip
_ACCOUNTS = frozenset({"earning", "earnings", "ebitda", "income", "loss", "profit", "revenue", "sale", "turnover"})
_OF_NOUNS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
_TAGS_QUOTATIONS = 0.2  # share of a verb that marks quotations often enough to be their tag


def is_no_report(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether the noun phrase reports nothing: it is whoever reads, something is done to it, or it does something."""
    is_of_another = _is_of_the_reader(view, proposal, words) or _is_undergone(view, proposal, words)
    is_view = proposal.frame.link is Link.ACCORDING and view.lower[proposal.frame.cue] in VIEWS  # "For Haddad, it is"
    is_of_none = (
        _is_of_a_fact(view, proposal)
        or _is_learned(view, proposal)
        or _is_introduction(view, proposal, words)
        or _leads_to_words(view, proposal)
    )
    is_done = (
        _is_done(view, proposal)
        or _is_struck(view, proposal)
        or _is_topic(view, proposal)
        or _is_of_accounts(view, proposal)
        or _is_answer_to_calls(view, proposal)
    )
    return is_of_another or is_view or is_of_none or is_done or is_no_french_report(view, proposal, words)


def is_of_the_writer(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether whoever writes says so now, and reports nobody: "I suggest that ..."; "I ask her if ..." is a report."""
    cue = proposal.frame.cue
    is_asking = proposal.frame.lemma in words.hearer_verbs
    is_now = view.tags[cue] in _OF_NOW or _is_set_out(view, cue)
    return proposal.speaker.sort is Sort.FIRST and is_now and not is_asking


def _is_set_out(view: View, cue: int) -> bool:
    """Whether a verb is what somebody begins or ends by now: "we'll start by noting that"."""
    by = view.heads[cue]
    return view.deps[cue] == "pcomp" and view.lower[by] == "by" and view.tags[view.heads[by]] in _OF_NOW


def _is_of_the_reader(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether it is whoever reads who thinks or asks: "If you hope that ..."; "you said" is of an interview."""
    is_you = view.lower[proposal.speaker.head] in words.second_person
    return is_you and view.tags[proposal.frame.cue] != "VBD"


def _is_undergone(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether somebody is what others say or do: "Haddad was identified as a baker"; "it was revealed that" reports.

    Who is asked or told something is no speaker either, but has a row as the one spoken to.
    """
    frame, speaker = proposal.frame, proposal.speaker
    if frame.lemma in words.hearer_verbs or frame.lemma in _MINDS:
        return False
    is_undergone = frame.link is Link.PASSIVE or _is_passive(view, proposal)
    return is_undergone and view.lower[speaker.head] != "it"


def _is_passive(view: View, proposal: Proposal) -> bool:
    """Whether a participle tells what is done to somebody: "after being accused of ...", "Haddad, known for ..."."""
    cue = proposal.frame.cue
    if view.tags[cue] != "VBN" or proposal.frame.link not in {Link.BORROWED, Link.RELATIVE, Link.PRONOUN}:
        return False
    auxiliaries = [view.deps[child] for child in view.children[cue] if view.deps[child] in {"aux", "auxpass"}]
    begins_with = view.lower[proposal.first] if proposal.first == cue + 1 else ""
    if proposal.frame.lemma == "call" and begins_with == "for":
        return False  # "who's called for a vote"
    return "auxpass" in auxiliaries or (not auxiliaries and begins_with in _OF_CHARGES)


def _is_topic(view: View, proposal: Proposal) -> bool:
    """Whether somebody sets out to answer a question: "met to discuss what to learn", "try to assess which"."""
    cue = proposal.frame.cue
    is_aim = view.deps[cue] in _OF_AIMS or view.lemmas[view.heads[cue]] in _AIMING
    is_infinitive = view.tags[cue] == "VB" and any(view.lower[child] == "to" for child in view.children[cue])
    is_question = view.lower[proposal.first] in _OF_QUESTIONS
    return is_infinitive and is_aim and is_question and proposal.frame.lemma in _OF_TALKS


def _is_done(view: View, proposal: Proposal) -> bool:
    """Whether a verb that reports clauses has a thing for its object: "found a knife", "referred her to a nurse".

    Studies that "found evidence" and papers that "show ..." do report; so does who "sees the town as a risk". What
    a picture shows, nobody says.
    """
    lemma, first = proposal.frame.lemma, view.lower[proposal.first]
    if lemma == "refer":
        return any(view.deps[child] in OBJECTS for child in view.children[proposal.frame.cue])
    is_of_study = lemma in _SHOWN and proposal.speaker.sort not in _WHO
    is_of_study = is_of_study and view.lemmas[proposal.speaker.head] not in _PICTURES
    if lemma not in _OF_THINGS or first in _OF_CLAUSES or is_of_study:
        return False
    return not any(view.tags[t] in FINITE or view.lower[t] == "as" for t in range(proposal.first, proposal.last))


def _is_struck(view: View, proposal: Proposal) -> bool:
    """Whether somebody comes to terms: "has agreed a deal to sell the boat"; "agreed to sell it" is reported."""
    has_object = proposal.frame.lemma == "agree" and proposal.complement == "dobj"
    return has_object and not any(view.tags[t] in FINITE for t in range(proposal.first, proposal.last))


def _is_of_accounts(view: View, proposal: Proposal) -> bool:
    """Whether a firm presents its accounts: "reported earnings that topped estimates"; not "reported earnings fell"."""
    is_of_people = proposal.speaker.sort is Sort.PEOPLE  # "the villagers reported a loss of goats"
    if proposal.frame.lemma != "report" or is_of_people or proposal.first != proposal.frame.cue + 1:
        return False
    behind = range(proposal.first, len(view.words))
    end = next((t for t in behind if view.pos[t] not in _OF_NOUNS and view.words[t] != "-"), len(view.words))
    is_clause = end < len(view.words) and view.tags[end] in FINITE
    return view.lemmas[end - 1] in _ACCOUNTS and not is_clause


def _is_answer_to_calls(view: View, proposal: Proposal) -> bool:
    """Whether somebody does what others called for: "crews responded to reports of a fire"."""
    noun = proposal.first + 1
    is_to_calls = view.lower[proposal.first] == "to" and view.lemmas[noun] in CALLS and view.pos[noun] == "NOUN"
    return proposal.frame.lemma in CALLED_BY and is_to_calls


def _is_of_a_fact(view: View, proposal: Proposal) -> bool:
    """Whether a "this" that is nobody shows something: "This revealed that ...", "that is not to say they ...".

    Not the "that" of "a letter that said ...", and not where a name stands between: "on this Friday, Haddad said".
    """
    speaker, cue = proposal.speaker, proposal.frame.cue
    is_alone = speaker.last - speaker.first == 1 and view.lower[speaker.head] in _FACTS
    is_verb = proposal.frame.link is not Link.PRONOUN and view.pos[cue] in {"AUX", "VERB"}
    return is_alone and is_verb and "PROPN" not in view.pos[speaker.last : cue]


def _is_learned(view: View, proposal: Proposal) -> bool:
    """Whether somebody comes to know something, and tells nobody: "when finding that", "after learning that"."""
    cue = proposal.frame.cue
    opener = [view.lower[t] for t in (cue - 1, *view.children[cue]) if 0 <= t < cue]
    return view.tags[cue] == "VBG" and proposal.frame.lemma in _LEARNS and not _ON.isdisjoint(opener)


def is_by_rule(view: View, proposal: Proposal) -> bool:
    """Whether "according to" tells by what something is done: "the repair will go on according to the plan"."""
    cue, head = proposal.frame.cue, proposal.speaker.head
    is_tied = cue > 0 and view.words[cue - 1][0].isalnum() and view.inside[cue - 1] is None
    return (
        proposal.frame.link is Link.ACCORDING
        and view.lower[cue] == "according"
        and is_tied
        and view.lemmas[head] in _RULES
    )


def _is_introduction(view: View, proposal: Proposal, words: Lexicon) -> bool:
    """Whether what stands beside "according to" only introduces or tags a quotation.

    "According to the agency, a baker wrote: "..."", ""...," the first letter says, according to the agency"
    """
    first, last = proposal.first, proposal.last
    if proposal.frame.link is not Link.ACCORDING or proposal.complement != SENTENCE:
        return False
    if view.inside[first] is not None:
        own = [t for t in range(first, last) if view.inside[t] is None and view.tags[t] in FINITE]
        return own == [last - 1] and words.share("VERB", view.lemmas[last - 1])[1] >= _TAGS_QUOTATIONS
    quoted = next((t for t in range(first, len(view.words)) if view.inside[t] is not None), None)
    if quoted is None:
        return False
    before = [t for t in range(first, quoted) if view.words[t][0] not in QUOTATION_MARKS][-2:]
    return len(before) > 1 and view.words[before[1]] == ":" and view.pos[before[0]] == "VERB"


def _leads_to_words(view: View, proposal: Proposal) -> bool:
    """Whether what is told is but whose words a quotation holds: 'Many know the words of Ada Lind: "..."'."""
    for token in (t for t in range(proposal.first, proposal.last) if view.lower[t] == "words"):
        end = max(view.subtree(token) & set(range(view.sentence_of(token).stop)))
        colon = next((t for t in range(token, end + 2) if view.words[t : t + 1] == [":"]), None)
        if colon is not None and any(inside is not None for inside in view.inside[colon + 1 : colon + 3]):
            return True
    return False


def is_only_cause(view: View, proposal: Proposal) -> bool:
    """Whether the noun phrase is what others speak of or because of: "the plan drew criticism that ..."."""
    cue = proposal.frame.cue
    if view.pos[cue] != "NOUN" or proposal.frame.link is not Link.BORROWED:
        return False
    head = view.heads[cue]
    return view.lemmas[view.heads[head] if view.pos[head] == "ADP" else head] in _CAUSES


def is_of_nobody(proposal: Proposal) -> bool:
    """Whether something is told and nobody tells it: "It is widely acknowledged that ..."."""
    return proposal.frame.link is Link.PASSIVE and proposal.speaker.sort is Sort.IT
