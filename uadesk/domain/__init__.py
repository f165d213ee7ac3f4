"""The words of the field as frozen values, and its rules as pure functions."""
