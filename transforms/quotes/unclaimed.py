"""A few marked words of the body that nobody is told to say: a coined term, a name, a word meant otherwise.

'Sailors are put into "winter sleep".' The chance of speech is no more than fair there, nobody is likely to have said
them, and no word of their sentence tells of speech.
"""

from schemas.vocabulary import Section
from transforms.quotes.grammar.frames import MARKS_QUOTATIONS
from transforms.quotes.learned.questions import ArticleReading, Question
from transforms.quotes.sections import section

_MOST_WORDS = 3
_FAIR = 1.2  # log-odds of speech below which a few words need somebody who says them
_REPORTS = 0.3  # share of a verb or noun that tells what somebody says or thinks


def is_unclaimed(reading: ArticleReading, question: Question, speech: float) -> bool:
    """Whether a segment whose speaker is unknown is only a term; ``speech`` are its log-odds of being speech.

    Only where the cues of a language are counted, as in English: the lists alone tell too little.
    """
    at, segment = question.place, question.segment
    view, words = reading.views[at.paragraph], reading.lexicon
    is_short = len(reading.text[segment.start : segment.end].split()) <= _MOST_WORDS
    if not words.cues.shares or not is_short or speech >= _FAIR or section(view.paragraph.kind) is not Section.BODY:
        return False
    outside = (t for t in view.sentence_of(at.first) if view.inside[t] is None and view.pos[t] in {"NOUN", "VERB"})
    shares = (words.cues.share(view.pos[t], view.lemmas[t]) for t in outside)
    return not any(share.reported >= _REPORTS or share.quoted >= MARKS_QUOTATIONS for share in shares)
