"""What looks like reported speech, and reports nothing.

``order`` has the rules that say so. Each is given what may be a report (``candidate``). It may be about whoever reads,
about a fact, or about somebody whom others tell of (``undergone``), what somebody does, has or comes to know
(``done``), words around a quotation (``around_quotations``), or something that only French has (``french``). Of a
report that remains, ``nobodys`` tells whether anybody makes it.
"""
