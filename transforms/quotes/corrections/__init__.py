"""What the models did not learn: rules of grammar that change whom they chose, or by which cue.

They need the scores of a model, or what was chosen by it, and are asked where ``quoted`` puts the two together.

- Whom the order did not put first, in this order: ``told``, ``media``, ``relayed``, ``witnesses``, ``contrast``,
  ``relatives``, ``outermost``, ``introduced``, ``words_of``. Of two that apply the last one wins.
- The cue: ``clear_cues``. Whether the words are those of nobody in particular: ``of_others``.
"""
