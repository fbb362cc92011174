"""BibTeX and BibLaTeX as LaTeX authors, reference managers and publishers write it, whole and damaged. All entries are
invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papershelf import readers
from papershelf.model import Aside, Item, Problem, Record
from papershelf.readers import bibtex
from papershelf.text import to_plain

NEIGHBOUR = "@misc{neighbour, title = {Rivers at Rest}}\n"


def items(text: str) -> list[Item]:
    found = list(bibtex.read(text, "list.bib"))
    assert "".join("".join(item.raw for item in found).split()) == "".join(text.split())
    return found


def read(text: str) -> tuple[list[Record], list[Problem]]:
    found = items(text)
    return [i for i in found if isinstance(i, Record)], [i for i in found if isinstance(i, Problem)]


def only(text: str) -> Record:
    found, problems = read(text)
    assert problems == []
    (record,) = found
    return record


def with_field(name: str, value: str, kind: str = "article") -> Record:
    return only(f"@{kind}{{key, title = {{A Title}}, {name} = {{{value}}}}}")


# --- What is BibTeX


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {A}}",
        "\ufeff@article{a,\r\n title = {A}\r\n}\r\n",
        "% Encoding: UTF-8\n\n@Misc(a, title = {A})",
        "@string{jr = {Journal of Rivers}}\n",
        "A bibliography.\n\n@book{a, title = {All about the Lakes of the North and their Fish}}",
        "@article{a, title = {Never closed",
        "@article{a, title = {A}, year = 2001}\n\nDear all, this is the paper of which I have told you before.\n",
    ],
)
def test_a_file_of_entries_is_recognised(text: str) -> None:
    assert readers.recognise(text) == "BibTeX"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Write to me@home.example (or not), or to you@work{place}.",
        "@media (max-width: 100px) { a { color: red } }",
        "TY  - JOUR\nTI  - Lakes @ noon {a}\nER  - \n",
        "# Reading list\n\nCite it as\n\n    @misc{a, title = {A}}\n\nand read on: the rest is more than the entry.\n",
        '{"@context": {"title": "x"}}',
    ],
)
def test_text_with_an_at_sign_is_not_bibtex(text: str) -> None:
    assert not bibtex.looks_like(text)


# --- Entries


def test_an_entry_is_a_record_with_its_exact_text() -> None:
    raw = """@article{brook2021,
  title   = {On Rivers},
  author  = {Brook, Ann and Bo Stream},
  journal = "Journal of Water",
  year    = 2021,
  month   = jul,
  volume  = {12}, number = {3},
  pages   = {101--119},
  doi     = {10.1234/JOW.2021.5},
}"""
    record = only(f"\n\n{raw}\n\n")
    assert (record.raw, record.place.first, record.place.last, record.format) == (raw, 3, 12, "BibTeX")
    assert (record.given_id, record.type, record.title) == ("brook2021", "article-journal", "On Rivers")
    assert (record.authors, record.authors_complete) == (("Ann Brook", "Bo Stream"), True)
    assert record.doi == "10.1234/jow.2021.5"
    where = record.publication
    assert where is not None
    assert (where.venue, where.year, where.month, where.volume) == ("Journal of Water", 2021, 7, "12")
    assert (where.number, where.first_page, where.last_page) == ("3", "101", "119")


@pytest.mark.parametrize(
    "entry",
    [
        "@ARTICLE{k, TITLE = {A B}}",
        "@article(k, title = {A B})",
        "@article(k, title = {A B}, note = {a ) in it})",
        "@article\n{k\n,\ntitle\n=\n{A B}\n}",
        "@ article {k,title={A B},}",
        '@article{k, title = "A B"}',
        '@article{k, title = {A} # " " # {B}}',
        '@article{k, title = "A " # B}',
        "@article{k,, title = {A B},,}",
        "@article{k, title = {A\n    B}, year = }",
        "@article{k,\n % title = {Not this},\n title = {A B}, % nor year = 1999\n}",
        "@article{k, title = {{A B}}}",
        "@article{k, title = {A B}, file = {C:\\papers\\}}",
        "@article{k, title = {A B}, title = {The Second Counts Not}}",
        "@article{k\r\n,title={A B}\r\n}\r\n",
    ],
)
def test_an_entry_may_be_written_in_many_ways(entry: str) -> None:
    record = only(entry)
    assert (record.given_id, record.title) == ("k", "A B")


def test_values_may_hold_percent_signs_at_signs_and_quotes() -> None:
    record = only(
        '@misc{k, title = "100% {"}sure{"} @ {H}ome", url = {https://e.example/a%20b},'
        " abstract = {Mail\nme@x.example{y}, or %z}}"
    )
    assert record.title == '100% "sure" @ Home'
    assert record.addresses == ("https://e.example/a%20b",)
    assert record.abstract == "Mail me@x.exampley, or %z"


def test_an_entry_without_key_is_read() -> None:
    record = only("@article{title = {A B}, year = 2001}")
    assert (record.given_id, record.title) == ("", "A B")


@pytest.mark.parametrize(
    "key", ["DBLP:conf/x/Y21", "https://e.example/forum?id=a1b", "doi:10.1016/S0(99)1", "a b", "müller"]
)
def test_a_key_may_hold_nearly_anything(key: str) -> None:
    assert only(f"@misc{{{key},\n title = {{A}}}}").given_id == key


def test_two_entries_with_one_key_are_two_records() -> None:
    found, problems = read("@misc{k, title = {A}}\n@misc{k, title = {B}}")
    assert problems == []
    assert [(r.given_id, r.title) for r in found] == [("k", "A"), ("k", "B")]


def test_fields_that_programs_repeat_are_joined() -> None:
    record = only("@misc{k, title = {A}, keywords = {x}, keywords = {y}, author = {Ann Brook}, author = {Bo Stream}}")
    assert (record.keywords, record.authors) == (("x", "y"), ("Ann Brook", "Bo Stream"))


def test_what_is_no_entry_is_set_aside() -> None:
    asides = [
        "% Encoding: UTF-8",
        '@string{jow = "Journal of Water"}',
        '@preamble{"\\newcommand{\\x}{y}" # "z"}',
        "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n}",
        'Some text between, with = and " and }.',
        "@Comment{\n@misc{old, title = {Taken Out}}\n}",
    ]
    found = items("\n\n".join([*asides, NEIGHBOUR]))
    assert [(type(i), i.raw) for i in found[:-1]] == [(Aside, raw) for raw in asides]
    assert isinstance(found[-1], Record)


def test_a_comment_without_end_takes_no_entries_with_it() -> None:
    found, problems = read(f"@comment{{never closed\n{NEIGHBOUR}@misc{{k, title = {{One Brace Too Many}}}}}}\n")
    assert [record.given_id for record in found] == ["neighbour", "k"]
    assert [problem.raw for problem in problems] == ["}"]


def test_text_between_entries_that_names_a_paper_is_a_problem() -> None:
    found, (problem,) = read(f"{NEIGHBOUR}% https://arxiv.org/abs/2001.00001\n\nsee also arXiv:2001.08361\n")
    assert (len(found), problem.message) == (1, "text outside of entries")
    assert problem.raw == "% https://arxiv.org/abs/2001.00001\n\nsee also arXiv:2001.08361"


def test_an_entry_behind_a_percent_sign_was_taken_out() -> None:
    found, problems = read(f"%@misc{{old,\n%  title = {{Taken Out}},\n%}}\n{NEIGHBOUR}")
    assert ([r.given_id for r in found], problems) == (["neighbour"], [])


# --- @string and inheritance


def test_macros_are_put_in_wherever_they_are_defined() -> None:
    text = """@article{k, title = {A}, journal = jow # {, Series } # b, month = "3~" # mar, year = 2020}
@string{water = {Water}}
@STRING(JOW = "Journal of " # water)"""
    record = next(item for item in items(text) if isinstance(item, Record))
    assert record.publication is not None
    assert record.publication.venue == "Journal of Water, Series b"
    assert (record.publication.month, record.publication.day) == (3, 3)


def test_a_macro_that_nothing_defines_stands_for_itself() -> None:
    record = only("@article{k, title = {A}, journal = IEEE_J_WATER}")
    assert record.publication is not None
    assert record.publication.venue == "IEEE_J_WATER"


def test_a_paper_inherits_from_its_proceedings_which_are_no_paper() -> None:
    text = """@inproceedings{c, title = {Child}, crossref = {P}, pages = {1--2}, publisher = {Own}}
@proceedings{p, title = {Proceedings of Rivers}, year = 2003, publisher = {Theirs},
  doi = {10.1234/w}, abstract = {x}}"""
    child, parent = items(text)
    assert isinstance(parent, Aside)
    assert isinstance(child, Record)
    assert child.publication is not None
    assert (child.publication.venue, child.publication.year) == ("Proceedings of Rivers", 2003)
    assert (child.publication.publisher, child.doi, child.abstract) == ("Own", None, None)


def test_a_book_that_chapters_refer_to_is_a_record_too() -> None:
    found, _ = read(
        "@incollection{c, title = {Child}, crossref = {b}}\n@book{b, title = {Whole}, booktitle = {Of All}}"
    )
    assert [(r.title, r.publication.venue if r.publication else None) for r in found] == [
        ("Child", "Of All"),
        ("Whole", None),
    ]


def test_proceedings_that_nothing_refers_to_are_a_record() -> None:
    assert only("@proceedings{p, title = {Proceedings of Rivers}}").type == "book"


def test_xdata_gives_its_fields_and_is_no_record() -> None:
    text = "@xdata{w, publisher = {Wet}, xdata = {v}}\n@xdata{v, location = {Ulm}, date = {1999}}\n"
    found, problems = read(text + "@book{k, title = {A}, xdata = {w, missing}}")
    assert problems == []
    assert [(r.publication.publisher, r.publication.year) for r in found if r.publication] == [("Wet", 1999)]


def test_entries_that_refer_to_each_other_are_read() -> None:
    found, _ = read("@inbook{a, title = {A}, crossref = {b}}\n@inbook{b, title = {B}, crossref = {a}, year = 2000}")
    assert [r.publication.year for r in found if r.publication] == [2000, 2000]


# --- Names


@pytest.mark.parametrize(
    ("author", "text", "family"),
    [
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "van Beethoven"),
        ("van Beethoven, Ludwig", "Ludwig van Beethoven", "van Beethoven"),
        ("Charles Louis de la Vall{\\'e}e Poussin", "Charles Louis de la Vallée Poussin", "de la Vallée Poussin"),
        ("King, Jr., Martin Luther", "Martin Luther King Jr.", "King"),
        ("{\\'E}cole, Jean", "Jean École", "École"),
        ("{van der Berg}, Ann", "Ann van der Berg", "van der Berg"),
        ("Ann {Berg Lake}", "Ann Berg Lake", "Berg Lake"),
        ('M\\"uller, J{\\"o}rg', "Jörg Müller", "Müller"),
        ("Erd{\\H o}s, P{\\'a}l", "Pál Erdős", "Erdős"),
        ("{\\L}uk, {\\v{S}}imon", "Šimon Łuk", "Łuk"),
        ("Nguy{\\~{\\^e}}n, V{\\u a}n", "Văn Nguyễn", "Nguyễn"),
        ("Brook, A.~B.", "A. B. Brook", "Brook"),
        ("given=Hans, family=Harman, prefix=der, useprefix=true", "Hans der Harman", "der Harman"),
        ("family={de la Fuente}, given={Ana Mar{\\'\\i}a}", "Ana María de la Fuente", "de la Fuente"),
        ("given=Jean, family=Alembert, prefix=d'", "Jean d'Alembert", "d'Alembert"),
        ("{Barnes and Noble}", "Barnes and Noble", ""),
        ("{{Gemma Team}}", "Gemma Team", ""),
        ("{Rivers, Lakes and Partners, Inc.}", "Rivers, Lakes and Partners, Inc.", ""),
        ("王 小明", "王 小明", ""),
        ("王, 小明", "王小明", "王"),
    ],
)
def test_a_name_is_shown_given_name_first(author: str, text: str, family: str) -> None:
    record = with_field("author", author)
    assert record.authors == (text,)
    assert (record.families or ("",)) == (family,)


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Ann Brook  AND\n   Bo Stream", ("Ann Brook", "Bo Stream")),
        ("Brook, Ann and {The Lake Team} and Andersen, Bo", ("Ann Brook", "The Lake Team", "Bo Andersen")),
        ("Ann Brook, Bo Stream and Cy Pond", ("Ann Brook", "Bo Stream", "Cy Pond")),
        ("A. Brook; B. Stream", ("A. Brook", "B. Stream")),
        ("{Brook, Ann and Stream, Bo}", ("Ann Brook", "Bo Stream")),
        ("Brook, Ann and and Stream, Bo and", ("Ann Brook", "Bo Stream")),
    ],
)
def test_lists_of_names_are_taken_apart(authors: str, names: tuple[str, ...]) -> None:
    record = with_field("author", authors)
    assert (record.authors, record.authors_complete) == (names, True)


