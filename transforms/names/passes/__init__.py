"""What corrects the names that the recogniser found, a module for each kind of mistake; ``find.py`` has the order.

- Where names begin and end: ``capitals``, ``marked_names``, ``nicknames``, ``cut_names``, ``common_surnames``,
  ``initials``, ``split_names``, ``boundaries`` (which asks ``pinyin``), ``sentence_heads``, ``titles_in_names``.
- What a name is: ``consistent_types``, by the ``evidence`` at its places; ``company_kinds``, ``contests``,
  ``introductions`` of acronyms, ``possessive_names``, ``french_types``.
- What the recogniser passed over: ``french_names``, ``user_accounts``, ``missed_names``, ``repeats``.
"""
