"""Universities whose name goes on behind a comma with the town of the campus: 'University of Oregon, Portland'."""

from spacy.tokens import Doc

from transforms.names.forms.countries import is_american_state, is_city
from transforms.names.forms.folding import fold

_LONGEST = 3  # words of a state or a town


def end_of_campus(doc: Doc, comma: int) -> int:
    """The token behind the town that belongs to the university before a comma; ``comma`` if there is none.

    Only those of American states are named so. A list goes on with other universities: "the University of Oregon,
    Portland and Harbour College".
    """
    if doc[comma : comma + 1].text != "," or not any(
        is_american_state(fold(doc[first:comma].text)) and doc[first - 2 : first].text.lower() == "university of"
        for first in range(max(comma - _LONGEST, 2), comma)
    ):
        return comma
    for end in range(min(comma + 1 + _LONGEST, len(doc)), comma + 1, -1):
        if doc[end - 1].is_title and is_city(fold(doc[comma + 1 : end].text)):
            behind = doc[end : end + 2]
            is_longer = any(token.text[0].isupper() for token in behind[:1])
            is_list = behind[:1].text == "and" and any(token.text[0].isupper() for token in behind[1:])
            return comma if is_longer or is_list else end
    return comma