@pytest.mark.parametrize("end", [" and others", " and Others", " et al.", " and et al"])
def test_a_list_may_say_that_there_are_others(end: str) -> None:
    record = with_field("author", f"Brook, Ann and Stream, Bo{end}")
    assert (record.authors, record.authors_complete) == (("Ann Brook", "Bo Stream"), False)


def test_editors_are_no_authors() -> None:
    assert with_field("editor", "Brook, Ann", "book").authors == ()


# --- Titles


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("{BERT}: Pre-training of {D}eep Models", "BERT: Pre-training of Deep Models"),
        ("{{BERT}}", "BERT"),
        ("{{The {DNA} of {R}ivers}}", "The DNA of Rivers"),
        ("{\\'E}tude de l'{\\oe}uvre", "Étude de l'œuvre"),
        ("Water {\\&} Wine {\\textendash} {An} Essay", "Water & Wine – An Essay"),
        ("{$N$}-player {\\emph{Games}} and \\textbf{{B}ids}", "N-player Games and Bids"),
        ("{{$\\alpha$}-Rivers}", "α-Rivers"),
        ("H{$_2$}O and {CO}$_2$", "H₂O and CO₂"),
        ("The space \\(x_{ij}\\) of {X}", "The space xᵢⱼ of X"),
        ("Sets \\{a, b\\} of {X}", "Sets {a, b} of X"),
    ],
)
def test_braces_that_only_protect_are_not_shown(title: str, shown: str) -> None:
    found = with_field("keywords", "x").title, with_field("abstract", "x", "misc").title
    assert found == ("A Title", "A Title")
    record = only(f"@misc{{k, title = {{{title}}}}}")
    assert record.title is not None
    assert to_plain(record.title) == shown


