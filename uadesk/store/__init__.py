"""The desk on disk: one SQLite file, its tables, queries, journal, migrations and backups."""
