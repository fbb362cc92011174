"""papershelf turns a heap of paper listings into a deduplicated reading-list site.

The house, room by room:

    cli/         arguments in, exit status out; the only package that prints
    config       the settings of one list, from its mkdocs.yml (mkdocs_yml reads its YAML)
    build        the pipeline, top to bottom                  (files: its first steps on files alone, without a list)

    collect      STAGE  seeds/ -> records and problems         (sources reads files, readers/ their formats;
                        encodings and filekinds guess what a file is;
                        settling decides which title a glued heading has)
    dedupe/      STAGE  records -> clusters, with the evidence for each link
    merge/       STAGE  clusters + what people decided -> papers, with the source of every field
    topics       STAGE  papers -> topics, with the reason for each   (phrases finds words in texts, vocabulary knows
                        whose they are; listed makes topics of collections)
    permalinks/  STAGE  papers + what was published -> papers under ids and citation keys that never change
    reading      STAGE  notes and reading paths -> papers with their notes    (called: what people call a paper)
    authors      STAGE  papers -> people                       (spellings: who is whom; namesakes, likely: who may be)
    related      STAGE  papers -> what else to read, with the reason
    render/      STAGE  all of it -> pages, through templates/
    ways/        STAGE  papers -> other addresses that lead to them: stub pages, what /go/ knows, objects.inv
    feeds/       STAGE  papers -> Atom and JSON Feed of what was added    (news: what is new, by day)
    cards/       STAGE  papers -> a picture of each, for previews of links
    write        STAGE  pages -> docs/                         (manifest, disk: only our own files, atomically)

    model        the nouns that stages hand to each other: Record, Problem, Question, Link, Cluster, Paper, ...
    curated/     seeds/curated/: what people decided, read and checked; verdicts are appended
                                                               (yamlfile, checked: with the line of each value)
    locked       seeds/locked/: what machines fetched or assigned, read and checked
    lock/        asks arXiv, Crossref, DataCite; the only code that touches the network    (fetch: a whole list)
    text/        source text for each target: HTML, Markdown, plain; TeX, Unicode, escaping
    identifiers  arXiv ids and categories, DOIs                (refs: one spelling for every way to name a paper)
    licences     one name and address for every way to write a licence
    names        names of persons and teams; venues/: of journals and conferences
    catalogues   where other ids lead; item_types: what kinds of publications are called
    metadata/    what programs read of a page: tags for reference managers, previews of links, search engines
    exports/     STAGE  papers -> files to cite from: BibTeX, CSL-JSON, RIS, CSV, and JSON for programs
    adding       what a person gives becomes a file of seeds/sources/; forms/: what is said in the forms on GitHub
    cycles       how the pipeline is spared Python's search for them
    why          one paper explained; changes: two versions of a list compared
    versions     one list, as two versions of papershelf made it, compared

    engine       runs MkDocs, ProperDocs or Zensical over what `write` wrote
    hook, live   make plain `mkdocs serve` regenerate
    theme/       template overrides, style sheet and the few lines of script of the site
    starter/     what `papershelf new` puts into a new list    (outside: theme and hook for lists elsewhere;
                 origin: which papershelf this is)

Stages never import each other; only `build` imports stages.
"""

__version__ = "0.1.0"