def test_an_abstract_is_shown_without_the_braces_of_tex() -> None:
    record = with_field("abstract", "{{W}e {\\%} study 50{\\%} of {\\textasciitilde}10 rivers\n in $x_{12}$.}")
    assert record.abstract is not None
    assert to_plain(record.abstract) == "We % study 50% of ~10 rivers in x₁₂."


def test_a_subtitle_belongs_to_the_title() -> None:
    assert with_field("subtitle", "A {S}ubtitle").title == "A Title: A Subtitle"


# --- Where, when and what


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2021-07-03}", (2021, 7, 3)),
        ("date = {2021-07}", (2021, 7, None)),
        ("date = {2021-07-01/2021-07-05}", (2021, 7, 1)),
        ("date = {2021-21}", (2021, None, None)),
        ("date = {2021~}, year = {1999}", (2021, None, None)),
        ("year = {2021}, month = {July}", (2021, 7, None)),
        ("year = {2021}, month = {#jul#}", (2021, 7, None)),
        ("year = {2021}, month = 07, day = 3", (2021, 7, 3)),
        ("year = 2021, month = jul # {~3}", (2021, 7, 3)),
        ("year = {{\\noopsort{1973b}}1981}", (1981, None, None)),
        ("year = {(2021)}", (2021, None, None)),
    ],
)
def test_dates_of_bibtex_and_biblatex(fields: str, date: tuple[int, int | None, int | None]) -> None:
    where = only(f"@book{{k, title = {{A}}, {fields}}}").publication
    assert where is not None
    assert (where.year, where.month, where.day) == date


