/* Makes lists quicker to use; each works without this file. Results are swapped in place by htmx, every state keeps its plain address. */
"use strict";

const list = () => document.getElementById("list");

/* A box that is ticked or an order that is chosen asks at once. */
document.addEventListener("change", (event) => {
  const { form, type } = event.target;
  if (form?.id === "filters" && (type === "checkbox" || type === "select-one")) form.requestSubmit();
});

/* What is left empty does not stand in the address. */
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.formData;
  for (const name of new Set(asked.keys())) {
    const values = asked.getAll(name).filter((value) => value !== "");
    asked.delete(name);
    for (const value of values) asked.append(name, value);
  }
  if (asked.get("sort") === document.getElementById("sort")?.options[0].value) asked.delete("sort");
});

/* Filters that the reader opened stay open when the list is swapped; the page says what was found, for those who do not see it. */
const opened = new Set();
let focused = "";
const name = (details) => (details.matches(".drawer") ? "drawer" : details.querySelector("summary").firstChild.textContent.trim());
document.addEventListener("htmx:beforeSwap", () => {
  opened.clear();
  focused = document.activeElement.id;
  for (const details of list()?.querySelectorAll("details[open]") ?? []) opened.add(name(details));
});
document.addEventListener("htmx:afterSwap", () => {
  for (const details of list()?.querySelectorAll("details") ?? []) details.open ||= opened.has(name(details));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
});
document.addEventListener("htmx:afterSettle", () => {
  const announce = document.getElementById("announce");
  if (announce) announce.textContent = list()?.querySelector("[role=alert]") ? "" : told().join(". ");
  if (document.activeElement === document.body) document.getElementById("results")?.focus({ preventScroll: true });
});

/* How many there are, of what, and, where the reader went on or sorted, which of them come first: without that nothing new would be said. */
function told() {
  const words = [document.getElementById("count"), document.querySelector("h1")];
  if (document.querySelector(".pages [rel=prev]")) words.push(document.querySelector(".pages p"));
  const said = words.filter(Boolean).map((one) => one.textContent.trim().replace(/\s+/g, " "));
  const sort = document.getElementById("sort");
  return sort?.selectedIndex > 0 ? [...said, sort.selectedOptions[0].textContent] : said;
}

/* An address that could not be fetched in place is visited, so that its fault is seen. */
for (const fault of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(fault, (event) => { location.href = event.detail.pathInfo?.finalRequestPath ?? location.href; });
}

/* "/" goes to the search, "j" and "k" to the next and the last result, unless the reader has switched that off below. */
const KEYS = "parley-keys";
let keys = true;
try { keys = localStorage.getItem(KEYS) !== "off"; } catch { /* a browser that keeps nothing */ }
const keysChoice = document.querySelector("#keys input");
if (keysChoice) {
  document.getElementById("keys").hidden = false;
  keysChoice.checked = keys;
  keysChoice.addEventListener("change", () => {
    keys = keysChoice.checked;
    try { localStorage.setItem(KEYS, keys ? "on" : "off"); } catch { /* then it is off for this page */ }
  });
}
const RESULTS = "#results .entry :is(h2, h3) a, #results tbody th a";
document.addEventListener("keydown", (event) => {
  if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
  if (event.key === "/") go(event, document.querySelector("#find, form[role=search] input"));
  if (event.key === "j" || event.key === "k") go(event, beside(event.key === "j" ? 1 : -1));
});

function beside(step) {
  const results = Array.from(document.querySelectorAll(RESULTS));
  const here = results.indexOf(document.activeElement);
  return here === -1 ? results[0] : results[here + step];
}

function go(event, place) {
  if (!place) return;
  event.preventDefault();
  place.focus();
}
