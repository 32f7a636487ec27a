/* Makes the desk's pages quicker to use. Every one of them works without this file. */
"use strict";

const EVERY = 1500; // milliseconds between two looks at how far an upload is

/* Files dropped on the frame are chosen, as if they had been picked from the list. */
function take(form) {
  const input = form.querySelector("input[type=file]");
  const chosen = form.querySelector("[data-chosen]");
  form.querySelector("[data-drop-hint]").hidden = false;
  const tell = () => {
    const names = Array.from(input.files, (file) => file.name);
    chosen.textContent = names.length === 0 ? "" : names.length === 1 ? names[0] : `${names.length} files, from ${names[0]} on`;
  };
  input.addEventListener("change", tell);
  tell(); // of files that were chosen before this file came, or that the browser kept when the page was loaded anew
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("drop--over"); });
  form.addEventListener("dragleave", () => form.classList.remove("drop--over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("drop--over");
    if (event.dataTransfer.files.length > 0) { input.files = event.dataTransfer.files; tell(); }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
}

/* What is sent is told while it goes, and can be stopped. When the line breaks, the page stays, with all that was chosen in it. */
const CUT = "The connection was lost before the archive had answered. What you chose is still here: press Send again. What did arrive is not taken twice.";
const STOPPED = "Stopped. Nothing of it was taken; what you chose is still here.";
const ARRIVED = "All is sent. The archive puts it away before it reads it.";
const MEGA = 1000000; // bytes in the megabyte that people are told

function send(form) {
  const [way, bar, button] = [form.querySelector("[data-sending]"), form.querySelector("[data-sending] progress"), form.querySelector("[data-sending] button")];
  const [press, told, cut] = [form.querySelector("[data-send]"), form.querySelector("[data-sending-told]"), form.querySelector("[data-cut]")];
  const request = new XMLHttpRequest();
  const stay = (event) => event.preventDefault(); // the browser asks before the page is left
  const stop = () => request.abort();
  const tell = (words) => { if (told.textContent !== words) { told.textContent = words; } };
  const set = (sending) => {
    [press.hidden, way.hidden] = [sending, !sending];
    for (const one of form.querySelectorAll("input:not([type=hidden]), textarea")) { one.disabled = sending; }
    (sending ? addEventListener : removeEventListener)("beforeunload", stay);
    (sending ? button : press.querySelector("button")).focus();
  };
  const fail = (words) => { set(false); cut.textContent = words; cut.hidden = false; };
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    [bar.max, bar.value, button.hidden] = [total, loaded, loaded === total];
    const tenth = Math.floor((10 * loaded) / total) * 10; // said aloud, so not at each step
    if (loaded < total) { tell(`Sending ${(total / MEGA).toFixed(1)} MB: ${tenth} % of it is sent. Keep this page open.`); }
  });
  request.upload.addEventListener("load", () => { bar.removeAttribute("value"); button.hidden = true; tell(ARRIVED); });
  request.addEventListener("error", () => fail(CUT));
  request.addEventListener("abort", () => fail(STOPPED));
  request.addEventListener("load", () => {
    removeEventListener("beforeunload", stay);
    if (request.status < 400 && request.responseURL !== form.action) { location.assign(request.responseURL); return; }
    set(false);
    answer(new DOMParser().parseFromString(request.responseText, "text/html"), form.querySelector("input[type=file]").files);
  });
  button.addEventListener("click", stop);
  request.open("POST", form.action);
  const what = new FormData(form); // before its fields are put to rest
  for (const old of form.querySelectorAll(".error:not([data-cut])")) { old.remove(); }
  [cut.hidden, button.hidden] = [true, false];
  bar.removeAttribute("value");
  set(true);
  tell("Sending. Keep this page open.");
  request.send(what);
}

