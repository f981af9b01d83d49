"""Tags such as "said Lind" that no parser gets right: those within the marks of a quotation, and those of French.

- ``french``: tags that French prints within the marks (*incises*), what stands between their verb and its subject, and
  the forms of their verbs.
- ``clitics``: subjects that French hangs on their verb with a hyphen, as in "a-t-elle dit".
- ``unclosed``: tags of English quotations whose closing mark is missing.
"""
