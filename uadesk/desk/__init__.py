"""One function for each thing a person does; both faces, window and command line, call these."""
