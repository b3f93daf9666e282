// The page itself: it opens an item, takes the answer, and goes on.

const trusted = window.trustedTypes?.createPolicy("bylint", { createHTML: (html) => html })
  ?? { createHTML: (html) => html };
const current = find("current");
const settings = { reviewer: "", shortcuts: true };
let open = null;
let openAgain = null;

/** A part of the file as elements: it stands in a `noscript` element, escaped by whoever wrote the file. */
function part(id) {
  const holder = document.createElement("div");
  holder.innerHTML = trusted.createHTML(find(id).querySelector("noscript").textContent);
  return holder;
}

/** Whether a part has been read to its end: the browser may still be at the file. */
const isHere = (id) => document.readyState !== "loading" || Boolean(find(id)?.nextElementSibling);

function openItem(number, isAsked) {
  const item = content.items[number];
  open = number;
  if (![`d${number}`, ...item.pages.map((page) => `p${page}`)].every(isHere)) {
    current.replaceChildren("This is still being read …");
    papers.boxes = [];
    openAgain = () => openItem(number, isAsked);
    setTimeout(() => openAgain?.(), 50);
    return;
  }
  openAgain = null;
  const head = part(`d${number}`);
  head.className = "item";
  head.querySelector(".see")?.remove();
  const pages = document.createElement("div");
  pages.className = item.pages.length > 1 ? "pages two" : "pages";
  for (const page of item.pages) {
    const dossier = part(`p${page}`);
    dossier.className = "dossier";
    dossier.dataset.page = page;
    const name = dossier.querySelector("h3");
    name.classList.toggle("unseen", name.textContent === head.querySelector("h2").textContent);
    pages.append(dossier);
  }
  const form = find("decide").content.cloneNode(true);
  for (const button of form.querySelectorAll("[data-kind]")) button.hidden = !item.kinds.includes(button.dataset.kind);
  current.replaceChildren(head, pages, form);
  markShared(pages);
  addBoxes(current);
  answered();
  for (const link of links) link.removeAttribute("aria-current");
  links[number].setAttribute("aria-current", "true");
  if (isAsked) {
    window.scrollTo(0, 0);
    head.querySelector("h2").focus({ preventScroll: true });
    links[number].scrollIntoView({ block: "nearest" });
  }
}

/** Mark the co-authors that two pages share. */
function markShared(pages) {
  const bylines = [...pages.children].map((page) => [...page.querySelectorAll(".paper p:first-of-type bdi:not(.self)")]);
  if (bylines.length < 2) return;
  const names = bylines.map((names) => new Set(names.map((name) => name.textContent)));
  for (const name of bylines.flat()) {
    if (names.every((held) => held.has(name.textContent))) name.className = "bridge";
  }
}

/** Show what was decided of the open item. */
function answered() {
  if (!current.querySelector(".decide")) return;
  const decisions = answersOf(open);
  showTargets(decisions);
  fill(current.querySelector(".taken"), decisions.map((decision) => {
    const row = document.createElement("li");
    const back = document.createElement("button");
    const target = decision.person ? ` → ${decision.person.id}` : "";
    const count = decision.kind === "assign" ? ` ${decision.papers.length}` : "";
    const told = `${TOLD[decision.kind] ?? decision.kind}${count}${target}`;
    row.textContent = decision.note ? `${told} (${decision.note}) ` : `${told} `;
    Object.assign(back, { type: "button", textContent: "Take back" });
    back.setAttribute("aria-label", `Take back: ${told}`);
    back.addEventListener("click", () => {
      decide(state.decisions.filter((other) => other !== decision));
      say(`Taken back: ${told}`);
      current.querySelector(".answers button:not([hidden], :disabled)")?.focus();
    });
    row.append(back);
    return row;
  }));
}

function answer(kind) {
  const item = content.items[open];
  if (!item.kinds.includes(kind) || !current.querySelector(".decide")) return;
  const rows = kind === "assign" ? tickedRows() : allRows();
  const note = current.querySelector("#note").value.trim();
  const done = (person) => {
    decide(withDecision(decisionOn(item, kind, rows, person, note, settings.reviewer)));
    for (const box of papers.boxes) box.checked = false;
    refresh();
    current.querySelector("#note").value = "";
    current.querySelector(".noting").open = false;
    say(`Decided: ${TOLD[kind]}. ${find("progress-told").textContent}`);
    current.querySelector(".next").focus({ preventScroll: true });
  };
  if (kind === "assign" && !rows.length) say("Tick papers first");
  else if (kind === "assign") askPerson(rows, "Whose papers are these?", done);
  else if (kind === "same") askPerson(rows, "Who is the one person?", done);
  else done(null);
}

