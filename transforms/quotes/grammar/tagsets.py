"""Sets of the parser's tags that many rules ask for, in the scheme of the English models.

A set that one rule alone asks for stands beside that.
"""

# Parts of speech.
VERBS = frozenset({"AUX", "VERB"})
NOUNS = frozenset({"NOUN", "PROPN"})
NOUNS_AND_PRONOUNS = NOUNS | {"PRON"}
NOMINAL = NOUNS_AND_PRONOUNS | {"ADJ", "DET", "NUM", "X"}  # of the head of a noun phrase

# Fine tags.
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})  # of verbs that have a subject
PAST = frozenset({"VBD", "VBN"})  # the parser takes one for the other: "left the port, turned north"
SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNPS", "NNS"})

# Relations.
SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
OBJECTS = frozenset({"dative", "dobj", "iobj"})  # of whom or what a verb acts on
AUXILIARIES = frozenset({"aux", "auxpass"})

# Words.
RELATIVE = frozenset({"that", "which", "who", "whom"})
FRENCH_CLITICS = frozenset({"elle", "elles", "il", "ils", "on"})
