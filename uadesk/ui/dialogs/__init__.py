"""Questions that give a value back."""
