"""seeds/curated/: what people decided is read, and every slip is named with its line; the rest still holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from papershelf import curated
from papershelf.curated.people import orcid_id
from papershelf.model import Place, Publication

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Reads a list with the curated files given: `read(decisions="…")`."""

    def read(pages: dict[str, str | bytes] | None = None, **files: str) -> curated.Curated:
        folder = tmp_path / "seeds" / "curated"
        (folder / "pages").mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / f"{name}.yml").write_text(content, encoding="utf-8")
        for page, words in (pages or {}).items():
            (folder / "pages" / page).write_bytes(words if isinstance(words, bytes) else words.encode())
        return curated.read(tmp_path)

    return read


def said(found: curated.Curated) -> list[str]:
    return [str(problem).removeprefix("seeds/curated/") for problem in found.problems]


def test_a_list_without_any_curated_file_is_a_list_where_nobody_decided_anything(tmp_path: Path) -> None:
    assert curated.read(tmp_path) == curated.Curated()


def test_the_files_of_this_list_have_no_slip() -> None:
    found = curated.read(REPOSITORY)
    assert found.problems == ()
    assert "home" in dict(found.words)


def test_verdicts_take_references_in_every_form_people_paste(read: Any) -> None:
    found = read(
        decisions="""\
# why not
- same: ['2309.00267v2', r-0123456789]
  note: the preprint
  by: A. Person
  date: 2026-11-20
- different: [https://arxiv.org/abs/2408.00118, 'https://doi.org/10.5555/ABC', arXiv:cs/0112017]
"""
    )
    assert found.problems == ()
    assert found.verdicts == (
        curated.Verdict(
            True,
            ("2309.00267", "r-0123456789"),
            Place("seeds/curated/decisions.yml", 2, 2),
            "the preprint; A. Person, 2026-11-20",
        ),
        curated.Verdict(
            False, ("2408.00118", "10.5555/abc", "cs/0112017"), Place("seeds/curated/decisions.yml", 6, 6), ""
        ),
    )


def test_an_id_without_quotes_keeps_its_last_zero(read: Any) -> None:
    found = read(decisions="- same: [2310.02170, 2309.00260]\n")
    assert found.verdicts[0].refs == ("2310.02170", "2309.00260")


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("same: ['2309.00267', RLAIF]", "2: 'RLAIF' is no reference; right would be: an arXiv id, a DOI or a record"),
        ("same: ['2309.00267']", "2: names 1 of them; right would be: two records or more"),
        ("same: ['2309.00267', '2309.00267v3']", "2: names 1 of them; right would be: two records or more"),
        ("same:", "2: names 0 of them; right would be: two records or more"),
        ("same: 2309.00267", "2: 'same' of entry 2 is the text '2309.00267'; right would be: a list of records"),
        ("note: x", "2: says neither `same` nor `different`, or both; right would be: one of them, with a list"),
        ("same: ['2309.00267', '2309.00268']\n  date: 2026-13-01", "3: 'date' of entry 2 is the text '2026-13-01'"),
        ("same: ['2309.00267', '2309.00268']\n  same: []", "3: the key 'same' stands here twice"),
    ],
)
def test_a_slip_in_a_verdict_is_named_with_its_line(read: Any, entry: str, problem: str) -> None:
    found = read(decisions=f"- different: ['2408.00118', '2503.19786']\n- {entry}\n")
    assert said(found)[0].startswith(f"decisions.yml:{problem}")
    assert found.verdicts[0].refs == ("2408.00118", "2503.19786")


def test_a_key_that_is_nearly_right_is_named_with_the_right_one(read: Any) -> None:
    found = read(decisions="- smae: ['2309.00267', '2309.00268']\n")
    assert said(found)[0] == "decisions.yml:1: unknown key 'smae'; right would be: 'same'"


@pytest.mark.parametrize(("text", "problem"), [("- [", "not valid YAML"), ("same: [a]", "the file is a set of keys")])
def test_a_file_that_is_no_list_of_verdicts_is_one_problem(read: Any, text: str, problem: str) -> None:
    found = read(decisions=text)
    assert len(found.problems) == 1
    assert problem in said(found)[0]


def test_a_slip_in_one_verdict_leaves_the_others(read: Any) -> None:
    found = read(decisions="- different: ['2408.00118', '2503.19786']\n- same: [nonsense, '2309.00267']\n")
    assert [verdict.refs for verdict in found.verdicts] == [("2408.00118", "2503.19786")]
    assert len(found.problems) == 1


