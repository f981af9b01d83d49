"""Roles before and behind a name in French; ``[...]`` is the name, the rest of a row its roles and gender."""

import pytest
import spacy

from transforms.names.roles import french_titles

# text, role before, role behind, gender
CASES = {
    "right before": ("Le ministre de l'Intérieur [Karl Moe] a parlé.", "ministre de l'Intérieur", None, "m"),
    "before a comma": ("La maire de Lund, [Ada Lind], a parlé.", "maire de Lund", None, "f"),
    "modifier": ("L'ancien président [Karl Moe] est là.", "ancien président", None, "m"),
    "noun tells": ("l'avocate [Ada Lind] est là.", "avocate", None, "f"),
    "address": ("Selon Mme [Lind], rien ne presse.", None, None, "f"),
    "address with a stop": ("Pour M. [Moe], rien ne presse.", None, None, "m"),
    "address that tells nothing": ("Me [Lind] a plaidé.", None, None, None),
    "address behind a role": ("la présidente du club, Me [Ada Lind], a parlé.", "présidente du club", None, "f"),
    "the outer one before a comma": ("le directeur de cabinet de la ministre, [Karl Moe], est là.",
                                     "directeur de cabinet de la ministre", None, "m"),
    "the nearest right before": ("l'avocat de la ministre [Ada Lind] est là.", "ministre", None, "f"),
    "behind": ("[Ada Lind], directrice de Ventalis, a parlé.", None, "directrice de Ventalis", None),
    "behind, with article": ("[Karl Moe], le patron du groupe, a parlé.", None, "patron du groupe", None),
    "behind an age": ("[Ada Lind], 42 ans, agricultrice à Lund, attend.", None, "agricultrice à Lund", None),
    "up to a time": ("[Ada Lind], maire de Lund depuis 2014, attend.", None, "maire de Lund", None),
    "whose club it is": ("L'entraîneur de [Lund] est là.", None, None, None),
    "no role": ("Hier soir, [Ada Lind], fatiguée, est partie.", None, None, None),
    "a relative clause": ("[Ada Lind], qui attend, est là.", None, None, None),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "before", "behind", "gender"), CASES.values(), ids=CASES)
def test_roles(marked: str, before: str | None, behind: str | None, gender: str | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    doc = spacy.blank("fr")(marked.replace("[", "").replace("]", ""))
    span = doc.char_span(start, end)
    assert span is not None
    assert french_titles.role_before(doc, span.start) == before
    assert french_titles.role_after(doc, span.end) == behind
    assert french_titles.address_gender(doc, span.start) == gender


@pytest.mark.parametrize(("role", "gender"), [("directrice de Ventalis", "f"), ("patron", "m"), ("porte-parole", None)])
def test_gender_of_a_role(role: str, gender: str | None) -> None:
    assert french_titles.role_gender(role) == gender


@pytest.mark.parametrize(
    ("text", "word", "is_titled"),
    [("le juge Moe", "Moe", True), ("M. Moe", "Moe", True), ("la rue Moe", "Moe", False), ("Moe", "Moe", False)],
)
def test_titles(text: str, word: str, is_titled: bool) -> None:
    doc = spacy.blank("fr")(text)
    assert french_titles.is_titled(doc, next(token.i for token in doc if token.text == word)) == is_titled
