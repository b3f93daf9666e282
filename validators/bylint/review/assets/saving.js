// Decisions come and go as a file, and are kept by the browser where it keeps anything.

const place = `bylint-review ${content.repository}`;
const given = JSON.stringify(content.decisions);
const KINDS = ["assign", "same", "different", "one-person", "leave", "baseline"];

/** What the browser kept; nothing where it keeps nothing, or was kept by something else. */
function kept() {
  try {
    const held = JSON.parse(localStorage.getItem(place));
    return held && Array.isArray(held.decisions) && held.decisions.every(isDecision) ? held : null;
  } catch {
    return null;
  }
}

function keep(more) {
  try {
    const held = { given, decisions: state.decisions, ...more };
    localStorage.setItem(place, JSON.stringify(held));
    return true;
  } catch {
    return false;
  }
}

const isText = (value) => typeof value === "string";
const isPaper = (row) => row && isText(row.paper) && isText(row.byline) && Number.isInteger(row.position);

/** Whether a value has the form of a decision, as far as this page reads it. */
function isDecision(value) {
  return Boolean(value) && KINDS.includes(value.kind)
    && (value.papers === undefined || (Array.isArray(value.papers) && value.papers.every(isPaper)))
    && (value.pages === undefined || (Array.isArray(value.pages) && value.pages.every(isText)))
    && (value.page == null || isText(value.page))
    && (value.fingerprint == null || isText(value.fingerprint))
    && (value.person == null || isText(value.person.id));
}

/** The decisions of a file. Throws an Error that says what is wrong. */
function parsed(text) {
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error("this is no JSON");
  }
  if (file?.format !== content.format) throw new Error(`this is no file of the format ${content.format}`);
  if (!Array.isArray(file.decisions)) throw new Error("it holds no list of decisions");
  const wrong = file.decisions.findIndex((decision) => !isDecision(decision));
  if (wrong >= 0) throw new Error(`decision ${wrong + 1} has another form`);
  return file.decisions;
}

/** Two lists as one: what the first says of an item goes before what the second says of it. */
function merged(first, second) {
  const said = new Set(first.map(keyOfDecision));
  return [...first, ...second.filter((decision) => !said.has(keyOfDecision(decision)))];
}

/** The text of the file: a decision a line, so that two of them can be compared. */
function written() {
  const rows = state.decisions.map((decision) => `\n${JSON.stringify(decision)}`);
  return `{"format": ${JSON.stringify(content.format)}, "decisions": [${rows.join(",")}\n]}\n`;
}

function download() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([written()], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
