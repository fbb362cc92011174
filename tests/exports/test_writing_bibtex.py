"""A paper as an entry of BibTeX and BibLaTeX."""

from __future__ import annotations

import pytest

from papershelf.exports import bibtex, tex
from papershelf.model import Publication, RecordType
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


@pytest.mark.parametrize(
    ("type_", "publication", "kind", "fields"),
    [
        (
            "article-journal",
            Publication("Ink", 2021, "12A", "45", "67", "3", publisher="Ink Press"),
            "article",
            {"journal": "Ink", "volume": "12A", "number": "3", "pages": "45--67", "publisher": "Ink Press"},
        ),
        ("paper-conference", Publication("Ink Days", 2021), "inproceedings", {"booktitle": "Ink Days"}),
        ("chapter", Publication("Inks", 2021, publisher="P"), "incollection", {"booktitle": "Inks", "publisher": "P"}),
        ("book", Publication("", 2021, publisher="Ink Press"), "book", {"publisher": "Ink Press"}),
        ("thesis", Publication("", 2021, publisher="U of Ink"), "phdthesis", {"school": "U of Ink", "type": "Thesis"}),
        ("report", Publication("", 2021, number="7", publisher="I"), "techreport", {"institution": "I", "number": "7"}),
        ("dataset", Publication("Zenodo", 2021), "misc", {"howpublished": "Zenodo"}),
        ("article", Publication("bioRxiv", 2021), "misc", {"howpublished": "bioRxiv"}),
        ("", Publication("", 2021), "misc", {"year": "2021"}),
    ],
)
def test_a_type_makes_the_entry_and_names_its_fields(
    type_: RecordType, publication: Publication, kind: str, fields: dict[str, str]
) -> None:
    cited = bibtex.entry(paper(type=type_, publication=publication))
    assert cited.startswith(f"@{kind}{{")
    for name, value in fields.items():
        assert f"  {name} = {{{value}}},\n" in cited
    assert "= {}" not in cited


@pytest.mark.parametrize(
    ("name", "family", "cited"),
    [
        ("Hado van Hasselt", "van Hasselt", "van Hasselt, Hado"),
        ("Hado van Hasselt", "", "Hado van Hasselt"),
        ("Charles Louis de la Vallée Poussin", "de la Vallée Poussin", "de la Vallée Poussin, Charles Louis"),
        ("Martin Moss Jr.", "Moss", "Moss, Jr., Martin"),
        ("Mao Zedong", "Mao", "Mao, Zedong"),
        ("Gabriel García Márquez", "García Márquez", "García Márquez, Gabriel"),
        ("Ink", "Ink", "Ink"),
        ("Institute of Ink", "Institute of Ink", "{Institute of Ink}"),
        ("Gemma Team", "Team", "{Gemma Team}"),
        ("Ada Black and White", "Black and White", "{Black and White}, Ada"),
        ("Ada Moss", "Quill", "Ada Moss"),
    ],
)
def test_a_family_name_that_is_set_apart_is_written_first(name: str, family: str, cited: str) -> None:
    made = paper(authors=(name,), families=(family,) if family else ())
    assert f"  author = {{{cited}}},\n" in bibtex.entry(made)


def test_a_preprint_is_cited_as_misc_with_its_eprint() -> None:
    assert bibtex.entry(paper()) == (
        "@misc{quill-brush-2401.00001,\n"
        "  title = {{Rivers of ink}},\n"
        "  author = {Ada Quill and Ben Brush},\n"
        "  year = {2024},\n"
        "  doi = {10.48550/arXiv.2401.00001},\n"
        "  eprint = {2401.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  eprinttype = {arxiv},\n"
        "  primaryClass = {cs.CL},\n"
        "  eprintclass = {cs.CL},\n"
        "}"
    )


