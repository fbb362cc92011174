/* What a text is made of, for searching: words without accents, their stems, and arXiv ids and DOIs.
   Query and page go through the same functions, so a rule below need not be good English, only the same on both sides. */
"use strict"

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ð: "d", đ: "d", þ: "th", ł: "l", ı: "i", ħ: "h", ŋ: "n" }
const GREEK = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau " +
  "upsilon phi chi psi omega").split(" ")

/** Lower case without accents: "Théophane" -> "theophane", "Łukasz" -> "lukasz", a lone "ε" -> "epsilon". */
function fold(word) {
  const plain = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøðđþłıħŋ]/g, c => LETTERS[c])
  return /^[α-ω]$/.test(plain) ? GREEK[plain.charCodeAt() - 0x3b1] : plain
}

/** British and American spellings and Latin plurals made one, then Porter's stemmer (lunr's, from Material's own worker). */
function stem(word) {
  const one = word
    .replace(/ys[ei]s?$/, "yze").replace(/ys(ed|ers?|ing)$/, "yz$1") //  analyse, analysis, analysing
    .replace(/is(e[dsr]?|ers|ing|able|ations?)$/, "iz$1") //              optimise, optimisation
    .replace(/([a-z]{3})our/, "$1or") //                                  behaviour
    .replace(/eses$/, "esis").replace(/(i|ul|im|tr)a$/, "$1um") //        hypotheses, equilibria
  return lunr.stemmer(new lunr.Token(one)).toString()
}

/** Words that need not occur in a page: they say little, and people add them to any query. Also as "teh" and "form". */
function isStopWord(word) {
  return !lunr.stopWordFilter(word) || ["the", "and", "for", "from", "with"].some(small => oneTypo(word, small)) ||
    /^(s|et|al|arxiv|papers?|articles?|abs|pdf|html|doi|org|https?|www|com|vs?)$/.test(word)
}

/** The words of a text, in order, with where they stand in it. `glued`: only a hyphen, dot or apostrophe before it ("off-policy"). */
function words(text) {
  const found = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const last = found[found.length - 1]
    const glued = !!last && /^[-‐‑'’.]$/.test(text.slice(last.end, match.index))
    const word = fold(match[0])
    if (word) found.push({ word, start: match.index, end: match.index + match[0].length, glued })
  }
  return found
}

const ARXIV = /(?<!\d\.?)((?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])[.\-_]\d{5}|(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])[.\-_]\d{4})(?!\d)/g
const ARXIV_OLD = /(?<![a-z-])([a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?[/-](\d{7})(?!\d)/gi
const DOI = /\b10\.\d{4,9}\/[^\s<>"]+/g

/** The arXiv ids (without version) and other DOIs that a text or an address mentions, as they stand in a page's address:
    2507.05201v2, https://arxiv.org/pdf/2507.05201v1.pdf, 10.48550/arXiv.2507.05201, 2507-05201 -> 2507.05201;
    math.GT/0309136 -> math-0309136; 10.1000/182 -> doi-10.1000-182. */
function identifiers(text) {
  const dois = text.match(/\bdoi-10\.\d{4,9}-\S+/g) || []
  const rest = text.replace(DOI, doi => {
    if (doi.startsWith("10.48550/")) return doi
    dois.push("doi-" + doi.toLowerCase().replace(/[^a-z0-9.]+/g, "-").replace(/[-.]+$/, ""))
    return " "
  })
  return [
    ...[...rest.matchAll(ARXIV)].map(m => m[1].replace(/[-_]/, ".")),
    ...[...rest.matchAll(ARXIV_OLD)].map(m => `${m[1].toLowerCase()}-${m[2]}`),
    ...dois
  ]
}

const common = (a, b) => { let i = 0; while (i < a.length && a[i] === b[i]) i++; return i }

/** Whether two words differ by one typing error: a letter wrong, missing or too many, or two neighbours swapped.
    A first letter is rarely wrong, and in a short word it would make another word of it. */
function oneTypo(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  const i = common(a, b)
  const rest = (x, y) => a.slice(i + x) === b.slice(i + y)
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && rest(2, 2)
  return swapped || ((i > 0 || a.length > 7) && (rest(1, 1) || rest(1, 0) || rest(0, 1)))
}

const ENDING = new RegExp(`^(?:${[
  "[aeirsxy]?|[ei]?s|ae|u[ms]|ces?|xes", //                                       matrix, matrices; science, scientist
  "ed|e?d|ers?|or[sy]?|ing|ions?|[st]ions?|at(?:ed?|es|ing|ors?|ory|ive|ions?|ional)", // explore, exploratory
  "al(?:ly)?|an[ct]e?|ances?|en[ct]e?|ences?|[ai]ble|le|ly|ary|ful|ous(?:ly)?|ive(?:ly)?|tive|t",
  "ic(?:al(?:ly)?|ity|s)?|etic(?:al)?|t?is[mt]s?|istic|tific|it(?:y|ies)|ilit(?:y|ies)|in[eg]", // stable, stability
  "ments?|ness|i[sz](?:e[drs]?|ing|ation)"
].join("|")})$`)

/** Whether two words are forms of one word that the stemmer keeps apart: "theory" and "theoretical", "stable" and "stability". */
function sameFamily(a, b) {
  const i = common(a, b)
  return i >= 4 && ENDING.test(a.slice(i)) && ENDING.test(b.slice(i))
}
