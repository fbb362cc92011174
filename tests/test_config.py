"""Settings: what mkdocs.yml says, and the words for what it says wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from papershelf import config
from papershelf.config import ConfigError, Settings

Lists = Callable[..., Path]


def read(list_dir: Lists, text: str) -> Settings:
    return config.read(list_dir({"mkdocs.yml": text}))


def refused(list_dir: Lists, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read(list_dir, text)
    return str(caught.value)


def ours(*lines: str) -> str:
    return "\n".join(["site_name: A list", "extra:", "  papershelf:", *(f"    {line}" for line in lines), ""])


def test_a_list_that_sets_nothing_gets_the_defaults(list_dir: Lists) -> None:
    root = list_dir({"mkdocs.yml": "site_name: A list\n"})
    assert config.read(root) == Settings(
        root=root,
        docs_dir=root / "docs",
        site_dir=root / "site",
        theme_dir=None,
        site_name="A list",
        site_url="",
        site_description="",
        repository=None,
        author_pages_from=1,
        fold_authors_after=12,
        related=5,
        config_file="mkdocs.yml",
    )


def test_every_setting_is_taken(list_dir: Lists) -> None:
    settings = read(
        list_dir,
        ours(
            "repository: https://github.com/someone/papers",
            "author_pages_from: 2",
            "fold_authors_after: 30",
            "related: 0",
        ),
    )
    assert settings.repository == "https://github.com/someone/papers"
    assert (settings.author_pages_from, settings.fold_authors_after, settings.related) == (2, 30, 0)


def test_every_field_of_settings_can_be_set_or_comes_from_the_engine() -> None:
    engine = {"root", "docs_dir", "site_dir", "theme_dir", "site_name", "site_url", "site_description", "config_file"}
    assert {field.name for field in fields(Settings)} == engine | set(config.KEYS)


def test_an_unknown_setting_is_named_with_its_line_and_the_one_that_was_meant(list_dir: Lists) -> None:
    message = refused(list_dir, ours("related: 3", "fold_author_after: 5"))
    assert message.startswith("mkdocs.yml:5: extra.papershelf.fold_author_after is no setting;")
    assert "`fold_authors_after`, perhaps" in message
    assert "repository" in message  # and all that there are


def test_a_setting_of_an_earlier_version_is_answered_with_what_replaced_it(
    list_dir: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(config.REPLACED, "fold_after", "`fold_authors_after`, with the same number")
    assert refused(list_dir, ours("fold_after: 3")) == (
        "mkdocs.yml:4: extra.papershelf.fold_after is no setting any more; "
        "right would be: `fold_authors_after`, with the same number"
    )


def test_what_is_replaced_is_no_setting() -> None:
    assert not config.REPLACED.keys() & config.KEYS.keys()


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("related: five", "a whole number, 0 or more"),
        ("related: -1", "a whole number, 0 or more"),
        ("related: true", "a whole number, 0 or more"),
        ("related: 2.5", "a whole number, 0 or more"),
        ("author_pages_from: 0", "a whole number, 1 or more"),
        ("repository: someone/papers", "an address like https://github.com/owner/name"),
        ("repository: https://github.com/someone/papers/issues", "an address like https://github.com/owner/name"),
        ("repository: [1]", "an address like https://github.com/owner/name"),
    ],
)
def test_a_wrong_value_is_answered_with_what_would_be_right(list_dir: Lists, line: str, right: str) -> None:
    message = refused(list_dir, ours(line))
    key = line.split(":")[0]
    assert message.startswith(f"mkdocs.yml:4: extra.papershelf.{key} holds ")
    assert message.endswith(f"right would be: {right}")


def test_a_section_that_is_a_list_is_refused(list_dir: Lists) -> None:
    message = refused(list_dir, ours("- related"))
    assert message.startswith("mkdocs.yml:3: extra.papershelf holds ['related']")


def test_an_empty_section_is_no_mistake(list_dir: Lists) -> None:
    assert read(list_dir, "site_name: A list\nextra:\n  papershelf:\n").related == 5


def test_a_setting_given_twice_is_refused(list_dir: Lists) -> None:
    message = refused(list_dir, ours("related: 3", "related: 4"))
    assert message.startswith("mkdocs.yml:5: the key 'related' stands here twice")


def test_tags_of_the_engine_are_passed_over_and_run_nothing(list_dir: Lists, tmp_path: Path) -> None:
    text = f"""\
