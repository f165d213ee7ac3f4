"""Member lists in: csv, xlsx and vCard, told by their content.

`formats` tells which a file is, a module each reads it; `tables` and `people` are what they share.
"""
