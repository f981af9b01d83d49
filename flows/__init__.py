"""Prefect flows and tasks, settings and the command line. The only package that imports Prefect.

- The command line: ``cli``, ``commands`` (a file each), ``errors`` with their exit codes, ``next_command`` for advice;
  what is printed: ``terminal``, ``output``, ``progress``, ``report``, and after a run ``summary`` and ``advice``. Every
  option is in ``settings``; ``version`` is what rows depend on, ``health`` what a run needs.
- A run: ``start`` decides who drives it and loads what it needs (``preloading``); ``run`` is the same whoever does. It
  asks ``discover`` for files (``search`` in folders; ``remote`` for each ``remote_file`` of the ``buckets`` and the
  ``web``) and ``plan`` for those that are new.
- Its batches: ``pipeline`` passes a ``batch`` through the ``stages``: ``fetch`` (several files at once, by
  ``concurrency``), then ``reading`` in a process of its own (``isolation``, ``reader_process``), which keeps ``rounds``
  of one article apart and tells how far a long file is read (``read_progress``); then annotating, and the commit.
- After them: ``copies``, and ``link``, which ``decide`` also asks when a user says who is who.
- Where stages are done: ``executors`` without Prefect; with it ``ingest``, ``runners`` (``dask_worker`` for Dask's) and
  ``embedded``, its server (``api_process``), or the ``named_server``. ``resubmit`` does a stage again whose process was
  killed.
- Schedules: ``schedule`` and ``served``.
- How it ends: ``interrupts`` (Ctrl-C, SIGTERM), ``cancellation`` of what is at work, ``guard`` for what outlives us.
"""