@pytest.mark.parametrize(
    "date", ["year = {in press}", "date = {199X}", "year = {n.d.}", "date = {-0333}", "date = {1034}"]
)
def test_a_date_that_is_no_year_is_no_problem(date: str) -> None:
    assert only(f"@book{{k, title = {{A}}, {date}}}").publication is None


def test_an_unreadable_year_is_said() -> None:
    found, (problem,) = read("@book{k, title = {A}, year = {20211}}")
    assert (len(found), problem.raw, problem.place.first) == (1, "", 1)
    assert str(problem) == "list.bib:1: “20211” is no year; right would be: four digits, or a date as 2021-07-03"


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", "journal = {J}", "article-journal"),
        ("article", "journaltitle = {J}, entrysubtype = {magazine}", "article-magazine"),
        ("inproceedings", "booktitle = {P}", "paper-conference"),
        ("conference", "booktitle = {P}", "paper-conference"),
        ("incollection", "booktitle = {P}", "chapter"),
        ("phdthesis", "school = {S}", "thesis"),
        ("techreport", "institution = {I}", "report"),
        ("online", "url = {https://e.example/}", "webpage"),
        ("misc", "howpublished = {\\url{https://e.example/}}", "webpage"),
        ("misc", "eprint = {2001.08361}, archiveprefix = {arXiv}", "article"),
        ("article", "journal = {CoRR}, volume = {abs/2001.08361}", "article"),
        ("unpublished", "note = {x}", "manuscript"),
        ("software", "url = {https://e.example/}", "software"),
        ("misc", "year = 2001", ""),
        ("wormhole", "year = 2001", ""),
    ],
)
def test_types_become_those_of_csl(kind: str, fields: str, expected: str) -> None:
    assert only(f"@{kind}{{k, title = {{A}}, {fields}}}").type == expected


