"""What looks like reported speech, and reports nothing.

``order`` has the rules that say so. Each is given a ``candidate`` for reported speech. The rules are about sentences
whose cue has no speaker, as in "Haddad was identified as a baker" (``no_speaker``), about what somebody does, has or
comes to know (``actions``: "found a knife"), about words around a quotation (``around_quotations``), and about what
only French has (``french``). Of a report that remains, ``unattributed`` tells whether nobody named makes it: "It is
widely acknowledged that ...".
"""
