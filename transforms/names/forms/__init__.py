"""Names as strings: their parts, spelling and initials, the countries that they stand for.

- One spelling for what is one name: ``folding`` (case, accents, full stops), ``spelling`` (foreign names in Latin
  letters), ``same_name`` (both, with the wording of bodies and peoples).
- People: ``name_parts`` as printed, ``person_names`` to compare them, ``given_names`` that are known, ``going_by``
  for the words that tell by what name somebody goes.
- Bodies and places: ``acronyms``, ``countries``.
"""
