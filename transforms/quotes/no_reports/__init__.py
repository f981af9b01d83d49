"""What looks like reported speech, and reports nothing.

``order`` has the rules that say so, each given a proposal with what tells of it (``told``): it is of whoever reads, of
a fact, or of somebody whom others tell of (``undergone``); what somebody does, has or comes to know (``done``); words
around a quotation (``around_quotations``); what only French has (``french``). Of a report that remains, ``nobodys``
tells whether anybody makes it.
"""
