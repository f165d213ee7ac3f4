"""The reference data in `data/`, loaded as typed values and checked on loading."""
