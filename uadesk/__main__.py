"""`python -m uadesk`, and the command `uadesk`."""

from uadesk.app import main

if __name__ == "__main__":
    main()
