"""Whom the names of an article mean takes time in proportion to their number, not to its square."""

from types import SimpleNamespace

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from schemas.vocabulary import Label
from transforms.names.coreference import full_names
from transforms.names.coreference.cluster import Cluster
from transforms.names.coreference.full_names import Bearers
from transforms.names.forms.person_names import person_name
from transforms.names.passes.capitals import is_headline
from transforms.names.passes.introductions import with_introductions
from transforms.names.spots import make_spot


@pytest.mark.timeout(10)
def test_a_paragraph_of_many_names_is_asked_once_whether_it_is_a_headline() -> None:
    doc = Doc(Vocab(), words=["Lind", "came"] * 10_000)
    assert not any(is_headline(doc) for _ in range(10_000))


def test_a_name_is_compared_with_those_alone_that_it_may_agree_with(monkeypatch: pytest.MonkeyPatch) -> None:
    given, family = ["Ada", "Alma", "Anna", "A."], ["Lind", "Lund", "Loos", "L."]
    names = {name: person_name(name) for name in (f"{one} {other}" for one in given for other in family)}
    names |= {"Agnes Lamm": person_name("Agnes Lamm"), "Agnes L.": person_name("Agnes L.")}
    bearers = Bearers(names)
    for at, key in enumerate(list(names)[:16]):
        bearers.clusters.append(Cluster(Label.PERSON, full=key))
        bearers.add(key, at)
    compared: list[str] = []
    agree = full_names._agree
    monkeypatch.setattr(
        full_names,
        "_agree",
        lambda name, cluster, all_of: compared.append(cluster.full) or agree(name, cluster, all_of),
    )
    assert [bearers.clusters[at].full for at in bearers.agreeing("Agnes Lamm")] == ["A. L."]
    assert compared == ["A. L."]
    assert [bearers.clusters[at].full for at in bearers.agreeing("Agnes L.")] == [f"A. {one}" for one in family]


@pytest.mark.timeout(10)
def test_acronyms_of_many_paragraphs_are_put_right_in_time() -> None:
    vocab, size = spacy.blank("en").vocab, 5000
    words = ["The", "Lund", "Harbour", "Agency", "(", "LHA", ")", "left", "."]
    paragraphs = [SimpleNamespace(doc=Doc(vocab, words=words)) for _ in range(size)]
    spots = [make_spot(paragraph.doc, number, 2, 4, Label.ORG) for number, paragraph in enumerate(paragraphs)]
    found = with_introductions(paragraphs, spots)
    assert [(spot.paragraph, spot.first, spot.last) for spot in found[-2:]] == [(size - 1, 1, 4), (size - 1, 5, 6)]
    assert len(found) == 2 * size