@pytest.mark.parametrize("name", ["publisher", "school", "institution", "organization"])
def test_who_published_it(name: str) -> None:
    where = with_field(name, "University of {U}lm", "phdthesis").publication
    assert where is not None
    assert where.publisher == "University of Ulm"


# --- Ids and addresses


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2001.08361}, archivePrefix = {arXiv}, primaryClass = {cs.LG}",
        "eprint = {2001.08361}, eprinttype = {arxiv}, eprintclass = {cs.LG}",
        "eprint = {arXiv:2001.08361 [cs.LG]}",
        "arxivId = {2001.08361}",
        "journal = {arXiv preprint arXiv:2001.08361}",
        "journal = {CoRR}, volume = {abs/2001.08361}",
        "journal = {CoRR, abs/2001.08361}",
        "journal = {arXiv e-prints}, eid = {arXiv:2001.08361}, pages = {arXiv:2001.08361}",
        "doi = {10.48550/arXiv.2001.08361}, publisher = {arXiv}",
        "url = {https://arxiv.org/abs/2001.08361}",
        "note = {arXiv:2001.08361 [cs.LG]}",
        "number = {arXiv:2001.08361}, publisher = {arXiv}",
        "howpublished = {arXiv:2001.08361}",
    ],
)
def test_an_arxiv_id_is_found_where_people_write_it_and_is_no_venue(fields: str) -> None:
    record = only(f"@article{{k, title = {{A}}, year = 2020, {fields}}}")
    assert (record.arxiv, record.doi, record.addresses, record.notes) == ("2001.08361", None, (), ())
    assert record.category in (None, "cs.LG")
    where = record.publication
    assert where is not None
    assert (where.venue, where.volume, where.number, where.first_page, where.publisher) == ("", None, None, None, None)


