/* Finds a paper by whatever it is called: on /go/ and on the page for addresses where nothing is. */
(() => {
  "use strict";
  const here = document.querySelector("[data-ways]");
  if (!here) return;
  const base = new URL("..", document.currentScript.src);
  const ARXIV = /(?:^|[^0-9a-z])([0-9]{4})[.-]([0-9]{4,5})(?:v[0-9]+)?(?![0-9])/;
  const OLD = /(?:^|[^a-z])([a-z-]+)(?:\.[a-z]{2})?[/-]([0-9]{7})(?:v[0-9]+)?(?![0-9])/;
  const DOI = /10\.[0-9]{4,9}\/[^\s?#"<>]+/;
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const address = (id, rest = "") => new URL(`papers/${encodeURIComponent(id)}/`, base).href + rest;

  // Every name that `text` may mean, the likeliest first: pasted addresses, ids with version, DOIs, keys.
  const names = (text) => {
    let plain = text.trim();
    try {
      plain = decodeURIComponent(plain);
    } catch { /* a lone % is part of the text */ }
    plain = plain.toLowerCase().replace(/^(?:papers|go)\//, "").replace(/\/+(?:index\.html)?$/, "").replace(/\.(?:pdf|html|md|bib|json)$/, "");
    const found = [plain, plain.replace(/v[0-9]+$/, "")];
    const doi = DOI.exec(plain)?.[0].replace(/[.,;)]+$/, "");
    if (doi) found.push(doi, doi.replace(/^10\.48550\/arxiv\./, ""));
    const arxiv = ARXIV.exec(plain);
    if (arxiv) found.push(`${arxiv[1]}.${arxiv[2]}`);
    const old = OLD.exec(plain);
    if (old) found.push(`${old[1]}-${old[2]}`, `${old[1]}/${old[2]}`);
    if (plain.includes("/")) found.push(plain.slice(plain.lastIndexOf("/") + 1).replace(/^.*[?&](?:id|arxiv|doi|key)=/, ""));
    return [...new Set(found.filter(Boolean))];
  };

  // Edits from one text to the other (https://en.wikipedia.org/wiki/Levenshtein_distance); `most` and one where more.
  const edits = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[b.length];
  };

  const near = (table, text) => {
    const wanted = names(text);
    const words = (wanted[0] ?? "").split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
    const scored = table.papers.map((paper) => {
      const distance = Math.min(...[paper[0].toLowerCase(), ...paper[2]].flatMap((name) => wanted.map((one) => edits(one, name, 2))));
      const title = paper[1].toLowerCase();
      const shared = words.filter((word) => title.includes(word)).length;
      return { paper, score: (distance <= 2 ? 10 - distance : 0) + (words.length ? (3 * shared) / words.length : 0) };
    });
    return scored.filter(({ score }) => score >= 2).sort((a, b) => b.score - a.score).slice(0, 5).map(({ paper }) => paper);
  };

  const say = (text, papers = []) => {
    const list = make("ul", {});
    for (const [id, title] of papers) {
      const item = make("li", {});
      item.append(make("a", { href: address(id), textContent: title }));
      list.append(item);
    }
    here.replaceChildren(make("p", { textContent: text }), ...(papers.length ? [list] : []));
    here.hidden = false;
  };

  const resolve = async (text, rest, quiet) => {
    const answer = await fetch(new URL("go/papers.json", base));
    if (!answer.ok) throw new Error(answer.status);
    const table = await answer.json();
    const called = new Map();
    for (const paper of [...table.gone, ...table.papers]) {
      for (const name of [paper[0].toLowerCase(), ...paper[2]]) called.set(name, paper[0]);
    }
    for (const name of names(text)) {
      if (called.has(name)) return location.replace(address(called.get(name), rest));
    }
    const close = near(table, text);
    if (close.length) say("Did you mean:", close);
    else if (!quiet) say(`No paper of this list is called “${text.slice(0, 200)}”. Search finds words of titles and names of authors.`);
  };

  const query = new URLSearchParams(location.search);
  const asked = ["id", "arxiv", "doi", "key"].find((name) => query.get(name));
  if (here.dataset.ways === "go") {
    if (!asked) return;
    const text = query.get(asked);
    query.delete(asked);
    const left = query.toString();
    resolve(text, (left ? `?${left}` : "") + location.hash).catch(() => say("The list of papers could not be fetched; please try again."));
  } else {
    const path = location.pathname.startsWith(base.pathname) ? location.pathname.slice(base.pathname.length) : location.pathname;
    if (path) resolve(path, location.search + location.hash, true).catch(() => {});
  }
})();
