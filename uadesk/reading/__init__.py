"""Files in: format readers give `Text`, the rules find the fields, member lists become rows."""