site_name: A list
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      options: !!python/object/apply:os.mkdir ["{tmp_path}/made"]
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}
plugins: !relative $config_dir
"""
    assert read(list_dir, text).site_name == "A list"
    assert not (tmp_path / "made").exists()


def test_environment_variables_are_read_as_mkdocs_reads_them(list_dir: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIST_ADDRESS", "https://someone.github.io/papers")
    monkeypatch.delenv("LIST_RELATED", raising=False)
    settings = read(
        list_dir,
        "site_url: !ENV LIST_ADDRESS\n" + ours("related: !ENV [LIST_RELATED, 7]"),
    )
    assert settings.site_url == "https://someone.github.io/papers/"
    assert settings.related == 7


def test_a_parent_file_is_inherited_and_named_in_messages(list_dir: Lists) -> None:
    parent = (
        "site_name: Parent\nsite_description: Words\nextra:\n  papershelf:\n    related: 2\n    author_pages_from: 3\n"
    )
    child = "INHERIT: base/parent.yml\nsite_name: Child\nextra:\n  papershelf:\n    related: 4\n"
    root = list_dir({"mkdocs.yml": child, "base/parent.yml": parent})
    settings = config.read(root)
    assert (settings.site_name, settings.site_description) == ("Child", "Words")
    assert (settings.related, settings.author_pages_from) == (4, 3)

    (root / "base/parent.yml").write_text(parent.replace("author_pages_from: 3", "author_pages_from: three"))
    with pytest.raises(ConfigError, match=r"^base/parent\.yml:6: extra\.papershelf\.author_pages_from holds 'three'"):
        config.read(root)


@pytest.mark.parametrize("parent", ["nowhere.yml", "mkdocs.yml", "7"])
def test_a_parent_file_that_is_missing_or_the_file_itself_is_refused(list_dir: Lists, parent: str) -> None:
    message = refused(list_dir, f"site_name: A list\nINHERIT: {parent}\n")
    assert message.startswith("mkdocs.yml:2: INHERIT names ")


def test_a_folder_without_mkdocs_yml_says_what_a_list_is(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no mkdocs\.yml here; .*papershelf new DIR"):
        config.read(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone: no such folder"):
        config.read(tmp_path / "gone")


def test_mkdocs_yaml_is_read_too(list_dir: Lists) -> None:
    root = list_dir()
    (root / "mkdocs.yml").rename(root / "mkdocs.yaml")
    assert config.read(root).config_file == "mkdocs.yaml"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: [\n", "mkdocs.yml:2: not valid YAML"),
        ("site_name: 'x\n", "mkdocs.yml:2: not valid YAML"),
        ("- site_name\n", "mkdocs.yml:1: holds no keys"),
        ("", "mkdocs.yml:1: site_name is missing"),
        ("site_name: 2048\n", "mkdocs.yml:1: site_name holds 2048"),
        ("site_name: A\nsite_url: example.org\n", "mkdocs.yml:2: site_url 'example.org' is no address"),
        ("site_name: A\ntheme:\n  custom_dir: [a]\n", "mkdocs.yml:3: theme.custom_dir holds ['a']"),
    ],
)
def test_a_settings_file_that_is_wrong_is_refused_with_its_line(list_dir: Lists, text: str, place: str) -> None:
    assert refused(list_dir, text).startswith(place)


def test_a_settings_file_in_another_encoding_is_refused(list_dir: Lists) -> None:
    with pytest.raises(ConfigError, match="not UTF-8"):
        config.read(list_dir({"mkdocs.yml": "site_name: Léger\n".encode("latin-1")}))


@pytest.mark.parametrize("folder", [".", "..", "seeds", "seeds/curated", "docs", "docs/site", ".papershelf", "/"])
def test_a_site_folder_that_an_engine_would_empty_with_what_must_stay_is_refused(list_dir: Lists, folder: str) -> None:
    assert refused(list_dir, f"site_name: A\nsite_dir: {folder}\n").startswith("mkdocs.yml:2: site_dir is /")


@pytest.mark.parametrize("folder", [".", "..", "seeds", "seeds/curated/pages", ".papershelf", "../elsewhere"])
def test_a_docs_folder_outside_the_list_or_in_seeds_is_refused(list_dir: Lists, folder: str) -> None:
    assert refused(list_dir, f"site_name: A\ndocs_dir: {folder}\n").startswith("mkdocs.yml:2: docs_dir is /")


def test_a_docs_folder_that_is_a_link_out_of_the_list_is_refused(list_dir: Lists, tmp_path: Path) -> None:
    root = list_dir()
    (tmp_path / "elsewhere").mkdir()
    (root / "pages").symlink_to(tmp_path / "elsewhere")
    (root / "mkdocs.yml").write_text("site_name: A\ndocs_dir: pages\n")
    with pytest.raises(ConfigError, match="docs_dir is "):
        config.read(root)


def test_the_theme_folder_counts_from_the_list(list_dir: Lists) -> None:
    root = list_dir({"mkdocs.yml": "site_name: A\ntheme:\n  name: material\n  custom_dir: .papershelf/theme\n"})
    assert config.read(root).theme_dir == root / ".papershelf/theme"


def test_a_theme_given_by_its_name_only_has_no_folder(list_dir: Lists) -> None:
    assert read(list_dir, "site_name: A\ntheme: material\n").theme_dir is None


def test_services_are_switched_moved_and_slowed_down(list_dir: Lists) -> None:
    said = ("services:", "  arxiv: http://127.0.0.1:8000/arxiv/", "  datacite: false", "  openalex: true",
            "  crossref: {pause: 2.5}")  # fmt: skip
    found = read(list_dir, ours(*said)).services
    assert {name: (asking.address, asking.pause) for name, asking in found.items()} == {
        "arxiv": ("http://127.0.0.1:8000/arxiv", 3),
        "crossref": ("https://api.crossref.org", 2.5),
        "openalex": ("https://api.openalex.org", 1),
    }


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("  arxive: false", "one of arxiv, crossref, datacite, openalex"),
        ("  arxiv: ftp://example.org", "an address that starts with https://"),
        ("  arxiv: https://user:word@example.org", "an address that starts with https://"),
        ("  arxiv: 7", "an address that starts with https://"),
        ("  arxiv: {adress: https://example.org}", "address, pause"),
        ("  arxiv: {pause: 0.5}", "3 seconds or more, as this service asks"),
        ("  arxiv: {address: https://example.org, pause: soon}", "a number of seconds"),
    ],
)
def test_a_service_that_is_wrong_is_answered_with_what_would_be_right(list_dir: Lists, line: str, right: str) -> None:
    assert f"right would be: {right}" in refused(list_dir, ours("services:", line)).replace("true, false, or ", "")
