/* The panel *Link* of a paper's page: its address in the forms that wikis and documents take; a click or the key y copies. */
(() => {
  "use strict";
  const panel = document.querySelector("[data-link]");
  if (!panel) return;
  const title = document.querySelector("meta[property='og:title']").content;
  const url = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/, "");
  const html = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
  const forms = {
    Markdown: `[${title.replace(/[\\`*_[\]<>$]/g, "\\$&")}](${url})`,
    MediaWiki: `[${url} ${title.replace(/[[\]{}<>|']/g, (c) => `&#${c.charCodeAt(0)};`)}]`,
    Confluence: `[${title.replace(/[\\{}[\]|*_^~]/g, "\\$&")}|${url}]`,
    HTML: `<a href="${html(url)}">${html(title)}</a>`,
    reStructuredText: `\`${title.replace(/[\\`<>_*|]/g, "\\$&")} <${url}>\`__`,
    Org: `[[${url}][${title.replace(/[[\]]/g, (c) => (c === "[" ? "(" : ")"))}]]`,
    Plain: `${title} ${url}`,
  };
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const KEY = "papershelf-link-form";
  const said = make("output", {});
  const copy = async (name) => {
    try {
      await navigator.clipboard.writeText(forms[name]);
      said.textContent = `Copied for ${name}`;
    } catch {
      panel.open = true;
      getSelection().selectAllChildren(panel.querySelector(`[data-form="${name}"] code`)); // no permission: selected, to copy by hand
      said.textContent = "Selected";
    }
    try {
      localStorage.setItem(KEY, name);
    } catch { /* no storage: Markdown next time, too */ }
    setTimeout(() => (said.textContent = ""), 2500);
  };
  const last = () => {
    try {
      return forms[localStorage.getItem(KEY)] ? localStorage.getItem(KEY) : "Markdown";
    } catch {
      return "Markdown";
    }
  };
  const list = make("ul", { className: "ps-forms-of-link" });
  for (const [name, text] of Object.entries(forms)) {
    const button = make("button", { type: "button", textContent: name, title: `Copy the link for ${name}` });
    button.addEventListener("click", () => copy(name));
    const item = make("li", {});
    item.dataset.form = name;
    item.append(button, make("code", { textContent: text }));
    list.append(item);
  }
  panel.querySelector("[data-link-plain]").replaceWith(list, make("p", { className: "ps-note", textContent: "The key y copies the form used last." }));
  panel.querySelector("summary").append(" ", said);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "y" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing) copy(last());
  });
})();
