"""`python -m bylint`."""

from bylint.cli import program

program()
