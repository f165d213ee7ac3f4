"""Files in: one module for each format, and each gives one text with the place that every stretch of it came from."""