function go(step) {
  const number = beside(open ?? -1, step);
  if (number === null) say(step > 0 ? "This is the last one listed" : "This is the first one listed");
  else location.hash = `d${number}`;
}

function note() {
  if (!current.querySelector(".noting")) return;
  current.querySelector(".noting").open = true;
  current.querySelector("#note").focus();
}

/** Show the list, or what is read, where there is no room for both. */
function turnTo(isReading) {
  document.body.classList.toggle("is-reading", isReading);
  (isReading ? find("desk") : links[open ?? 0])?.focus();
}

/** Open what the address names: an item; a page is shown with the first item that has it; nothing: the list. */
function route(isAsked) {
  const found = /^#([dp])(\d+)$/.exec(location.hash);
  if (!found) {
    if (isAsked) turnTo(location.hash !== "");
    return false;
  }
  const number = Number(found[2]);
  const item = found[1] === "d" ? number : content.items.findIndex((one) => one.pages.includes(number));
  if (!content.items[item]) return false;
  document.body.classList.add("is-reading");
  openItem(item, isAsked);
  return true;
}

const SHORTCUTS = {
  j: () => go(1), k: () => go(-1), a: () => answer("assign"), o: () => answer("one-person"), s: () => answer("same"),
  d: () => answer("different"), l: () => answer("leave"), n: () => note(),
  g: () => papers.boxes[0]?.focus(), u: () => find("undo").click(), "/": () => find("filter-name").focus(),
};

function onKey(event) {
  const isTyping = event.target.matches("input:not([type=checkbox]), select, textarea") || document.querySelector("dialog[open]");
  if (event.key === "z" && (event.ctrlKey || event.metaKey) && !isTyping) {
    event.preventDefault();
    find("undo").click();
  }
  if (!settings.shortcuts || isTyping || event.ctrlKey || event.metaKey || event.altKey || open === null) return;
  const whole = /^[1-8]$/.test(event.key) && current.querySelector(`[data-group="${event.key}"] input.whole`);
  const act = whole ? () => whole.click() : SHORTCUTS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

async function importFile() {
  const [file] = find("import-file").files;
  find("import-file").value = "";
  if (!file) return;
  try {
    const decisions = parsed(await file.text());
    decide(merged(decisions, state.decisions));
    const others = decisions.filter((decision) => !known.has(keyOfDecision(decision))).length;
    say(`Imported ${counted(decisions.length, "decision")}${others ? `; ${others} of what is not in this file, and kept` : ""}`);
  } catch (error) {
    say(`${file.name}: ${error.message}`);
  }
}

function startTools() {
  find("undo").addEventListener("click", () => say(undo() ? `Undone. ${find("progress-told").textContent}` : "Nothing to undo"));
  find("import").addEventListener("click", () => find("import-file").click());
  find("import-file").addEventListener("change", importFile);
  find("export").addEventListener("click", () => { download(); say(`Exported ${counted(state.decisions.length, "decision")}`); });
  find("more").addEventListener("click", () => find("about").showModal());
  find("reviewer").addEventListener("input", () => { settings.reviewer = find("reviewer").value.trim(); save(); });
  find("shortcuts").addEventListener("change", () => { settings.shortcuts = find("shortcuts").checked; save(); });
  find("forget").addEventListener("click", () => { decide([]); say("All decisions are forgotten; Undo brings them back"); });
  current.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.kind) answer(button.dataset.kind);
    else if (button.classList.contains("next")) go(1);
    else if (button.classList.contains("previous")) go(-1);
    else if (button.classList.contains("back")) location.hash = "";
  });
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", () => route(true));
}

function save() {
  find("kept").textContent = keep({ settings })
    ? "This browser keeps the decisions for this repository. Export takes them along."
    : "This browser keeps nothing: export before you close this page.";
}

/**
 * What was decided so far: what the browser kept of this very file; else what the file was given, then the rest.
 * There is no past to it: another window may have decided since.
 */
function begin() {
  state.past = [];
  const held = kept();
  Object.assign(settings, held?.settings);
  find("reviewer").value = settings.reviewer;
  find("shortcuts").checked = settings.shortcuts;
  show(!held ? content.decisions : held.given === given ? held.decisions : merged(content.decisions, held.decisions));
}

for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
document.documentElement.classList.add("has-scripts");
startQueue();
startPapers(current);
startForm();
startTools();
state.watchers.push(answered, save);
// When all is read nothing waits any longer: whoever acts on the page that has just loaded finds it whole.
document.addEventListener("DOMContentLoaded", () => openAgain?.());
window.addEventListener("storage", (event) => { if (event.key === place && kept()?.given === given) begin(); });
begin();
if (!route(false) && content.items.length) openItem(0, false);
