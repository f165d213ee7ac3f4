"""What a letter says: templates, the first person, and the checks before printing."""
