"""Who speaks where several do together: "Lind and Fox said", "he and Mayor Fox said"."""

from collections.abc import Callable, Iterator, Sequence

from transforms.quotes.grammar.candidates import Candidate, Sort
from transforms.quotes.grammar.tagsets import NOUNS_AND_PRONOUNS, PLURAL
from transforms.quotes.grammar.view import View
from transforms.quotes.meaning.memory import Referent

_ALL = frozenset({"&", "and"})
_NOT_ALL = frozenset({"but", "neither", "ni", "nor", "not", "or"})  # French words but "ni" stand by their English names
_TELLS_OF_ANOTHER = frozenset({"appos", "compound", "nmod", "poss"})
_TAKEN_FOR_TITLE = frozenset({"compound", "nmod"})  # what the parser takes "Lind" for in "Lind and Mayor Ada Fox said"


def joint_speakers(
    view: View, speaker: Candidate, pool: Sequence[Candidate], resolve: Callable[[Candidate], Referent | None]
) -> list[int]:
    """The entities that a phrase for several speakers names or means, as they stand in it; empty where one speaks.

    ``pool`` are the noun phrases of the paragraph, ``resolve`` tells whom one means.
    """
    said = range(speaker.first, speaker.last)
    joins = {view.lower[token] for token in said if view.pos[token] in {"CCONJ", "PART"} or view.words[token] == "&"}
    if joins.isdisjoint(_ALL) or not joins.isdisjoint(_NOT_ALL):
        return []
    heads = {*_joined(view, speaker.head, said), *_first_of_two(view, speaker, pool)}
    found: dict[int, None] = {}
    for part in (candidate for candidate in pool if candidate.head in heads):
        meant = resolve(part) if part.head == speaker.head or _is_somebody(part) else None
        if meant is not None and (part.head == speaker.head or not meant.is_doubtful):
            found[meant.entity] = None
    return list(found) if len(heads) > 1 else []


def first_of_several(view: View, candidate: Candidate) -> bool:
    """Whether "and" joins another name to that of a person: "Lind" in "Lind and Fox"; not "the firm Lind and Fox"."""
    if candidate.sort is not Sort.PERSON or view.deps[candidate.head] in _TELLS_OF_ANOTHER:
        return False
    joined = (child for child in view.children[candidate.head] if view.deps[child] == "conj")
    return any(view.pos[child] == "PROPN" for child in joined)


def _is_somebody(part: Candidate) -> bool:
    """Whether a part is a name or "he": "his team" and "others" are nobody in particular."""
    return part.entity is not None or part.sort is Sort.SINGULAR


def _joined(view: View, head: int, within: range) -> Iterator[int]:
    """The nouns that "and" joins to a noun, itself among them: "Lind, a baker, and Fox" hangs Fox on the baker."""
    waiting = [head]
    while waiting:
        noun = waiting.pop()
        yield noun
        behind = (child for child in view.children[noun] if child > noun and child in within)
        waiting += [t for t in behind if view.deps[t] in {"appos", "conj"} and view.pos[t] in NOUNS_AND_PRONOUNS]


def _first_of_two(view: View, speaker: Candidate, pool: Sequence[Candidate]) -> Iterator[int]:
    """The person whom the parser took for a part of the last name, or of "leaders" in "Lind and party leaders"."""
    if speaker.entity is None and view.tags[speaker.head] not in PLURAL:
        return  # "the Lund Youth and Harbour player"
    for part in (other for other in pool if speaker.first <= other.head < speaker.head and other.sort is Sort.PERSON):
        is_joined = any(
            part.head < child < speaker.head and view.lower[child] in _ALL for child in view.children[part.head]
        )
        if is_joined and view.deps[part.head] in _TAKEN_FOR_TITLE:
            yield part.head