def test_of_verdicts_that_contradict_each_other_the_one_that_joins_is_dropped(read: Any) -> None:
    found = read(
        decisions="""\
- same: [r-0000000001, r-0000000002]
- same: [r-0000000002, r-0000000003]
- different: [r-0000000003, r-0000000001]
"""
    )
    assert [verdict.place.first for verdict in found.verdicts] == [1, 3]
    assert said(found) == [
        "decisions.yml:2: contradicts the verdict `different` of seeds/curated/decisions.yml:3; "
        "right would be: one of the two verdicts; until then they stay apart"
    ]


def test_corrections_of_every_field_are_read(read: Any) -> None:
    found = read(
        corrections="""\
'2309.00267':
  title: A Title
  authors: [Ada Moss, Bo Lind]
  authors_complete: false
  abstract: >-
    Two
    lines.
  arxiv: arXiv:2309.00267v2
  doi: https://doi.org/10.5555/ABC
  primary_category: cs.CL
  categories: [cs.CL, stat.ML]
  submitted: 2023-09-01
  updated: 2024-09-03
  publication: {venue: ICML, year: 2024, first_page: 0123, last_page: '130'}
  code: [https://example.org/code]
  note: read on the paper itself
r-0123456789: {authors: [No]}
"""
    )
    assert found.problems == ()
    first, second = found.corrections
    assert (first.ref, first.title, first.authors, first.authors_complete) == (
        "2309.00267",
        "A Title",
        ("Ada Moss", "Bo Lind"),
        False,
    )
    assert (first.abstract, first.arxiv, first.doi) == ("Two lines.", "2309.00267", "10.5555/abc")
    assert (first.primary_category, first.categories) == ("cs.CL", ("cs.CL", "stat.ML"))
    assert (first.submitted, first.updated) == (date(2023, 9, 1), date(2024, 9, 3))
    assert first.publication == Publication("ICML", 2024, None, "0123", "130")
    assert first.code == ("https://example.org/code",)
    assert dict(first.places)["doi"] == Place("seeds/curated/corrections.yml", 9, 9)
    assert (second.ref, second.authors, second.title) == ("r-0123456789", ("No",), None)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("tittle: A", "unknown key 'tittle'; right would be: 'title'"),
        ("title: ''", "'title' of '2309.00267' is empty"),
        ("title: [A]", "'title' of '2309.00267' is a list"),
        ("authors: Ada Moss", "is the text 'Ada Moss'; right would be: a list of names, each `First Last`"),
        ("submitted: yesterday", "right would be: a day as 2024-12-31"),
        ("doi: 11.5/x", "right would be: a DOI as"),
        ("arxiv: '2309.267'", "right would be: an arXiv id as"),
        ("primary_category: CV", "right would be: arXiv categories as cs.CL"),
        ("categories: [cs.CL, cs.XX]", "'cs.XX' in 'categories'"),
        ("code: ['javascript:alert(1)']", "'javascript:alert(1)' in 'code'"),
        ("publication: {year: 2024}", "lacks venue"),
        ("publication: {venue: ICML, year: 24}", "right would be: a year as 2024"),
        ("authors_complete: maybe", "right would be: true or false"),
    ],
)
def test_a_slip_in_a_correction_is_named_and_its_other_fields_hold(read: Any, entry: str, problem: str) -> None:
    found = read(corrections=f"'2309.00267':\n  {entry}\n  updated: 2024-09-03\n")
    (one,) = said(found)
    assert one.startswith("corrections.yml:2:")
    assert problem in one
    assert found.corrections[0].updated == date(2024, 9, 3)


def test_two_corrections_of_one_paper_under_two_names_of_it_are_a_slip(read: Any) -> None:
    found = read(corrections="'2309.00267': {title: A}\narXiv:2309.00267v2: {title: B}\n")
    assert [one.title for one in found.corrections] == ["A"]
    assert "corrections.yml:2: '2309.00267' is corrected in line 1 already" in said(found)[0]


TOPIC = "- {id: games, name: Games, description: On games., phrases: [mean field], categories: [cs.GT]}\n"


