"""What people say in the forms of a list's repository becomes a change that a person reviews.

    issue      the event that GitHub writes, and the answers in it
    adding     *Add a paper*: as `papershelf add`, but no path is looked at
    fixing     *Fix this record*: an entry of corrections.yml or decisions.yml
    proposal   title and body of the pull request, in which no stranger's text is alive

Whoever has an account may fill in a form: its text is data and nothing else, here and in the workflows.
"""