def test_a_published_paper_keeps_its_venue_beside_its_eprint() -> None:
    record = only(
        "@inproceedings{k, title = {A}, booktitle = {Rivers {\\&} Lakes},"
        " eprint = {2001.08361v2}, archiveprefix = {arXiv}}"
    )
    assert record.publication is not None
    assert to_plain(record.publication.venue) == "Rivers & Lakes"
    assert (record.type, record.arxiv, record.version) == ("paper-conference", "2001.08361", 2)


def test_other_ids() -> None:
    record = only(
        "@article{DBLP:journals/x/Y21, title = {A}, eprint = {123456}, eprinttype = {pubmed}, issn = {1234-567X},"
        " isbn = {978-3-16-148410-0}, pmcid = {PMC77}, url = {https://aclanthology.org/2020.acl-main.1/},"
        " biburl = {https://dblp.org/rec/journals/x/Y21.bib}}"
    )
    assert set(record.other_ids) == {
        ("pmid", "123456"),
        ("issn", "1234-567X"),
        ("isbn", "9783161484100"),
        ("pmcid", "PMC77"),
        ("acl", "2020.acl-main.1"),
        ("dblp", "journals/x/Y21"),
    }


@pytest.mark.parametrize(
    ("name", "value", "address"),
    [
        ("url", "https://e.example/a\\_b{\\_}c\\%20d\\#e", "https://e.example/a_b_c%20d#e"),
        ("howpublished", "\\url{https://e.example/x}", "https://e.example/x"),
        ("howpublished", "Available at \\url{https://e.example/x}.", "https://e.example/x"),
        ("url", "https://e.example/{\\textasciitilde}ann/", "https://e.example/~ann/"),
        ("note", "\\url{https://e.example/x}", "https://e.example/x"),
        ("Bdsk-Url-1", "https://e.example/x", "https://e.example/x"),
        ("eprint", "https://e.example/x.pdf", "https://e.example/x.pdf"),
    ],
)
def test_addresses(name: str, value: str, address: str) -> None:
    record = with_field(name, value)
    assert (record.addresses, record.notes) == ((address,), ())


def test_a_doi_may_be_escaped() -> None:
    assert with_field("doi", "https://doi.org/10.1007/978-3\\_{\\_}1").doi == "10.1007/978-3__1"


# --- What somebody wrote beside it


def test_keywords_groups_and_language() -> None:
    record = only(
        "@misc{k, title = {A}, keywords = {rivers, {lakes, ponds},  {W}ater}, author_keywords = {x; y, z},"
        " groups = {To read, Thesis}, mendeley-tags = {rivers}, langid = {english}}"
    )
    assert record.keywords == ("rivers", "lakes, ponds", "Water", "x", "y, z")
    assert (record.collections, record.language) == (("To read", "Thesis"), "english")


@pytest.mark.parametrize("name", ["license", "licence", "copyright"])
def test_a_licence_is_kept_as_it_is_written(name: str) -> None:
    stated = "{Creative Commons Attribution 4.0 International}"
    assert with_field(name, stated).licence == "Creative Commons Attribution 4.0 International"


def test_notes_and_comments() -> None:
    record = only(
        "@misc{k, title = {A}, note = {arXiv:2001.08361 [cs]\nComment: 19 pages}, annote = {Read {this}\nagain.},"
        " comment-ann = {Good.}, file = {:a.pdf:PDF}, abstract = {{All of it.}}}"
    )
    assert (record.notes, record.comments) == (("Read this again.", "Good."), ("19 pages",))
    assert (record.page_count, record.abstract) == (19, "All of it.")