def test_topics_are_read_with_parents_and_papers(read: Any) -> None:
    found = read(
        topics=TOPIC
        + """\
- id: mean-field
  name: Mean-field games
  description: Many players.
  parent: games
  papers: ['https://arxiv.org/abs/2110.11943v2', cs/0112017]
  not_papers: ['2208.10138']
"""
    )
    assert found.problems == ()
    games, field = found.topics
    assert (games.phrases, games.categories, games.place.first) == (("mean field",), ("cs.GT",), 1)
    assert (field.parent, field.papers, field.not_papers) == ("games", ("2110.11943", "cs-0112017"), ("2208.10138",))


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("{id: a, name: A, description: D, parent: gamse}", "no topic 'gamse'; right would be: one of games, a"),
        ("{id: a, name: A, description: D, parent: a}", "'a' would be broader than itself"),
        ("{id: Games 2, name: A, description: D}", "right would be: small letters, digits and single hyphens"),
        ("{id: games, name: A, description: D}", "the topic 'games' stands in line 1 already"),
        ("{id: a, name: A}", "lacks description"),
        ("{id: a, name: A, description: D, categories: [CL]}", "'CL' is no arXiv category"),
        ("{id: a, name: A, description: D, papers: [x], not_papers: [x]}", "'x' is also put into this topic"),
        ("{id: a, name: A, description: D, phrase: [x]}", "unknown key 'phrase'; right would be: 'phrases'"),
        ("just text", "entry 2 is the text 'just text'"),
    ],
)
def test_a_slip_in_a_topic_is_named_and_the_other_topics_hold(read: Any, entry: str, problem: str) -> None:
    found = read(topics=f"{TOPIC}- {entry}\n")
    (one,) = said(found)
    assert one.startswith("topics.yml:2:")
    assert problem in one
    assert found.topics[0].id == "games"
    assert all(topic.parent is None for topic in found.topics)


def test_topics_that_are_each_other_s_parent_become_one_slip_and_no_endless_climb(read: Any) -> None:
    topics = [f"- {{id: {ident}, name: N, description: D, parent: {parent}}}\n" for ident, parent in ["ab", "bc", "ca"]]
    found = read(topics="".join(topics))
    assert len(found.problems) == 1
    parents = {topic.id: topic.parent for topic in found.topics}
    assert list(parents.values()).count(None) == 1


def test_people_are_read_with_orcid_and_home_page(read: Any) -> None:
    found = read(
        authors="""\
people:
  - name: Zhaohan Daniel Guo
    spellings: [Daniel Guo]
    orcid: https://orcid.org/0000-0002-1825-0097
    homepage: https://example.org/~guo
  - {name: Gemma Team, collective: true}
apart:
  - [Lin Yang, Lu Yang]
"""
    )
    assert found.problems == ()
    guo, team = found.identities
    assert (guo.spellings, guo.orcid) == (("Daniel Guo",), "0000-0002-1825-0097")
    assert guo.homepage == "https://example.org/~guo"
    assert team.collective
    assert not guo.collective
    assert found.apart == (curated.Apart(("Lin Yang", "Lu Yang"), Place("seeds/curated/authors.yml", 8, 8)),)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("{name: Bo, orcid: 0000-0002-1825-0098}", "right would be: an ORCID iD"),
        ("{name: Bo, homepage: 'javascript:alert(1)'}", "right would be: an address that starts with https://"),
        ("{name: Bo, homepage: example.org}", "right would be: an address that starts with https://"),
        ("{name: Bo, spellings: [Ada M.]}", "'Ada M.' is already said of the person of line 2"),
        ("{spellings: [Bo]}", "lacks name"),
        ("{name: Bo, colective: true}", "unknown key 'colective'; right would be: 'collective'"),
    ],
)
def test_a_slip_about_a_person_is_named_and_the_others_hold(read: Any, entry: str, problem: str) -> None:
    found = read(authors=f"people:\n- {{name: Ada Moss, spellings: [Ada M.]}}\n- {entry}\n")
    (one,) = said(found)
    assert one.startswith("authors.yml:3:")
    assert problem in one
    assert found.identities[0].name == "Ada Moss"
    assert all(person.orcid is None and person.homepage is None for person in found.identities)


def test_names_that_are_one_person_and_apart_at_once_are_a_slip(read: Any) -> None:
    found = read(authors="people:\n- {name: Ada Moss, spellings: [Ada M.]}\napart:\n- [Ada M., Ada Moss]\n")
    assert "'Ada M.' and 'Ada Moss' are one person in line 2" in said(found)[0]
    assert found.apart == ()


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("0000-0002-1825-0096", None),
        ("0000000218250097", None),
        ("https://evil.example/0000-0002-1825-0097", None),
    ],
)
def test_an_orcid_id_must_have_the_right_check_digit(text: str, ident: str | None) -> None:
    assert orcid_id(text) == ident


def test_pages_are_read_as_they_are_and_a_broken_encoding_is_named(read: Any) -> None:
    found = read(pages={"home.md": "# Words\n", "old.md": b"caf\xe9", ".hidden.md": "x", "note.txt": "x"})
    assert found.words == (("home", "# Words\n"),)
    (problem,) = said(found)
    assert problem == "pages/old.md:1: not UTF-8 text (unexpected end of data); right would be: the file saved as UTF-8"


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds/curated/decisions.yml").mkdir(parents=True)
    (problem,) = curated.read(tmp_path).problems
    assert problem.message.startswith("can't be read")
