"""The review of a bulletin: the text beside the fields read from it."""