# --- Damage


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("@article{b, title = {Never closed, year = {2001},\n}\n", "no brace closes the value of “title”"),
        ("@article{b,\n title = {Never closed,\n", "no brace closes the value of “title”"),
        ('@article{b, title = "Never closed, year = 2001,\n}\n', "no quote closes the value of “title”"),
        ("@article{b, title = {A} {B}}\n", "“{B}}” follows the value of “title”"),
        ("@article{b, title ~ {A}}\n", "“title ~ {A}}” is no field"),
        ("@article{b, title = {A} # }\n", "a # in the value of “title” joins nothing"),
        ('@article{"b", title = {A}}\n', "no key begins the entry"),
        ("@article{b,\n", "no field follows the key"),
        ("@article{year = 2001}\n", "an entry without title, abstract or id"),
        ('@string{b = "Never closed}\n', "no quote closes the value of “b”"),
        ("@article b, title = {A}}\n", "text outside of entries"),
        ("article{b,\n title = {A}}\n", "text outside of entries"),
    ],
)
@pytest.mark.parametrize(
    "neighbour", [NEIGHBOUR, NEIGHBOUR.replace("\n", "\r\n"), "  @Misc (n, title={Rivers at Rest})\n"]
)
def test_a_broken_entry_is_a_problem_and_costs_no_neighbour(broken: str, says: str, neighbour: str) -> None:
    found, (problem,) = read(f"{neighbour}{broken}{neighbour}")
    assert [record.title for record in found] == ["Rivers at Rest", "Rivers at Rest"]
    assert (problem.message, problem.place.first, problem.raw) == (says, 2, broken.strip())
    assert problem.fix


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("@article{k title = {A B}, year = 2001}", "no comma after the key “k”"),
        ("@article{k, title = {A B} year = 2001}", "no comma after the value of “title”"),
        ("@article{k, year = 2001 title = {A B}}", "no comma after the value of “year”"),
        ("@article{k, title = {A B}, draft, year = 2001}", "the field “draft” has no value"),
        ("@article{k, title = {A B}, year = 2001\n", "no } closes the entry"),
        ("@article(k, title = {A B}, year = 2001,\n", "no ) closes the entry"),
    ],
)
def test_a_slip_that_leaves_no_doubt_is_read_and_said(entry: str, says: str) -> None:
    (record,), (problem,) = read(entry)
    assert (record.title, record.publication and record.publication.year) == ("A B", 2001)
    assert (problem.message, problem.raw) == (says, "")


def test_what_follows_a_brace_too_many_is_a_problem() -> None:
    (record, neighbour), (problem,) = read(f"@article{{k, title = {{A B}}}},\n year = {{2001}}\n}}\n{NEIGHBOUR}")
    assert (record.title, neighbour.title) == ("A B", "Rivers at Rest")
    assert problem.raw == ",\n year = {2001}\n}"


