"""How fast papershelf is, and how that grows: `python -m benchmarks`, or `python -m benchmarks authors text`;
`python -m benchmarks files FILE...` measures files of your own.

Every row runs in a process of its own: CPU seconds and peak memory are its own, not those of the row before. Machines
are noisy and differ, so two ratios stand beside each figure, both to something run in the same minute:

    growth      CPU seconds by those of the size before, divided by the ratio of the sizes: 1.0 is linear, the ratio
                of the sizes itself (5, 4, ...) is quadratic
    yardsticks  CPU seconds by those of a fixed piece of plain Python: compares machines, and two versions on one

All input but our own list is invented, from fixed seeds. Nothing here is a test: no figure fails a build.

    __main__      runs the rows and prints the table
    cases         what is measured
    invented      papers, and dumps of them in each format
    bibliography  entries of databases and reference managers, in their formats
    peer          the best other program on the same entries, where it is installed
"""
