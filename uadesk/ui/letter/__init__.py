"""The letter's window: the words to edit beside the page as it will print."""
