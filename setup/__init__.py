"""Brings a fresh machine to the point where UADesk opens: `python3 -m setup run`. Standard library only."""
