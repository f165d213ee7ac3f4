"""Every table of the desk, by importing every module that maps one."""

from uadesk.store import bulletins, cases, evenings, journal_tables, letters, people, replies, runs
from uadesk.store.base import Base

__all__ = ["Base", "bulletins", "cases", "evenings", "journal_tables", "letters", "people", "replies", "runs"]
