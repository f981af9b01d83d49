"""The commands of copydesk, one file each. They parse and print; the work is done elsewhere.

Whatever is slow to import is imported inside a command, so that the others start at once.
"""
