"""UADesk: from Urgent Action bulletins to posted letters, and the record of who wrote what."""
