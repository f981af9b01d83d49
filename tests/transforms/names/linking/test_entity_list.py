"""Reading ``entities.csv``, and what is said about a line that can't be meant."""

import pytest

from schemas.vocabulary import Label
from transforms.names.linking.decisions import UserEntity
from transforms.names.linking.entity_list import EntityListError, read_entity_list

HEAD = "name,label,aliases,wikidata\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            HEAD + "Ada Lovelace,PERSON,Ada Byron|Countess of Lovelace,Q7259\n",
            [UserEntity("Ada Lovelace", Label.PERSON, ("Ada Byron", "Countess of Lovelace"), ("wikidata:Q7259",))],
            id="all columns",
        ),
        pytest.param("label,name\norg,Quorum\n", [UserEntity("Quorum", Label.ORG)], id="other order, small letters"),
        pytest.param(
            "name;label;ror_id;id\n\nQuorum;ORG;05abc;lei:5493\n",
            [UserEntity("Quorum", Label.ORG, (), ("ror:05abc", "lei:5493"))],
            id="semicolons, an empty line, ids of other schemes",
        ),
        pytest.param(
            'name,label,aliases\n"Reed, Byron and Sons",ORG,\n',
            [UserEntity("Reed, Byron and Sons", Label.ORG)],
            id="a comma in the name",
        ),
        pytest.param(
            "\ufeffname,label\r\nQuorum,ORG\r\n", [UserEntity("Quorum", Label.ORG)], id="saved by a spreadsheet"
        ),
        pytest.param(HEAD, [], id="head alone"),
    ],
)
def test_a_list_is_read(text: str, expected: list[UserEntity]) -> None:
    assert read_entity_list(text.encode()) == expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "line 1: the file is empty", id="empty"),
        pytest.param("name,alias\nx,y\n", "line 1: no column 'label'", id="no label"),
        pytest.param("name,label,alises\nx,ORG,y\n", "line 1: unknown column 'alises'", id="misspelled column"),
        pytest.param("name,label,name\n", "line 1: column 'name' stands twice", id="column twice"),
        pytest.param(
            "name,label\nQuorum,COMPANY\n", "line 2: unknown label 'COMPANY'; there are PERSON, ORG", id="label"
        ),
        pytest.param("name,label\n\nQuorum,\n", "line 3: the label is empty", id="no label in a row"),
        pytest.param("name,label\nQuorum,ORG\n ,ORG\n", "line 3: the name is empty", id="no name"),
        pytest.param("name,label\nReed, Byron and Sons,ORG\n", "line 2: 3 cells, but there are 2", id="unquoted comma"),
        pytest.param(
            'name,label\n"Two\nlines",ORG\nQuorum,ORGAN\n', "line 4: unknown label", id="behind a name of two lines"
        ),
        pytest.param(
            "name,label,aliases\nAda Byron,PERSON,Ada\nTom Reed,PERSON,\nAda Reed,PERSON,Ada\n",
            "line 4: 'Ada' is claimed by 'Ada Byron' and by 'Ada Reed'; keep it in one row (the other is line 2)",
            id="a name claimed twice",
        ),
        pytest.param('name,label\n"Quorum,ORG\n', "not CSV", id="quotation mark left open"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, says: str) -> None:
    with pytest.raises(EntityListError) as raised:
        read_entity_list(text.encode())
    assert says in str(raised.value)


def test_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(EntityListError, match="line 2: not UTF-8"):
        read_entity_list("name,label\nPeña,PERSON\n".encode("latin-1"))
