"""Prefect flows and tasks, settings and the command line. The only package that imports Prefect."""
