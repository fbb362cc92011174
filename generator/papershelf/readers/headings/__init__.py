"""Headings in which the title is glued to the authors: `…at a Practical SizeGemma Team, Morgane Riviere et al. ·
deepmind`.

    line       what stands around: `et al.`, affiliations, the commas
    evidence   what the file's own texts say: their words, names that stand alone
    glue       where title and authors may meet
    ending     how plausible a text is as the end of a title
    persons    how plausible a text is as the name of a person
    teams      ... or of a team
    cut        all of it together: candidates, ranked, with the reason for each; settled where the margin is clear

Nothing here knows any paper. A wrong title is worse than a question: what is close is handed on undecided.
"""

from papershelf.readers.headings.cut import Decision, decide, is_heading, names_alone
from papershelf.readers.headings.evidence import Texts, Words
from papershelf.readers.headings.line import Line, parse

__all__ = ["Decision", "Line", "Texts", "Words", "decide", "is_heading", "names_alone", "parse"]
