"""The print run as a plain state machine, and what a printer is to it."""
