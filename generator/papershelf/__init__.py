"""papershelf turns a heap of paper listings into a deduplicated reading-list site.

The house, room by room:

    cli/         arguments in, exit status out; the only package that prints
    config       the settings of one list, from its mkdocs.yml (mkdocs_yml reads its YAML)
    build        the pipeline, top to bottom

    collect      STAGE  seeds/ -> records and problems         (sources reads files, readers/ their formats,
                        settling decides which title a glued heading has)
    dedupe/      STAGE  records -> clusters, with the evidence for each link
    merge/       STAGE  clusters + what people decided -> papers, with the source of every field
    topics       STAGE  papers -> topics, with the reason for each   (phrases finds words in texts)
    authors      STAGE  papers -> people                       (spellings: who is whom; namesakes, likely: who may be)
    related      STAGE  papers -> what else to read, with the reason
    render/      STAGE  all of it -> pages, through templates/
    write        STAGE  pages -> docs/                         (manifest, disk: only our own files, atomically)

    model        the nouns that stages hand to each other: Record, Problem, Question, Link, Cluster, Paper, ...
    curated/     seeds/curated/: what people decided, read and checked
                                                               (yamlfile, checked: with the line of each value)
    locked       seeds/locked/: what machines fetched or assigned, read and checked
    text/        source text for each target: HTML, Markdown, plain; TeX, Unicode, escaping
    identifiers  arXiv ids and categories, DOIs                (refs: one spelling for every way to name a paper)
    names        names of persons and teams
    exports/     papers -> BibTeX
    why          one paper explained; changes: two versions of a list compared

    engine       runs MkDocs, ProperDocs or Zensical over what `write` wrote
    hook, live   make plain `mkdocs serve` regenerate
    theme/       template overrides, style sheet and the few lines of script of the site
    starter/     what `papershelf new` puts into a new list    (outside: theme and hook for lists elsewhere)

Stages never import each other; only `build` imports stages.
"""

__version__ = "0.1.0"
