"""`python3 -m setup run`, `test`, `check`, `bench`, `accuracy` or `format`: set up what is missing, then do it."""

import sys


def main() -> int:
    """Do what the command line names; the exit status says how it went."""
    if sys.version_info < (3, 8):
        print("UADesk needs Python 3.11, 3.12 or 3.13; this one is much older.", file=sys.stderr)
        return 1
    from setup.commands import do

    return do(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
