"""Chinese names in Latin letters, told from words of English by their syllables."""

import re

from spacy.tokens import Doc

from transforms.names.forms.folding import fold
from transforms.names.sentences import is_sentence_start
from transforms.names.wordlists import mapping

_SYLLABLE = (
    "(?:[bpmfw]?o|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:i(?:ang|ong|an|ao|ng|n|e|a|u)?|u(?:ang|ai|an|ng|a|i|o|n|e)?|ong|ou|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?))"
)
_GIVEN_NAME = re.compile(f"{_SYLLABLE}{{1,2}}")
_OPENING = frozenset({"so", "to", "oh"})  # words of English that open a sentence before a name
_LONG = 5  # letters of a given name that is hardly of another language


def is_chinese_name(doc: Doc, at: int) -> bool:
    """Whether tokens ``at`` and ``at + 1`` are family and given name in that order, though English has the first word.

    'He' is no pronoun before a name, and 'An' no article before a consonant: 'He Jingwei', 'An Zhilan'. But a sentence
    may begin 'So Jingwei', and a 'Fan' may be called Ben.
    """
    first, second = doc[at], fold(doc[at + 1].text)
    if not first.is_title or first.lower_ not in mapping("family_names_first.tsv"):
        return False
    if is_sentence_start(doc, at) and (first.lower_ in _OPENING or len(second) < _LONG):
        return False
    is_article = first.lower_ == "an" and second[0] in "aeiou"
    return not is_article and bool(_GIVEN_NAME.fullmatch(second))
