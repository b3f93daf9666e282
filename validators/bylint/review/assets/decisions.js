// What was decided. The list is never changed in place: each step makes another, and the past can be taken back.

const content = JSON.parse(document.getElementById("content").textContent);
const state = { decisions: [], past: [], watchers: [] };

/** By what a decision and the item it answers know each other: the finding, or the pages that were opened. */
const keyOf = (fingerprint, pages) => fingerprint ?? [...pages].sort().join(" ");
const pagesOfItem = (item) => item.pages.flatMap((page) => content.pages[page].ids);
const keyOfItem = (item) => keyOf(item.fingerprint, pagesOfItem(item));

const keys = content.items.map(keyOfItem);
const known = new Set(keys);
const opened = content.items.filter((item) => !item.fingerprint);
const keyOfPage = new Map(opened.flatMap((item) => pagesOfItem(item).map((page) => [page, keyOfItem(item)])));

function keyOfDecision(decision) {
  const pages = decision.pages?.length ? decision.pages : [decision.page ?? ""];
  return keyOf(decision.fingerprint, pages.length === 1 ? [keyOfPage.get(pages[0]) ?? pages[0]] : pages);
}

let answers = new Map();

/** The decisions that answer an item, in the order in which they were made. */
const answersOf = (number) => answers.get(keys[number]) ?? [];
const numberDecided = () => new Set(keys.filter((key) => answers.has(key))).size;
const sameOneThing = new Set(keys).size;

function show(decisions) {
  state.decisions = decisions;
  answers = new Map();
  for (const decision of decisions) {
    const key = keyOfDecision(decision);
    answers.set(key, [...(answers.get(key) ?? []), decision]);
  }
  for (const watcher of state.watchers) watcher();
}

function decide(decisions) {
  state.past.push(state.decisions);
  show(decisions);
}

function undo() {
  if (!state.past.length) return false;
  show(state.past.pop());
  return true;
}

const seen = ({ paper, byline, position, name, id, orcid }) => ({ paper, byline, position, name, id, orcid });
const isOnePlace = (one, other) =>
  one.paper === other.paper && one.byline === other.byline && one.position === other.position;

/** A decision about an item, as the file of decisions holds it. */
function decisionOn(item, kind, rows, person, note, reviewer) {
  const pages = pagesOfItem(item);
  const base = { kind, check: item.check, fingerprint: item.fingerprint };
  const about = kind === "assign" || kind === "one-person" || pages.length < 2
    ? pages.length ? { page: rows[0]?.page ?? pages[0] } : {}
    : { pages };
  const target = person ? { person } : {};
  return { ...base, ...about, papers: rows.map((row) => seen(row)), ...target, note, reviewer };
}

/** The decisions with a new one: papers that it assigns leave the decisions before it, and so do other answers. */
function withDecision(decision) {
  const key = keyOfDecision(decision);
  const kept = [];
  for (const other of state.decisions) {
    if (keyOfDecision(other) !== key) {
      kept.push(other);
    } else if (decision.kind === "assign" && other.kind === "assign") {
      const papers = other.papers.filter((row) => !decision.papers.some((taken) => isOnePlace(row, taken)));
      if (papers.length) kept.push({ ...other, papers });
    }
  }
  return [...kept, decision];
}
