"""One spelling for the ways in which news texts write the same foreign name in Latin letters."""

from functools import lru_cache

from transforms.names.wordlists import mapping, rows

_SHORTEST = 6  # letters of a word whose ending may be respelled


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """A folded word in the spelling that stands for all of its own: 'zelenskyy' gives 'zelensky'.

    Given names by a list (``given_name_spellings.tsv``), family names by the endings that transliterations from
    Cyrillic differ in (``family_name_endings.tsv``). Any other word is its own.
    """
    listed = _listed().get(word)
    if listed:
        return listed
    if len(word) >= _SHORTEST:
        for ending, usual in mapping("family_name_endings.tsv").items():
            if word.endswith(ending):
                return word.removesuffix(ending) + usual
    return word


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    spellings = ([row[0], *row[1].split("|")] for row in rows("given_name_spellings.tsv"))
    return {other: usual for usual, *others in spellings for other in others}
