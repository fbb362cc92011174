/* From Material's index to pages, and from answers to what Material shows. Needs words.js.
   The index holds HTML (escaped text, a few tags); here everything becomes plain text first and is escaped again on its way out. */
"use strict"

const SHOWN = 100 //  more answers than anyone reads
const TEASER = 34 //  words

const ENTITIES = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" }
const toText = html => html
  .replace(/<\/?(?:p|pre|li|ol|ul)>/g, " ").replace(/<[^>]*>/g, "")
  .replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name]).trim()
const toHtml = text => text.replace(/[&<>"]/g, c => `&#${c.charCodeAt()};`)

/** Material's index has one entry a heading, { location, title, text, tags?, boost? }: all headings of one page are one page here. */
function toPages(docs) {
  const pages = new Map()
  for (const { location, title, text, tags = [], boost = 1 } of docs) {
    const [address, anchor = ""] = location.split("#")
    if (!pages.has(address)) pages.set(address, { location: address, title: toText(title), sections: [], boost })
    pages.get(address).sections.push({ anchor, title: anchor && toText(title), text: toText([...tags, text].join(" ")) })
  }
  return [...pages.values()]
}

/** Answers as Material shows them: [[{ location, title, text, score, terms }]], one item each; `terms` are what its pages highlight. */
function toItems(answers, forms) {
  return answers.slice(0, SHOWN).map(({ page, score, marked }) => {
    const found = word => marked.has(forms.get(word))
    const terms = {}
    const mark = (text, from = 0, to = text.length) => {
      let html = "", done = from
      for (const { word, start, end } of words(text)) {
        if (start < from || end > to || !found(word)) continue
        html += `${toHtml(text.slice(done, start))}<mark>${toHtml(text.slice(start, end))}</mark>`
        terms[text.slice(start, end).toLowerCase()] = true
        done = end
      }
      return html + toHtml(text.slice(done, to))
    }
    return [{ location: page.location, title: mark(page.title), text: teaser(page, found, mark), score, terms }]
  })
}

/** The stretch of text with most of the words found; where there are none, how the abstract begins. */
function teaser(page, found, mark) {
  let best = { section: page.sections.find(({ anchor }) => anchor === "abstract") || page.sections[0], first: 0, value: 0 }
  for (const section of page.sections) {
    const hits = words(section.text).map(({ word }) => found(word) && word)
    for (let first = 0; first < hits.length; first += 8) {
      const value = new Set(hits.slice(first, first + TEASER).filter(Boolean)).size
      if (value > best.value) best = { section, first, value }
    }
  }
  const { text } = best.section
  const shown = words(text).slice(best.first, best.first + TEASER)
  if (!shown.length) return ""
  const from = best.first ? shown[0].start : 0
  const to = shown.length < TEASER ? text.length : shown[shown.length - 1].end
  return `<p>${from ? "… " : ""}${mark(text, from, to)}${to < text.length ? " …" : ""}</p>`
}
