"""Who issued a document: "the statement" is of whoever the article said it came from, when it first told of it.

"Fox said in a statement ... The statement added", "a statement from Haddad Foods", "the union's letter".
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.frames import Link
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.tagsets import SUBJECTS
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.descriptions import DEFINITE
from transforms.quotes.meaning.nameless import has_quotation_cue, is_subject

_FROM = frozenset({"by", "from", "of"})
_SENT_BY = frozenset({"by", "from"})
_THROUGH = frozenset({"in", "via", "through"})
_MORE = frozenset({"also", "further"})
_BACK = 6  # paragraphs to look back for a statement
_BACK_FOR_SPEAKERS = 1
_ISSUES = frozenset({"give", "issue", "publish", "release", "send", "sign"})
_OWN_ONLY = frozenset({"post", "statement", "tweet"})  # which nobody publishes for another
_OBJECT = frozenset({"dobj"})
_ASK = frozenset({"poll", "survey"})
_BACK_FOR_STUDIES = 3  # reports there are many of


def written_by(
    views: Sequence[View], pools: Sequence[Sequence[Candidate]], writing: Candidate, lexicon: Lexicon
) -> Candidate | None:
    """Whoever gave out what "the statement" means; None for other words, or where nothing tells."""
    view, pool = views[writing.paragraph], pools[writing.paragraph]
    noun = view.lemmas[writing.head]
    is_study = noun in lexicon.writings.studies
    if noun not in lexicon.writings.nouns and not is_study:
        return None
    owner = _sender(view, pool, writing.head)
    if is_study and owner is not None and owner.sort is Sort.PLACE:
        owner = None  # "reports from Lund"
    if is_study and not writing.may_speak:
        return owner  # "her report angered him" is no report's answer
    owner = owner or _owner(view, pool, writing.head, lexicon)
    if owner is None and noun in _OWN_ONLY and view.deps[writing.head] == "dobj":
        owner = _giver(view, pool, writing.head, lexicon)
    if owner is not None or view.lower[writing.first] not in DEFINITE:
        return owner
    told = [(views[i], pools[i], token) for i, token in _told_before(views, writing, is_study=is_study)]
    writers = (_writer(*own, lexicon) for own in told)
    senders = (_sender(*own) for own in told)
    # Who is told to have given it out goes before who signed it.
    return next(filter(None, chain(writers, senders)), None)


def _told_before(views: Sequence[View], writing: Candidate, *, is_study: bool) -> Iterator[tuple[int, int]]:
    """Where a writing was told of before by the same noun: paragraphs and tokens, the nearest first."""
    noun = views[writing.paragraph].lemmas[writing.head]
    back = _BACK_FOR_STUDIES if is_study else _BACK
    for index in range(writing.paragraph, max(-1, writing.paragraph - back - 1), -1):
        view = views[index]
        before = range(writing.first if index == writing.paragraph else len(view.words))
        for token in reversed(before):
            if view.lemmas[token] == noun and view.inside[token] is None:
                yield index, token


def writer_before(
    views: Sequence[View], pools: Sequence[Sequence[Candidate]], it: Candidate, lexicon: Lexicon
) -> Candidate | None:
    """Whose writing "it" is, where the sentence before is about one: "A letter from Haddad was read. ..., it said".

    Or where it tells who gave one out: "The family's lawyer read a statement. ..., it said".
    """
    index, about = _before(views, it, SUBJECTS)
    writing = next((t for t in about if views[index].lemmas[t] in lexicon.writings.nouns), None)
    if writing is None and has_quotation_cue(it):
        index, about = _before(views, it, _OBJECT)
        writing = next((t for t in about if _is_given_out(views[index], t)), None)
    if writing is not None:
        return _writer(views[index], pools[index], writing, lexicon) or _sender(views[index], pools[index], writing)
    spoke = _last_to_speak(pools, it) if has_quotation_cue(it) else None
    if spoke is None or views[spoke.paragraph].lemmas[spoke.head] not in lexicon.writings.nouns:
        return None
    own = views[spoke.paragraph], pools[spoke.paragraph], spoke.head
    return _sender(*own) or _writer(*own, lexicon)


def _last_to_speak(pools: Sequence[Sequence[Candidate]], it: Candidate) -> Candidate | None:
    """The last who said something before "it" does, unless somebody else has done something since."""
    for index in range(it.paragraph, max(-1, it.paragraph - _BACK_FOR_SPEAKERS - 1), -1):
        before = [c for c in pools[index] if index < it.paragraph or c.head < it.head]
        for candidate in reversed(before):
            done = [frame for frame in candidate.frames if frame.link is Link.SUBJECT and frame.lemma != "be"]
            if any(frame.marks_quotations for frame in done):
                return candidate
            if done and candidate.entity is not None:
                return None
    return None


def report_before(views: Sequence[View], it: Candidate, lexicon: Lexicon) -> tuple[int, int] | None:
    """The report that "it" means, by its paragraph and token: "A report on Fox is out. It claims ...".

    "The report angered the board. It said ..." may be the board's answer, but not "It also said ...".
    """
    index, about = _before(views, it, SUBJECTS)
    view, verb = views[index], views[it.paragraph].heads[it.head]
    goes_on = any(views[it.paragraph].lower[child] in _MORE for child in views[it.paragraph].children[verb])
    for token in about:
        is_told_of = view.deps[token] == "nsubjpass" or view.lemmas[view.heads[token]] == "be"
        if view.lemmas[token] in lexicon.writings.studies and (is_told_of or goes_on):
            return index, token
    return None


def _is_given_out(view: View, token: int) -> bool:
    """Whether a writing that nobody gives out for another is read aloud or published: "read a statement"."""
    return view.lemmas[token] in _OWN_ONLY and view.lemmas[view.heads[token]] in {*_ISSUES, "read"}


def _before(views: Sequence[View], it: Candidate, relations: Collection[str]) -> tuple[int, list[int]]:
    """The words in some relations in the sentence before a pronoun's, outside of quotations, and their paragraph."""
    index, view = it.paragraph, views[it.paragraph]
    sentence = view.sentences[it.first]
    told = (t for t in reversed(range(it.first)) if view.inside[t] is None and view.words[t][0].isalnum())
    before = next((view.sentences[t] for t in told if view.sentences[t] < sentence), None)
    if before is None:
        index -= 1
        if index < 0 or not views[index].sentences:
            return it.paragraph, []
        view, before = views[index], views[index].sentences[-1]
    return index, [t for t in view.sentence(before) if view.deps[t] in relations and view.inside[t] is None]


