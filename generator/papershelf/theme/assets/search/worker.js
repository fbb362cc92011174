/* The search worker of the site: answers Material's search box in Material's protocol, over Material's own index.
   Material names its worker in the page's `__config`; theme/main.html puts this one there, with ?stock=<file name of Material's>.
   Material's worker is loaded as well: it brings lunr (stemmer, stop words), and it takes over if anything here fails.
   Protocol: material/src/templates/assets/javascripts/integrations/search/worker/message. */
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
const stock = (/^search\.\w+\.min\.js$/.exec(new URLSearchParams(location.search).get("stock")) || [])[0]
let engine, setup, failed = false

// Registered before the stock worker's listener, which therefore hears only what this one lets through.
addEventListener("message", event => {
  if (failed) return
  const { type, data } = event.data
  try {
    if (type === SETUP) {
      setup = data
      engine = new Engine(toPages(data.docs))
      postMessage({ type: READY })
    } else if (type === QUERY) {
      postMessage({ type: RESULT, data: { items: toItems(engine.search(data), engine.forms) } })
    } else return
    event.stopImmediatePropagation()
  } catch (error) {
    failed = true
    console.warn("The search of this site failed; Material's own takes over.", error)
    if (type !== QUERY) return
    event.stopImmediatePropagation()
    dispatchEvent(new MessageEvent("message", { data: { type: SETUP, data: setup } })) // answered later: the query must wait
    setTimeout(() => dispatchEvent(new MessageEvent("message", { data: event.data })))
  }
})

importScripts(`../javascripts/workers/${stock}`)
try {
  importScripts("words.js", "engine.js", "show.js")
} catch (error) {
  failed = true
  console.warn("The search of this site did not load; Material's own takes over.", error)
}
