"""How the tables came to be, step by step. No step knows a mapped class, so that old steps never change."""

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
"""All revisions, oldest first."""

HEAD = KNOWN[-1]
"""The revision of the tables as the mapped classes have them."""
