/* The index over the site's pages, and which pages answer a query, best first. Needs words.js. */
"use strict"

const ENOUGH = 5 // strict answers; where there are fewer, looser ones follow

class Engine {
  /** pages: [{ location, title, sections: [{ anchor, title, text }], boost }], plain text (see show.js). */
  constructor(pages) {
    this.pages = pages
    this.forms = new Map() //    every word met -> its stem
    this.postings = new Map() // stem -> Map(page -> weight)
    this.ids = new Map() //      arXiv id or DOI -> the page whose address it is; else the pages that mention it
    const size = page => page.sections.reduce((sum, section) => sum + section.text.length, 0)
    const average = pages.reduce((sum, page) => sum + size(page), 0) / pages.length || 1
    for (const page of pages) this.add(page, 0.7 + 0.3 * size(page) / average)
    for (const page of pages) for (const id of identifiers(page.location.replace(/\/$/, "").split("/").pop())) this.ids.set(id, [page])
  }

  /** `length`: of the page, 1 for an average one. What is said five times is not five times as relevant, least of all in a long page. */
  add(page, length) {
    page.sequence = [] // stems in order; null where a phrase cannot go on
    const inTitle = new Set(this.read(page, page.title))
    page.titleStems = new Set(page.sequence.slice(0, -1))
    const times = new Map()
    for (const section of page.sections)
      for (const known of [...this.read(page, section.title), ...this.read(page, section.text)]) times.set(known, 1 + (times.get(known) || 0))
    for (const known of new Set([...inTitle, ...times.keys()])) {
      const n = times.get(known) || 0
      if (!this.postings.has(known)) this.postings.set(known, new Map())
      this.postings.get(known).set(page, n / (n + length) + (inTitle.has(known) ? 3 : 0))
    }
    for (const id of new Set(page.sections.flatMap(section => identifiers(section.text))))
      this.ids.set(id, [...(this.ids.get(id) || []), page])
  }

  /** The stems of a text; those of "off-policy" are off, policy and offpolicy. */
  read(page, text) {
    const found = []
    words(text).forEach(({ word, glued }, i, all) => {
      for (const form of glued ? [word, all[i - 1].word + word] : [word]) {
        if (!this.forms.has(form)) this.forms.set(form, stem(form))
        found.push(this.forms.get(form))
      }
      page.sequence.push(this.forms.get(word))
    })
    page.sequence.push(null)
    return found
  }

  /** What answers a query as it was typed, best first: [{ page, score, marked }], `marked` being the stems that answer it. */
  search(query) {
    try { query = decodeURIComponent(query) } catch { /* a % that encodes nothing */ }
    const begun = /(?<![\d.])\d{4}\.\d{0,4}$/.exec(query) // an id still being typed
    const ids = [...identifiers(query), ...(begun ? [...this.ids.keys()].filter(id => id.startsWith(begun[0])) : [])]
    const pages = new Set(ids.flatMap(id => this.ids.get(id) || []))
    if (pages.size) return [...pages].map((page, i) => ({ page, score: 1000 - i, marked: new Set() }))

    const terms = words(query).map(({ word, end }) => ({
      word, stem: stem(word), needed: !isStopWord(word), begun: end === query.length || word.length === 1 // an initial
    }))
    if (terms.every(term => !term.needed)) for (const term of terms) term.needed = true
    const strict = this.rank(terms, this.variants(terms))
    if (strict.length >= ENOUGH || !terms.length) return strict

    const variants = this.variants(terms, { loose: true })
    const needed = terms.filter(term => term.needed)
    const short = needed.some(term => term.word.length < 7) // "chess openings" is one typing error from "chest … open"
    const loose = this.rank(terms, variants, { together: short })
    if (strict.length || loose.length) {
      const seen = new Set(strict.map(({ page }) => page))
      const more = loose.filter(({ page }) => !seen.has(page)).map(answer => ({ ...answer, score: 0.3 * answer.score }))
      return [...strict, ...more].sort((a, b) => b.score - a.score)
    }
    const parted = terms.map(({ word }) => this.part(word)).join(" ")
    if (parted !== terms.map(({ word }) => word).join(" ")) return this.search(parted)
    const missing = Math.floor(needed.length / 5) // a long quotation may differ somewhere
    return missing ? this.rank(terms, variants, { missing }) : []
  }

