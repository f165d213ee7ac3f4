"""Tests of `uadesk.store`, on real database files."""
