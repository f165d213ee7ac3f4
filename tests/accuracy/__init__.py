"""How well bulletins are read: a corpus of all families, through every format, against the values a person reads."""
