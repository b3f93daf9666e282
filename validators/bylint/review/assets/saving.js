// Decisions come and go as a file, and are kept by the browser where it keeps anything.

const place = `bylint-review ${content.repository}`;
const given = JSON.stringify(content.decisions);

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
const isTrueOrFalse = (value) => typeof value === "boolean";
const isFingerprint = (value) => isText(value) && /^[0-9a-f]{16}$/.test(value);
const orNull = (is) => (value) => value === null || is(value);
const listOf = (is, least) => (value) => Array.isArray(value) && value.length >= least && value.every(is);

/** Whether a value has the needed fields, and beside them none but the others. */
function form(needed, others) {
  const fields = new Map(Object.entries({ ...others, ...needed }));
  return (value) => Boolean(value) && Object.keys(needed).every((field) => Object.hasOwn(value, field))
    && Object.entries(value).every(([field, held]) => fields.get(field)?.(held));
}

const isPaper = form(
  { paper: isText, byline: isText, position: Number.isInteger, name: isText },
  { id: orNull(isText), orcid: orNull(isText) },
);
const isPerson = form({ id: isText }, { new: isTrueOrFalse, name: isText, orcid: orNull(isText), degree: orNull(isText) });
const always = { kind: isText, check: orNull(isText), fingerprint: orNull(isFingerprint), note: isText, reviewer: isText };
const [papersSeen, pagesSeen] = [listOf(isPaper, 1), listOf(isText, 2)];
const FORMS = new Map(Object.entries({
  assign: form({ page: isText, papers: papersSeen, person: isPerson }, always),
  same: form({ pages: pagesSeen, papers: papersSeen, person: isPerson }, always),
  different: form({ pages: pagesSeen, papers: papersSeen }, always),
  "one-person": form({ page: isText, papers: papersSeen }, always),
  leave: form({}, { ...always, page: orNull(isText), pages: listOf(isText, 0), papers: listOf(isPaper, 0) }),
  baseline: form({ check: isText, fingerprint: isFingerprint }, { kind: isText, about: isText }),
}));

/** Whether a value has the form of a decision of its kind: what else is in a file, `bylint apply` would refuse. */
const isDecision = (value) => Boolean(FORMS.get(value?.kind)?.(value));

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