def _owner(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Whose a writing is by the words before it: "Fox's statement", "its statement", "an NBA statement"."""
    before = {child for child in view.children[token] if child < token}
    owners = {child for child in before if view.deps[child] == "poss"}
    named = {child for child in before if view.deps[child] == "compound"}
    is_of_body = view.lemmas[token] in lexicon.writings.of_bodies
    is_by_body = view.lemmas[token] in lexicon.writings.studies and _is_one_of_many(view, token)
    return next((c for c in pool if c.head in owners or _is_of(c, named, is_of_body, is_by_body)), None)


def _is_of(name: Candidate, named: set[int], is_of_body: bool, is_by_body: bool) -> bool:
    """Whether a writing is of whom a name before it tells; a report only of a body, as "a Fox report" is on him."""
    is_body = name.sort is Sort.ORGANISATION
    return name.head in named and name.entity is not None and (is_of_body or (is_by_body and is_body))


def _is_one_of_many(view: View, token: int) -> bool:
    """Whether a study is told by whom it is and not on what: "a Harbour Trust report", "the Lund College poll"."""
    first = min(view.children[token], default=token)
    return view.lower[first] in {"a", "an"} or view.lemmas[token] in _ASK


def _sender(view: View, pool: Sequence[Candidate], token: int) -> Candidate | None:
    """Whose a writing is by the words behind it: "a statement from Haddad Foods", "a letter by the union"."""
    owners = {*_behind(view, token, _SENT_BY), *_issuing(view, token)}
    return next((candidate for candidate in pool if candidate.head in owners), None)


def _behind(view: View, token: int, prepositions: frozenset[str]) -> Iterator[int]:
    """What hangs on a noun by one of some prepositions."""
    for child in view.children[token]:
        if view.lower[child] in prepositions:
            yield from (grandchild for grandchild in view.children[child] if view.deps[grandchild] == "pobj")


def _issuing(view: View, token: int) -> Iterator[int]:
    """Who gave out a writing: "a statement issued in Lund by the mayor"."""
    for verb in view.children[token]:
        if view.deps[verb] == "acl" and view.lemmas[verb] in _ISSUES:
            agents = (child for child in view.children[verb] if view.deps[child] == "agent")
            yield from (t for agent in agents for t in view.children[agent] if view.deps[t] == "pobj")


def _writer(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Whose a writing is, as its own words tell, or its sentence: "Fox said in a statement"."""
    subject = _giver(view, pool, token, lexicon)
    owners = {child for child in view.children[token] if view.deps[child] == "poss"}
    owners.update(_behind(view, token, _FROM - {"by"} if subject else _FROM))
    return next((candidate for candidate in pool if candidate.head in owners), None) if owners else subject


def _is_passive(view: View, verb: int) -> bool:
    return any(view.deps[child] == "nsubjpass" for child in view.children[verb])


def _giver(view: View, pool: Sequence[Candidate], token: int, lexicon: Lexicon) -> Candidate | None:
    """Who acts in a sentence in which something is said in a writing, or a writing is given out."""
    above, sentence = view.heads[token], view.sentences[token]
    if _is_given_out(view, token) and view.deps[token] == "dobj":
        giving = {child for child in view.children[above] if view.deps[child] == "nsubj" and child < above}
        return next((c for c in pool if c.head in giving), None)
    is_means = view.deps[token] == "pobj" and view.lower[above] in _THROUGH
    if is_means and view.lemmas[token] in lexicon.writings.studies and view.deps[above] == "prep":
        is_means = not _is_passive(view, view.heads[above])  # "Fox is quoted in the report", which is another's
    if not is_means and not (view.deps[token] == "dobj" and view.lemmas[above] in lexicon.writings.publishing_verbs):
        return None
    return next((c for c in pool if view.sentences[c.head] == sentence and is_subject(c)), None)
