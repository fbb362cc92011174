"""What services know about the papers of a list, fetched once and kept in seeds/locked/. The only code that touches the
network; nothing but `papershelf lock` and `papershelf add` runs it.

    statement   what a service is asked, and what it says
    wanted      which papers lack an answer, or have an old one   (no network: `check` asks it too)
    client      one connection to one service, with manners          (connection: a request and its reply; replies:
                what it means; redirects: where it may lead; journal: answers survive a kill)
    services/   arXiv, Crossref, DataCite, OpenAlex: questions and answers
    file        seeds/locked/<service>.yml, read and written
    news        what differs from what was known, a line each
"""
