"""The corrections of which candidate the models put first, in the order in which they are made."""

from collections.abc import Callable, Sequence

from transforms.quotes.corrections.case import Case, case
from transforms.quotes.corrections.contrast import without_contrasted
from transforms.quotes.corrections.introducing_verbs import with_heard, with_introducer
from transforms.quotes.corrections.labelled import with_label
from transforms.quotes.corrections.outermost import with_last_word
from transforms.quotes.corrections.passive_hearers import with_teller
from transforms.quotes.corrections.quoted_as import with_quoted
from transforms.quotes.corrections.relative_clauses import with_relative_clause
from transforms.quotes.corrections.relayed import without_relay
from transforms.quotes.corrections.source_documents import without_source_document
from transforms.quotes.corrections.witnesses import without_witnesses
from transforms.quotes.corrections.words_of import with_owner_of_words
from transforms.quotes.grammar.lexicon import Lexicon
from transforms.quotes.grammar.view import View
from transforms.quotes.learned.questions import Question
from transforms.quotes.learned.ranking import Scores

CORRECTIONS: tuple[Callable[[Case, Scores], Scores], ...] = (
    # Whoever is first gives way to another one of his sentence, who gets his score.
    with_teller,  # "..., Fox was told by Haddad": not Fox
    with_quoted,  # '"...," the Harbour Post quoted Lind as saying': not the Harbour Post
    without_source_document,  # "..., Haddad told them, according to a statement": not the statement
    without_relay,  # "Selon le journal, la maire a dit que « ... »": not the paper
    # Some cannot have said it.
    without_witnesses,  # « ... », scande la foule, ont constaté des journalistes: not the journalists
    without_contrasted,  # 'Kamau admitted it was late, while Haddad called it "early"': not Kamau
    # Somebody is sure to have; of two the later one is.
    with_relative_clause,  # 'Haddad praised Lind, who called it "a farce"': Lind
    with_last_word,  # 'Fox said Lind "had no chance," Haddad recalled.': Haddad
    with_introducer,  # 'Fox laughed when Haddad told the crowd, "It is late."': Haddad
    with_heard,  # 'Fox said Haddad is heard on a tape saying "it is late."': Haddad
    with_label,  # 'The cranes stay - Ada Lind: "..."': Lind
    with_owner_of_words,  # 'Many know the words of Ada Lind: "..."': Lind
)


def corrected(question: Question, scores: Scores, views: Sequence[View], words: Lexicon) -> Scores:
    """The scores of a question's candidates after the rules that the models did not learn."""
    if not len(scores):
        return scores
    asked = case(question, views, words)
    for correction in CORRECTIONS:
        scores = correction(asked, scores)
    return scores
