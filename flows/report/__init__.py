"""The report: what a lake holds, as one HTML page that needs nothing beside it."""

from flows.report.page import render

__all__ = ["render"]
