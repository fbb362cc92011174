/* What needs a script: filtering and sorting lists, copying text. Every page is whole without it. */
(() => {
  "use strict";
  const letters = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[łøđßæœı]/g, (letter) => letters[letter]);
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  // A list of papers or names: <div class="ps-tools" data-filter="papers|names" hidden>
  for (const tools of document.querySelectorAll("[data-filter]")) {
    const papers = tools.dataset.filter === "papers";
    const lists = [...document.querySelectorAll(papers ? ".ps-list > ul" : ".ps-names > ul")];
    const items = lists.flatMap((list) => [...list.children]).map((item, place) => ({
      item,
      place,
      text: fold(item.textContent),
      title: fold(item.querySelector("a")?.textContent ?? ""),
      author: fold(item.querySelector(".ps-by")?.textContent ?? ""),
      day: item.querySelector("time")?.dateTime ?? "",
    }));
    const input = make("input", { type: "search", autocomplete: "off", placeholder: papers ? "Title, first authors, topic or year" : "Name" });
    input.setAttribute("aria-label", papers ? "Filter papers" : "Filter names");
    const output = make("output", {});
    tools.append(input, output);

    const filter = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const shown = new Set();
      for (const { item, text, title } of items) {
        item.hidden = !words.every((word) => text.includes(word));
        if (!item.hidden) shown.add(title);
      }
      for (const shard of document.querySelectorAll(".ps-shard")) {
        const found = shard.querySelector("li:not([hidden])") !== null;
        shard.hidden = !found;
        shard.open = words.length > 0 && found;
      }
      for (const list of lists) {
        const empty = !list.querySelector(":scope > li:not([hidden])");
        const heading = list.parentElement.previousElementSibling;
        list.parentElement.hidden = empty;
        if (heading?.tagName === "H2" && !papers) heading.hidden = empty;
      }
      const total = new Set(items.map(({ title }) => title)).size;
      output.value = words.length ? `${shown.size} of ${total}` : "";
    };
    input.addEventListener("input", filter);

    if (papers) {
      const orders = {
        "Newest first": (a, b) => a.place - b.place,
        "Oldest first": (a, b) => b.place - a.place,
        "By title": (a, b) => a.title.localeCompare(b.title, "en"),
        "By first author": (a, b) => a.author.localeCompare(b.author, "en"),
      };
      const select = make("select", {});
      select.setAttribute("aria-label", "Order");
      select.append(...Object.keys(orders).map((name) => make("option", { textContent: name })));
      select.addEventListener("change", () => {
        lists[0].append(...[...items].sort(orders[select.value]).map(({ item }) => item));
      });
      input.after(select);
    }
    tools.hidden = false;
    if (input.value) filter();
  }

  // <pre data-copy>: a button that copies its text
  for (const pre of document.querySelectorAll("pre[data-copy]")) {
    const button = make("button", { type: "button", className: "ps-copy", textContent: "Copy" });
    button.addEventListener("click", async () => {
      const code = pre.querySelector("code");
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(code); // no permission: selected, for the reader to copy
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    pre.append(button);
  }
})();
