"""The desk's memory: mapped classes by subject, sessions, queries, undo, migrations and backups.

Importing this package imports no database library: the window is there before it is needed.
"""
