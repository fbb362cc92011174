/* What needs a script: filtering and sorting lists, copying text, wide tables. Every page is whole without it.
   What a list is filtered by stands in its address: ?words=ink&status=to-read&tag=rivers&order=title (`q` is the search's) */
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
      status: item.querySelector(".ps-mark [data-status]")?.dataset.status ?? "",
      tags: [...item.querySelectorAll(".ps-mark i")].map((tag) => tag.textContent),
    }));
    const input = make("input", { type: "search", autocomplete: "off", placeholder: papers ? "Title, first authors, topic or year" : "Name" });
    input.setAttribute("aria-label", papers ? "Filter papers" : "Filter names");
    const output = make("output", {});
    tools.append(input, output);
    const asked = new URLSearchParams(location.search);
    const choices = {}; // name in the address -> its <select>
    const choose = (name, label, options, chosen) => {
      const select = make("select", {});
      select.setAttribute("aria-label", label);
      select.append(...options.map(([value, textContent]) => make("option", { value, textContent })));
      select.value = asked.get(name) ?? options[0][0];
      if (select.selectedIndex < 0) select.selectedIndex = 0; // the address names what is not here
      select.addEventListener("change", chosen);
      output.before(select);
      choices[name] = select;
    };
    const keep = () => {
      const query = new URLSearchParams(location.search);
      for (const [name, { value, options }] of Object.entries({ words: input, ...choices })) {
        query.delete(name);
        if (value && value !== options?.[0].value) query.append(name, value);
      }
      history.replaceState(history.state, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
    };

    const filter = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const { status, tag } = choices;
      const shown = new Set();
      for (const each of items) {
        const { item, text, title } = each;
        const fits = (!status?.value || (status.value === "none" ? !each.status : each.status === status.value))
          && (!tag?.value || each.tags.includes(tag.value));
        item.hidden = !fits || !words.every((word) => text.includes(word));
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
        if (heading?.tagName === "H2") heading.hidden = empty;
      }
      const total = new Set(items.map(({ title }) => title)).size;
      output.value = words.length || status?.value || tag?.value ? `${shown.size} of ${total}` : "";
    };
    const ask = () => {
      filter();
      keep();
    };
    input.addEventListener("input", ask);
    input.value ||= asked.get("words") ?? "";

    if (papers && items.some(({ status }) => status)) {
      const statuses = { "to-read": "To read", reading: "Reading", read: "Read", none: "Without status" };
      const there = new Set(items.map(({ status }) => status || "none"));
      const options = Object.entries(statuses).filter(([value]) => there.has(value));
      choose("status", "Status", [["", "Any status"], ...options], ask);
    }
    const tags = new Set(items.flatMap((each) => each.tags));
    if (tags.size) {
      const options = [...tags].sort((a, b) => a.localeCompare(b, "en")).map((tag) => [tag, tag]);
      choose("tag", "Tag", [["", "Any tag"], ...options], ask);
    }
    if (papers && lists.length === 1) {
      const orders = {
        newest: ["Newest first", (a, b) => a.place - b.place],
        oldest: ["Oldest first", (a, b) => b.place - a.place],
        title: ["By title", (a, b) => a.title.localeCompare(b.title, "en")],
        author: ["By first author", (a, b) => a.author.localeCompare(b.author, "en")],
      };
      const sort = () => {
        lists[0].append(...[...items].sort(orders[choices.order.value][1]).map(({ item }) => item));
        keep();
      };
      choose("order", "Order", Object.entries(orders).map(([value, [name]]) => [value, name]), sort);
      if (choices.order.value !== "newest") sort();
    }
    tools.hidden = false;
    if (input.value || choices.status?.value || choices.tag?.value) filter();
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

  // A table wider than a phone, which the engine's script has put into a box to scroll: with the keyboard, too.
  addEventListener("load", () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }
  });
})();
