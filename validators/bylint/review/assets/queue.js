// The list of what there is to decide: filters, progress, the way from one item to the next.

const find = (id) => document.getElementById(id);
const links = [...find("list").querySelectorAll("a")];
const searched = content.items.map((item) =>
  [item.title, ...item.pages.flatMap((page) => [...content.pages[page].names, ...content.pages[page].ids])]
    .map((text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase()).join("\n"));

function say(text) {
  const said = find("said");
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

const counted = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

/** The choices of a filter, with how many items each of them leaves. */
function offer(id, values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of [...counts].sort((one, other) => other[1] - one[1])) {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = `${value || "opened by name"} (${count})`;
    if (value) find(id).append(option);
  }
}

function filter() {
  const words = find("filter-name").value.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().split(/\s+/);
  const check = find("filter-check").value;
  const severity = find("filter-severity").value;
  const volume = find("filter-volume").value.trim().toLowerCase();
  const wanted = find("filter-state").value;
  let listed = 0;
  content.items.forEach((item, number) => {
    const isListed = words.every((word) => searched[number].includes(word))
      && (!check || item.check === check)
      && (!severity || item.severity === severity)
      && (!volume || item.volumes.some((held) => held.toLowerCase().startsWith(volume)))
      && (!wanted || (wanted === "decided") === answersOf(number).length > 0);
    links[number].parentElement.hidden = !isListed;
    listed += isListed;
  });
  if (!content.items.length) return;
  find("listed").textContent = listed === content.items.length
    ? `${listed} listed, the surest and the most useful first`
    : `${listed} of ${content.items.length} listed`;
}

function mark() {
  const decided = numberDecided();
  find("progress-told").textContent = `${decided} of ${sameOneThing} decided`;
  find("progress").value = decided;
  find("progress").max = sameOneThing || 1;
  find("undo").disabled = !state.past.length;
  content.items.forEach((item, number) => {
    const done = links[number].querySelector(".done");
    const told = answersOf(number).map((decision) => TOLD[decision.kind]).at(-1) ?? "";
    if (done.textContent !== told) done.textContent = told;
  });
}

const TOLD = {
  assign: "assigned", "one-person": "one person", same: "same person", different: "not the same", leave: "left",
};

/** The number of the nearest listed item before (-1) or after (1) another; null where there is none. */
function beside(number, step) {
  for (let at = number + step; at >= 0 && at < links.length; at += step) {
    if (!links[at].parentElement.hidden) return at;
  }
  return null;
}

function startQueue() {
  offer("filter-check", content.items.map((item) => item.check ?? ""));
  offer("filter-severity", content.items.map((item) => item.severity ?? ""));
  let waiting = 0;
  find("filters").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); say(find("listed").textContent); }, 120);
  });
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  state.watchers.push(mark);
}