def test_a_preprint_is_cited_as_online_in_biblatex() -> None:
    assert bibtex.biblatex(paper()) == (
        "@online{quill-brush-2401.00001,\n"
        "  title = {{Rivers of ink}},\n"
        "  author = {Ada Quill and Ben Brush},\n"
        "  year = {2024},\n"
        "  month = {1},\n"
        "  doi = {10.48550/arXiv.2401.00001},\n"
        "  eprint = {2401.00001},\n"
        "  eprinttype = {arxiv},\n"
        "  eprintclass = {cs.CL},\n"
        "}"
    )


def test_a_conference_paper_is_cited_by_its_proceedings_and_keeps_the_eprint() -> None:
    made = paper(publication=Publication("ICML", 2025, "PMLR 202", "14780", "14816"), authors_complete=False)
    assert bibtex.entry(made) == (
        "@inproceedings{quill-brush-2401.00001,\n"
        "  title = {{Rivers of ink}},\n"
        "  author = {Ada Quill and Ben Brush and others},\n"
        "  year = {2025},\n"
        "  booktitle = {ICML},\n"
        "  series = {PMLR 202},\n"
        "  pages = {14780--14816},\n"
        "  eprint = {2401.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  eprinttype = {arxiv},\n"
        "  primaryClass = {cs.CL},\n"
        "  eprintclass = {cs.CL},\n"
        "}"
    )


def test_biblatex_has_its_own_names_for_what_a_journal_or_a_school_publishes() -> None:
    article = paper(type="article-journal", publication=Publication("Ink", 2021, "12", "4", "9", "3", 5, 6))
    assert (
        "  year = {2021},\n  month = {5},\n  journaltitle = {Ink},\n  volume = {12},\n  number = {3},\n"
        in bibtex.biblatex(article)
    )
    thesis = paper(type="thesis", publication=Publication("", 2021, publisher="U of Ink"))
    assert bibtex.biblatex(thesis).startswith("@thesis{")
    assert "  institution = {U of Ink},\n  type = {Thesis},\n" in bibtex.biblatex(thesis)


def test_a_paper_of_which_nothing_is_known_has_an_entry_without_fields() -> None:
    bare = paper("x1", title=None, label="“We…”", authors=(), arxiv=None, submitted=None, order=(0, 0, 0),
                 primary_category=None, categories=())  # fmt: skip
    assert bibtex.entry(bare) == "@misc{quill-brush-x1,\n}"


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        ("Gemma Team", "{Gemma Team}"),
        ("Hado van Hasselt", "Hado van Hasselt"),
        ("Tom & Co_1", r"Tom \& Co\_1"),
        ("Simon and Garfunkel", "{Simon and Garfunkel}"),
    ],
)
def test_names_are_cited_so_that_bibtex_reads_one_name(name: str, cited: str) -> None:
    assert f"author = {{{cited}}}" in bibtex.entry(paper(authors=(name,)))


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("100% of {A} & B_1 #2", r"100\% of \{A\} \& B\_1 \#2"),
        (r"An $\alpha$-divergence in $O(n^2)$", r"An $\alpha$-divergence in $O(n^2)$"),
        (r"\emph{All} of Malham\'e", "All of Malhamé"),
        ("between $5 and $10", r"between \$5 and \$10"),
        (r"Bad $\input{x}$ and more", r"Bad \$\textbackslash{}input\{x\}\$ and more"),
        ("a {b", r"a \{\vphantom{\}}b"),
        ("} a {", r"\vphantom{\{}\} a \{\vphantom{\}}"),
        ("a <b> | c", "a $<$b$>$ $|$ c"),
        ("α is a letter", "α is a letter"),
    ],
)
def test_text_is_escaped_and_math_that_latex_can_set_stays_math(source: str, written: str) -> None:
    assert tex.tex(source) == written


def test_ids_are_written_as_they_are_and_cannot_end_their_field() -> None:
    made = bibtex.entry(paper(doi="10.1000/x_y(z)<1>#{2}\\", publication=Publication("Ink", 2020)))
    assert "  doi = {10.1000/x_y(z)<1>#%7B2%7D%5C},\n" in made


def test_a_citation_key_that_a_person_wrote_cannot_end_the_entry() -> None:
    assert bibtex.entry(paper(key="a}, @evil{b ü")).startswith("@misc{a-evil-b-,\n")
