"""What the models did not learn: rules of grammar that change whom they chose, or by which cue.

Each is about a kind of sentence that the models saw too few of, or none in French, and in which grammar alone is sure
who speaks. They need what the models made of a quotation, and are asked where ``quoted`` puts the two together.

- Who speaks: ``order`` has the rules in the order they apply, with a sentence for each. All are given a ``case``, which
  also has the three things that they may do: two candidates change places, some go to the end, or one to the front. Who
  is first and should not be: ``passive_hearers``, ``quoted_as``, ``source_documents``, ``relayed``. Who cannot have
  said it: ``witnesses``, ``contrast``. Who must have: ``relative_clauses``, ``outermost``, ``introducing_verbs``,
  ``labelled``, ``words_of``.
- By which cue, once somebody is chosen: ``clear_cues``. Whether the words are those of nobody in particular, which
  takes the speaker away again: ``words_of_others``.
"""