@pytest.mark.parametrize(
    "piece", ["{", '"', "@a{", " and ", "#", "}", "\n@a{", "@comment{", "\n%@a{x,", "\\", "@", "$", "~", "="]
)
@pytest.mark.parametrize(
    "frame", ["%s", "@a{x, title = {T}, author = {%s}}", "@a{x, title = {%s", '@a{x, title = "%s"', "@a{x, t = %s"]
)
def test_a_hostile_file_is_read_in_linear_time(piece: str, frame: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        items(frame % (piece * (size // len(piece))))
        return time.process_time() - start

    assert seconds(200_000) < 2


@pytest.mark.parametrize("depth", [10, 100_000])
def test_deep_nesting_is_no_danger(depth: int) -> None:
    record = only(
        f"@a{{x, title = {{T}}, note = {{{'{' * depth}A{'}' * depth}}}, author = {{{'{' * depth}A{'}' * depth}}}}}"
    )
    assert record.title == "T"


def test_macros_that_double_each_other_do_not_fill_the_memory() -> None:
    text = "@string{m0 = {xxxxxxxxxx}}\n" + "".join(f"@string{{m{i} = m{i - 1} # m{i - 1}}}\n" for i in range(1, 60))
    record = next(
        i for i in items(f"{text}@misc{{k, title = {{A}}, note = m59, abstract = m6}}") if isinstance(i, Record)
    )
    assert record.abstract == "x" * 640
    assert len(record.notes[0]) < 30_000


# --- Laws

_WORDS = (
    st.text(st.sampled_from("abcdefgh ÄÖéß王%@-.:;()'/"), min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: any(map(str.isalpha, text)))
)
_KEYS = st.text("abcXYZ0123:-_./", min_size=1, max_size=10)
_NAMES = st.builds("{1}, {0}".format, *[st.text("abcdefgh", min_size=2, max_size=6).map(str.capitalize)] * 2)
_QUOTED = st.sampled_from(["{%s}", '"%s"', "{{%s}}", '"{%s}"'])
_SPACE = st.sampled_from(["", " ", "\n", "\t", "\r\n  "])


@st.composite
def _entries(draw: st.DrawFn) -> tuple[str, str, str, list[str], int]:
    key, title, year = draw(_KEYS), draw(_WORDS), draw(st.integers(1900, 2030))
    names = draw(st.lists(_NAMES, min_size=1, max_size=4))
    fields = [
        f"{draw(st.sampled_from(['title', 'TITLE']))}{draw(_SPACE)}={draw(_SPACE)}{draw(_QUOTED) % title}",
        "author = {" + " and ".join(names) + "}",
        "year = " + draw(st.sampled_from(["%s", "{%s}", '"%s"'])) % year,
        "file = {C:/a,b;c=d}",
    ]
    fields = draw(st.permutations(fields))
    comma = draw(_SPACE) + "," + draw(_SPACE)
    left, right = draw(st.sampled_from([("{", "}"), ("(", ")")]))
    tail = draw(st.sampled_from(["", ",", "\n", ",\n"]))
    kind = draw(st.sampled_from(["article", "Misc", "INBOOK"]))
    text = f"@{kind}{left}{key},{draw(_SPACE)}{comma.join(fields)}{tail}{right}"
    return text, key, title, names, year


@given(
    st.lists(_entries(), min_size=1, max_size=4), st.sampled_from(["\n", "\n\n", "\r\n", "\n% a line\n", "\nwords\n"])
)
def test_well_formed_entries_give_back_what_was_put_in(
    entries: list[tuple[str, str, str, list[str], int]], between: str
) -> None:
    found, problems = read(between.join(entry[0] for entry in entries))
    assert problems == []
    for record, (text, key, title, names, year) in zip(found, entries, strict=True):
        assert (record.raw, record.given_id, record.title) == (text, key, title)
        assert record.families == tuple(name.partition(",")[0] for name in names)
        assert record.publication is not None
        assert record.publication.year == year


_PIECES = st.sampled_from(
    [
        *'{}"#,=@%()\\\n~$',
        *("@article{", "@string{a = ", "@comment{", "\n@misc{k, title = {A}}\n", "title = ", "author = {A, B and C}"),
        *(" and ", "\\'e", "{\\", "crossref = {k}", "xdata = k", "month = jan", "2001"),
        *("\r\n", "\x00", "\ud800", "\ufeff"),
    ]
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_nothing_is_lost_however_damaged_a_file_is(text: str) -> None:
    items(text)


@given(_entries(), st.data())
def test_an_entry_cut_off_anywhere_costs_no_neighbour(
    entry: tuple[str, str, str, list[str], int], data: st.DataObject
) -> None:
    cut = entry[0][: data.draw(st.integers(0, len(entry[0]) - 1))]
    found, _ = read(f"{cut}\n{NEIGHBOUR}")
    assert (found[-1].given_id, found[-1].raw) == ("neighbour", NEIGHBOUR.strip())
