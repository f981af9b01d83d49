"""The lake: open, commit, query, maintain.

- Opening it: ``place`` says where it is, ``lake`` opens it, with DuckDB's ``extensions``, ``credentials`` for a bucket
  (``object_stores``, ``azure``) and ``tuning`` to its size; ``migrate`` brings an older one up to date; ``postgres``
  for such a catalog; ``lock`` lets one writer in. ``errors`` and ``explain`` say what went wrong and what to do.
- Writing: ``staging`` on the disk, then ``commit``, by one of the ``transactions`` that outlast a power failure. It
  asks for ``arrivals``, and takes out what has another identity now (``changed_identities``) or was withdrawn
  (``withdraw``) by ``removal``; ``aggregates`` and ``wordings`` follow.
- After the last batch: ``overlaps`` and ``copy_groups`` for copies, ``link`` for who is who, ``decisions`` of users.
  ``runs`` is the record of it all, and ``gaps`` what its articles lack that their files may well hold.
- Asking: ``query``, ``history``, ``report``, ``export``; ``sql`` has views, the report's queries,
  and the steps of ``migrate``.
- Upkeep: ``optimize`` counts ``files`` and merges them; ``forget`` takes down, and ``erase`` removes what nobody needs.
"""
