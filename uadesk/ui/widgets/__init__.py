"""Pieces of window that pages share."""
