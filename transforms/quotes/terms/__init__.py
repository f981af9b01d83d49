"""Marks that hold a name or a term and no speech: a work (the film "Harbour Lights"), a nickname, a word of a trade.

``order`` has the kinds of them, each a rule that is given the words with what stands beside them (``marked``), and that
alone is enough: what anybody is called (``nicknames``), what a work, a prize or a policy is (``titles``), a word for
something that nobody in particular says (``coined``).
"""
