"""What the parse of a paragraph offers: words, cue frames, and the noun phrases that may speak.

- The words of a language, and how often each introduces speech: ``lexicon``, in groups.
- The parse: ``view`` reads it once; ``tagsets`` names the sets of tags that many rules ask for. Before anybody sees it,
  its ``tree`` is put right: of French ``french_tags`` the verb of a tag that the parser did not see, then ``scheme``
  and ``reported_clauses`` redraw it as an English one; of English ``closing_tags`` the verb of a tag that the parser
  took for a noun, ``apposed_tags`` what a noun between a name's comma and its verb is, and ``player_nouns`` the
  "forward" that is no adverb.
- Cues and whom each names, ``frames``: ``parsed_frames`` finds them, with ``verb_speakers`` for verbs, ``asides`` for
  tags that look like the clause around them, ``points_of_view`` for "For Haddad, ...", ``written_sources`` for what one
  reads in a letter, and ``impersonal`` for the "il" that is nobody. ``missed_frames`` adds those that the parser did
  not see. Where it hung a verb or its subject on another clause: ``misattached_subjects``, ``coordinated_cues``,
  ``participles``.
- Who may speak: ``candidates``, from those frames, from ``mentions`` of names and from ``office_holders``.
- What stands in tags, for the models of ``learned``: ``tags``.
- What a cue may report: ``stretches``; where these begin and end if the parser is wrong: ``clause_bounds``,
  ``continuations`` (goes on behind a comma), ``next_verbs`` (ends before another verb, or one of the ``participles``).
- Whether the speaker that was chosen is rather one of the ``addressees``: "Asked if it was late, Haddad ...".
"""
