"""`python -m papershelf`: the command line, where no `papershelf` is on the PATH."""

from papershelf.cli import main

main(prog_name="papershelf")
