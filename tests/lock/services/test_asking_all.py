"""All services asked in order about one list. All papers are invented."""

from __future__ import annotations

from typing import Any

from lock.direct import client
from lock.server.arxiv import Arxiv
from lock.server.crossref import Crossref
from lock.server.datacite import DataCite
from lock.server.openalex import OpenAlex
from papershelf.lock.asking import ask
from papershelf.lock.services import SERVICES
from papershelf.lock.statement import Wanted


def test_each_service_is_asked_about_what_the_ones_before_it_found() -> None:
    arxiv, crossref, datacite, openalex = Arxiv(), Crossref(), DataCite(), OpenAlex()
    arxiv.add("2401.00001", doi="10.5555/ink")
    arxiv.add("2401.00002", title="Milk", doi="10.4230/milk")
    crossref.add("10.5555/ink")
    datacite.add("10.4230/milk")
    for number in (1, 2):
        datacite.add_preprint(f"2401.0000{number}")
    openalex.add("10.5555/ink")
    servers: dict[str, Any] = {"arxiv": arxiv, "crossref": crossref, "datacite": datacite, "openalex": openalex}
    services = [(SERVICES[name], client(server, api_key="sesame")) for name, server in servers.items()]
    papers = [Wanted(f"{n}", arxiv=f"2401.0000{n}") for n in (1, 2, 3)]

    done = ask(papers, [], services)
    assert [(service, about) for (service, about), said in done.statements.items() if said.found] == [
        ("arXiv", "arXiv:2401.00001"),
        ("arXiv", "arXiv:2401.00002"),
        ("Crossref", "doi:10.5555/ink"),
        ("DataCite", "arXiv:2401.00001"),
        ("DataCite", "doi:10.4230/milk"),
        ("OpenAlex", "doi:10.5555/ink"),
    ]
    assert done.missed == []
    assert ask(papers, list(done.statements.values()), services).asked == dict.fromkeys(done.asked, 0)
