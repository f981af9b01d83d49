"""What was learned: who of the candidates speaks, by which cue, how likely, and whether a stretch is speech at all.

Models are learned by ``benchmarks/train_speaker_model.py``.

- What is asked: ``questions`` makes of an article a list of stretches, each with those who may have said it, as
  numbers: where it stands (``features``), and what is known of each of them (``pairs``). ``trees`` evaluates models.
- Who speaks: ``ranking``. Whether it is speech: ``speech``. How sure the speaker is: ``confidence``. By which cue:
  ``cues``.
- Reported speech: ``indirect`` proposes and has them scored, ``indirect_choice`` takes some, and ``sureness`` tells how
  likely each of these is something that somebody says.
- What comes of all this, and goes on to ``turns``: ``answers``.
"""
