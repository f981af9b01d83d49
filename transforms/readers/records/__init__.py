"""Records of keys and values, whatever the file they come in: JSON, tables, spreadsheets, databases.

- A record to an article, whatever it came in: ``article``, or ``json_parts`` where its text is in parts; where a key
  leads: ``paths``. What copydesk wrote itself is none: ``own_tables``.
- JSON: ``json_records`` and ``jsonl`` are the readers. They stream (``json_stream``), find where the articles are
  (``json_lists``, ``json_objects``) and take JSON as it is written in practice (``json_values``).
- Tables: ``tables`` (by ``rows``), ``arrow``, ``sqlite`` (in a file without a name, ``nameless``), ``sheets``.
"""
