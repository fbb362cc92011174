/* Citing: papers that a reader selects in a list, copied or downloaded; and files for lists so long that no files for
   single papers were made. All of it from api/papers/<id>.json, fetched when it is needed. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const formats = {
    BibTeX: { suffix: "bib", write: (papers) => papers.map((paper) => paper.bibtex).join("\n\n") + "\n" },
    "CSL-JSON": {
      suffix: "csl.json",
      write: (papers) =>
        "[\n" + papers.map(({ csl, abstract }) => JSON.stringify(abstract ? { ...csl, abstract } : csl)).join(",\n") + "\n]\n",
    },
    RIS: {
      suffix: "ris",
      write: (papers) =>
        papers.map(({ ris, abstract }) => (abstract ? ris.replace(/ER {2}- $/, () => `AB  - ${abstract}\r\nER  - `) : ris))
          .join("\r\n\r\n") + "\r\n",
    },
  };

  // Paths below the site's root -> what the API says, in the same order, a few at a time.
  const known = new Map();
  const load = (path) => {
    if (!known.has(path)) {
      const answer = fetch(new URL(path, root)).then((response) => (response.ok ? response.json() : Promise.reject(response)));
      answer.catch(() => known.delete(path));
      known.set(path, answer);
    }
    return known.get(path);
  };
  const loadAll = async (paths, tell) => {
    const found = [];
    let next = 0;
    let done = 0;
    const work = async () => {
      while (next < paths.length) {
        const place = next++;
        found[place] = await load(paths[place]);
        tell(`Fetched ${++done} of ${paths.length}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    return found;
  };
  const save = (text, name) => {
    const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  const copy = async (text, at) => {
    try {
      await navigator.clipboard.writeText(text);
      return "Copied";
    } catch {
      const field = make("textarea", { value: text, readOnly: true, rows: 6 }); // no permission: for the reader to copy
      field.setAttribute("aria-label", "Citations to copy");
      at.querySelector("textarea")?.remove();
      at.append(field);
      field.select();
      return "Press Ctrl+C to copy";
    }
  };
  const items = [...document.querySelectorAll(".ps-list > :is(ul, ol) > li")].map((item) => {
    const link = item.querySelector("a.ps-t");
    return { item, link, path: `api/papers/${link.pathname.split("/").filter(Boolean).at(-1)}.json` };
  });

  // <p data-cite="api/papers/….json">, or of all papers of the page where it is empty: buttons to download.
  for (const line of document.querySelectorAll("[data-cite]")) {
    const paths = line.dataset.cite ? [line.dataset.cite] : items.map(({ path }) => path);
    const output = make("output", {});
    line.append("Download:");
    for (const [name, { suffix, write }] of Object.entries(formats)) {
      const button = make("button", { type: "button", className: "ps-small", textContent: name });
      button.addEventListener("click", async () => {
        try {
          const papers = await loadAll(paths, (word) => (output.value = word));
          save(write(papers), `${papers.length === 1 ? papers[0].key : "papers"}.${suffix}`);
          output.value = "";
        } catch {
          output.value = "Not fetched; try again";
        }
      });
      line.append(" ", button);
    }
    line.append(" ", output);
    line.hidden = false;
  }

  // <p data-select>: a button that shows a box to tick on each paper, and what to do with those. They stay ticked from
  // page to page, until the window is closed.
  const line = document.querySelector("[data-select]");
  if (!line || !items.length) return;
  const store = `papershelf ${root.pathname}`;
  const chosen = new Set();
  try {
    for (const path of JSON.parse(sessionStorage.getItem(store)) ?? []) chosen.add(path);
  } catch {} // no storage: they stay on this page
  const toggle = make("button", { type: "button", className: "ps-small", textContent: "Select papers" });
  toggle.setAttribute("aria-expanded", "false");
  const bar = make("div", { className: "ps-chosen", hidden: true });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Selected papers");
  const output = make("output", {});
  const choice = make("select", {});
  choice.setAttribute("aria-label", "Format");
  choice.append(...Object.keys(formats).map((name) => make("option", { textContent: name })));
  const button = (textContent, action) => {
    const made = make("button", { type: "button", className: "ps-small", textContent });
    made.addEventListener("click", action);
    return made;
  };

  const boxes = [];
  const show = (word) => {
    const elsewhere = chosen.size - boxes.filter((box) => box.checked).length;
    output.value = word ?? `${chosen.size} selected${elsewhere ? `, ${elsewhere} on other pages` : ""}`;
    for (const each of [copied, saved, none]) each.disabled = !chosen.size;
    try {
      sessionStorage.setItem(store, JSON.stringify([...chosen]));
    } catch {}
  };
  const tick = (box, checked) => {
    box.checked = checked;
    if (checked) chosen.add(box.value);
    else chosen.delete(box.value);
  };
  const cite = (action) => async () => {
    const { write, suffix } = formats[choice.value];
    try {
      show(await action(write(await loadAll([...chosen], show)), suffix));
    } catch {
      show("Not fetched; try again");
    }
  };
  const copied = button("Copy", cite((text) => copy(text, bar)));
  const saved = button("Download", cite((text, suffix) => save(text, `papers.${suffix}`)));
  const all = button("All", () => {
    for (const box of boxes) if (!box.closest("[hidden]")) tick(box, true);
    show();
  });
  all.title = "All papers that are shown";
  const none = button("None", () => {
    for (const box of boxes) box.checked = false;
    chosen.clear();
    show();
  });
  bar.append(output, all, none, choice, copied, saved);

  toggle.addEventListener("click", () => {
    const open = bar.hidden;
    if (open && !boxes.length) {
      for (const { item, link, path } of items) {
        const box = make("input", { type: "checkbox", className: "ps-box", value: path, checked: chosen.has(path) });
        box.setAttribute("aria-label", `Select ${link.textContent}`);
        box.addEventListener("change", () => {
          tick(box, box.checked);
          if (box.checked) load(path).catch(() => {}); // so that it is there when it is copied
          show();
        });
        boxes.push(box);
        item.prepend(box);
      }
    }
    bar.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    document.documentElement.classList.toggle("ps-selecting", open);
    show();
  });
  line.append(" ", toggle);
  line.after(bar);
  line.hidden = false;
  if (chosen.size) toggle.click();
})();
