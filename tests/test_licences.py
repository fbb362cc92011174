"""Licences are known by any of their usual names, and by nothing else."""

from __future__ import annotations

import pytest

from papershelf import licences

CC = "https://creativecommons.org/"


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("CC-BY-4.0", "CC BY 4.0", f"{CC}licenses/by/4.0/"),
        ("cc by-nc-sa 4.0", "CC BY-NC-SA 4.0", f"{CC}licenses/by-nc-sa/4.0/"),
        ("CC-BY-ND-2.5", "CC BY-ND 2.5", f"{CC}licenses/by-nd/2.5/"),
        ("http://creativecommons.org/licenses/by/4.0", "CC BY 4.0", f"{CC}licenses/by/4.0/"),
        (
            "https://creativecommons.org/licenses/by-nc-nd/3.0/legalcode",
            "CC BY-NC-ND 3.0",
            f"{CC}licenses/by-nc-nd/3.0/",
        ),
        ("Creative Commons Attribution 4.0 International", "CC BY 4.0", f"{CC}licenses/by/4.0/"),
        (
            "Creative Commons Attribution Non Commercial Share Alike 4.0 International",
            "CC BY-NC-SA 4.0",
            f"{CC}licenses/by-nc-sa/4.0/",
        ),
        ("CC0-1.0", "CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        ("Creative Commons Zero v1.0 Universal", "CC0 1.0", f"{CC}publicdomain/zero/1.0/"),
        (
            "arXiv.org perpetual, non-exclusive license",
            "arXiv.org licence to distribute",
            "https://arxiv.org/licenses/nonexclusive-distrib/1.0/",
        ),
        ("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ],
)
def test_one_name_and_address_for_every_way_to_write_a_licence(text: str, name: str, address: str) -> None:
    found = licences.licence(text)
    assert found == licences.Licence(name, address)
    assert licences.licence(name) == found or name.startswith("arXiv")
    assert licences.licence(address) == found or name.startswith("ODbL")


@pytest.mark.parametrize(
    "text",
    [
        "", "CC BY", "CC BY 5.0", "CC BY 4", "© 2020 The Publisher", "All rights reserved", "Copyright (c) 2020, ACM",
        "https://creativecommons.org.example/licenses/by/4.0/", "javascript:https://creativecommons.org/licenses/by/4.0/",
        "https://example.org/creativecommons.org/licenses/by/4.0/", "CC BY 4.0 or later, ask us", "x" * 100_000,
    ],
)  # fmt: skip
def test_what_names_no_licence_that_is_known_is_none(text: str) -> None:
    assert licences.licence(text) is None
