"""Member lists in: csv in any encoding, its columns known by their names."""
