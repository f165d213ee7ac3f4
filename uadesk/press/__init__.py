"""Values in, PDF out: fonts, pages, letters, envelopes and reports."""
