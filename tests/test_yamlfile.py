"""YAML as people write it: texts stay texts, every value has a line, nothing in a file can end the process."""

from __future__ import annotations

from pathlib import Path

import pytest

from papershelf import yamlfile


def load(root: Path, text: str) -> yamlfile.YamlFile:
    (root / "a.yml").write_text(text, encoding="utf-8")
    return yamlfile.load(root, "a.yml")


def test_plain_values_stay_the_text_they_are(tmp_path: Path) -> None:
    text = "{id: 2310.02170, name: No, day: 2024-13-45, page: 0123, none: null, quoted: 'null', empty: }"
    found = load(tmp_path, text)
    texts = {"id": "2310.02170", "name": "No", "day": "2024-13-45", "page": "0123"}
    assert found.data == {**texts, "none": None, "quoted": "null", "empty": None}
    assert found.problems == ()


def test_every_value_has_its_line(tmp_path: Path) -> None:
    found = load(tmp_path, "# words\nlist:\n- a: 1\n  b:\n  - x\n  - y\n")
    assert str(found.place("list", 0, "b", 1)) == "a.yml:6"
    assert str(found.place("list", 0, "b", 7, "deeper")) == "a.yml:4"
    assert str(found.place()) == "a.yml:2"


def test_a_key_that_stands_twice_is_a_problem_in_the_second_line(tmp_path: Path) -> None:
    (problem,) = load(tmp_path, "a: 1\nb: 2\na: 3\n").problems
    assert str(problem) == "a.yml:3: the key 'a' stands here twice; right would be: one entry that says everything"


def test_a_broken_entry_of_a_list_does_not_cost_its_neighbours(tmp_path: Path) -> None:
    found = load(tmp_path, "- same: [a, b]\n- different: [c, d\n  note: open\n- same: [e, f]\n")
    assert found.data == [{"same": ["a", "b"]}, {"same": ["e", "f"]}]
    assert str(found.place(1, "same", 0)) == "a.yml:4"
    (problem,) = found.problems
    assert 2 <= problem.place.first <= 4


def test_a_broken_entry_of_a_mapping_does_not_cost_its_neighbours(tmp_path: Path) -> None:
    found = load(tmp_path, "# words\na:\n- 1\n- 2\nb: [\nc: {d: 3}\n")
    assert found.data == {"a": ["1", "2"], "c": {"d": "3"}}
    assert str(found.place("c", "d")) == "a.yml:6"
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "text", ["[", "{" * 100_000, "- " * 50_000, "? [a]\n: b", "!!python/name:os.system", "\x00", "a: b: c"], ids=len
)
def test_what_is_no_yaml_is_a_problem(tmp_path: Path, text: str) -> None:
    found = load(tmp_path, text)
    assert found.data is None
    assert [problem.message.partition(":")[0] for problem in found.problems] == ["not valid YAML"]


def test_aliases_of_aliases_are_read_in_no_time(tmp_path: Path) -> None:
    doubling = "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 60))
    assert load(tmp_path, f"k0: &k0 [x, x]\n{doubling}").problems == ()


def test_another_encoding_is_a_problem_in_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes("a: 1\nb: café\n".encode("latin-1"))
    (problem,) = yamlfile.load(tmp_path, "a.yml").problems
    assert str(problem).startswith("a.yml:2: not UTF-8 text")


def test_a_missing_file_is_an_empty_one(tmp_path: Path) -> None:
    assert yamlfile.load(tmp_path, "a.yml") == yamlfile.YamlFile("a.yml", None)
