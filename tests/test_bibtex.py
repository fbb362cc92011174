"""Which kind of BibTeX entry a venue makes."""

from __future__ import annotations

import pytest

from papershelf.exports import bibtex
from papershelf.model import Publication
from tiny_library import paper


@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        *((name, "inproceedings") for name in ("ICML", "NeurIPS", "ICLR", "ACL", "AAMAS", "EMNLP Findings", "CoRL")),
        ("ICML Workshop on Nature", "inproceedings"),
        ("Workshop on Letters and Journals", "inproceedings"),
        ("IEEE Conference on Computer Vision and Pattern Recognition", "inproceedings"),
        ("Symposium on Theory of Computing", "inproceedings"),
        ("Proceedings of the 38th International Conference on Machine Learning", "inproceedings"),
        ("Robotics: Science and Systems", "inproceedings"),
        ("EMNLP-IJCNLP", "inproceedings"),
        ("Proceedings of the National Academy of Sciences", "article"),
        ("Proceedings of the IEEE", "article"),
        *(
            (name, "article")
            for name in ("MNRAS", "ApJ", "JHEP", "PNAS", "TPAMI", "IEEE TPAMI", "TACL", "JMLR", "TMLR")
        ),
        ("Phys. Rev. D", "article"),
        ("J. Amer. Math. Soc.", "article"),
        ("Bull. Amer. Math. Soc.", "article"),
        ("Ann. Statist.", "article"),
        ("IEEE Trans. Robot.", "article"),
        ("The Astrophysical Journal", "article"),
        ("Transactions on Machine Learning Research", "article"),
        ("Nature", "article"),
        ("Nature Communications", "article"),
        ("Science", "article"),
        ("Science Robotics", "article"),
        ("Nature Lovers' Club", "misc"),
        ("Computer Science", "misc"),
        ("Somewhere", "misc"),
    ],
)
def test_a_venue_is_cited_as_what_it_is_and_else_as_misc(venue: str, kind: str) -> None:
    made = paper(publication=Publication(venue, 2024))
    field = {"article": "journal", "inproceedings": "booktitle", "misc": "howpublished"}[kind]
    assert bibtex.kind(made) == kind
    cited = bibtex.entry(made)
    assert cited.startswith(f"@{kind}{{")
    assert f"  {field} = {{{venue}}},\n" in cited