/* The archive took nothing, and its page says why. The files stay chosen. */
function answer(page, files) {
  document.title = page.title;
  document.querySelector("main").replaceChildren(...(page.querySelector("main") ?? page.body).childNodes);
  for (const form of document.querySelectorAll("[data-drop]")) {
    form.querySelector("input[type=file]").files = files;
    take(form);
  }
  settle(document.querySelector("main h1"));
  scrollTo(0, 0);
}
for (const form of document.querySelectorAll("[data-drop]")) { take(form); }

/* Words that are selected in the text of a draft, by pointer, finger or keys, go into the field that was used last, of the forms that are open. */
const LONGEST = 1000; // characters of a field
const SETTLED = 250; // milliseconds without a change after which a selection is meant
const text = document.querySelector(".fulltext");
let field = null;
for (const drawer of document.querySelectorAll("[data-fill]")) {
  const fields = drawer.querySelectorAll("input:not([type=hidden]), textarea");
  if (fields.length === 0) { continue; }
  drawer.querySelector("[data-fill-hint]").hidden = false;
  for (const one of fields) { one.addEventListener("focus", () => { field = one; }); }
  drawer.addEventListener("toggle", () => {
    if (drawer.open) { field = drawer.contains(field) ? field : fields[0]; } else if (drawer.contains(field)) { field = null; }
  });
}

function fill() {
  const selection = document.getSelection();
  if (field === null || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) { return; }
  const words = selection.toString().replace(/\s+/g, " ").trim();
  if (words !== "" && words.length <= LONGEST) { field.value = words; }
}
let settling = 0;
if (text) {
  document.addEventListener("selectionchange", () => { clearTimeout(settling); settling = setTimeout(fill, SETTLED); });
}

/* The report of an upload that is being read is fetched anew until it is done; what a reader has opened or focused is left alone. */
const live = document.querySelector("[data-live]");
const MOVING = [".head", ".progress", ".came"]; // the parts of the report that tell how far it is

function show(fresh, running) {
  const used = live.contains(document.activeElement);
  if (!running || !(used || live.querySelector("details.more[open] summary:hover"))) {
    live.replaceChildren(...fresh.childNodes);
    if (used) { settle(live.querySelector("h1")); }
    return;
  }
  for (const part of MOVING) {
    const [old, other] = [live.querySelector(part), fresh.querySelector(part)];
    if (old && other && !old.contains(document.activeElement)) { old.replaceWith(other); }
  }
}

/* What was focused is gone: whoever goes by keys goes on at the heading. */
function settle(heading) {
  heading.tabIndex = -1;
  heading.focus();
}

/* Those who do not see the bar are told each quarter of the way, and the end. */
let quarter = 0;
function tell(fresh, running) {
  const bar = fresh.querySelector("progress");
  const reached = Math.floor((4 * bar.value) / bar.max);
  if (running && reached <= quarter) { return; }
  quarter = reached;
  const words = [running ? null : fresh.querySelector("h1"), fresh.querySelector(".progress label")];
  document.querySelector("[data-told]").textContent = words.filter(Boolean).map((one) => one.textContent.trim()).join(". ");
}

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (answer.ok) {
      const fresh = document.createElement("div");
      fresh.append(document.createRange().createContextualFragment(await answer.text()));
      const running = fresh.querySelector("[data-running]") !== null;
      tell(fresh, running);
      show(fresh, running);
      if (!running) { return; }
    }
  } catch { /* the connection is away for a moment: look again */ }
  setTimeout(look, EVERY);
}
if (live) { setTimeout(look, EVERY); }

/* One press ticks all boxes of a page, another none. */
for (const form of document.querySelectorAll("[data-all]")) {
  const button = form.querySelector("[data-tick]");
  const boxes = Array.from(form.querySelectorAll("input[type=checkbox]"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const on = boxes.some((box) => !box.checked);
    for (const box of boxes) { box.checked = on; }
    button.textContent = on ? "Choose none" : "Choose all on this page";
  });
}