  /** "deep learning" for "deeplearning": an unknown word cut into two known ones, where it can be. */
  part(word) {
    for (let i = 3; i <= word.length - 3 && !this.forms.has(word); i++)
      if (this.forms.has(word.slice(0, i)) && this.forms.has(word.slice(i))) return `${word.slice(0, i)} ${word.slice(i)}`
    return word
  }

  /** For each term the stems that may stand for it, and how well: [Map(stem -> 0..1)].
      The same stem; a word that begins as the one still being typed; loosely also a typing error or another form of the word. */
  variants(terms, { loose = false } = {}) {
    const found = terms.map(() => new Map())
    const offer = (i, known, quality) => found[i].set(known, Math.max(quality, found[i].get(known) || 0))
    terms.forEach((term, i) => {
      if (this.postings.has(term.stem)) offer(i, term.stem, 1)
      const worth = found[i].size ? 0.5 : 1
      const guess = loose && term.needed && term.word.length > 3 && !/\d/.test(term.word) // another number is another thing
      if (term.begun || guess) for (const [form, known] of this.forms) {
        if (term.begun && form.startsWith(term.word)) offer(i, known, worth * (0.3 + 0.5 * term.word.length / form.length))
        if (!guess) continue
        if (oneTypo(term.word, form)) offer(i, known, 0.5)
        else if (term.stem.length > 5 && oneTypo(term.stem, known)) offer(i, known, 0.4)
        else if (sameFamily(term.word, form)) offer(i, known, 0.3)
      }
    })
    for (let i = 0; i + 1 < terms.length; i++) { // "recurrent gemma" means RecurrentGemma, too
      const joined = terms[i].word + terms[i + 1].word
      const meant = loose ? [...this.forms.keys()].filter(form => form === joined || (joined.length > 7 && oneTypo(joined, form))) : [joined]
      for (const form of meant) for (const part of [i, i + 1])
        if (this.forms.has(form)) offer(part, this.forms.get(form), form === joined ? 0.8 : 0.4)
    }
    return found
  }

  /** The pages that have all needed terms (or all but `missing`); `together`: side by side, or one of them in the title. */
  rank(terms, variants, { missing = 0, together = false } = {}) {
    const scores = terms.map(() => new Map()) // for each term: page -> score
    const termsOf = new Map() //                 stem -> the terms it may stand for
    variants.forEach((found, i) => found.forEach((quality, known) => {
      const pages = this.postings.get(known)
      const rarity = Math.log(1 + this.pages.length / pages.size)
      for (const [page, weight] of pages) scores[i].set(page, Math.max(scores[i].get(page) || 0, quality * rarity * weight))
      termsOf.set(known, [...(termsOf.get(known) || []), i])
    }))
    const needed = terms.flatMap((term, i) => (term.needed ? [i] : []))
    const marked = new Set([...termsOf.keys()].filter(known => termsOf.get(known).some(i => terms[i].needed)))
    const answers = []
    for (const page of new Set(needed.flatMap(i => [...scores[i].keys()]))) {
      const matched = needed.filter(i => scores[i].has(page)).length
      if (matched < needed.length - missing) continue
      const sum = scores.reduce((total, score) => total + (score.get(page) || 0), 0) * (matched / needed.length) ** 2
      const closeness = this.closeness(page, termsOf, terms, needed)
      if (closeness > 1 || !together) answers.push({ page, score: sum * closeness * page.boost, marked })
    }
    return answers.sort((a, b) => b.score - a.score)
  }

  /** 1 or more: more where terms stand side by side as typed, and where the title is just what was typed. */
  closeness(page, termsOf, terms, needed) {
    const of = known => termsOf.get(known) || []
    const pairs = new Set(page.sequence.flatMap((known, at) => of(known).filter(i => of(page.sequence[at + 1]).includes(i + 1))))
    const phrase = pairs.size / Math.max(1, terms.length - 1)
    const title = [...page.titleStems]
    const inTitle = new Set(title.flatMap(of))
    const asked = needed.filter(i => inTitle.has(i)).length / needed.length
    const covered = title.filter(known => termsOf.has(known)).length / title.length || 0
    return 1 + 6 * phrase ** 3 + 2 * asked * covered + (asked === 1 && covered === 1 ? 8 : 0)
  }
}
