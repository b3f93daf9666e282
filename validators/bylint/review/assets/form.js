// The question whose papers these are: a person of the repository, or a new one.

const KNOWN = "known";
const FRESH = "new";
let asked = null;

/** Ask for a person; `then` gets one in the form of the file of decisions. */
function askPerson(rows, title, then) {
  const pages = [...new Set(rows.map((row) => row.of))];
  asked = { rows, pages, then, isOwnId: false, given: null };
  find("person-title").textContent = title;
  find("person-what").textContent = counted(rows.length, "paper");
  const targets = new Map(pages.flatMap((page) => page.targets.map((target) => [target.id, target.why])));
  const best = bestTarget(rows, targets);
  fill(find("targets"), [
    ...[...targets].map(([id, why]) => choice(id, id, why, id === best)),
    choice(KNOWN, "Somebody else the repository knows", "", false),
    choice(FRESH, "A new person", "an id is proposed", !best),
  ], "legend");
  fill(find("person-names"), namesOf(rows).map((name) => new Option(name, name)));
  find("person-name").value = namesOf(rows)[0] ?? "";
  for (const id of ["known-id", "fresh-degree", "fresh-orcid"]) find(id).value = "";
  find("fresh-orcid").value = oneOrcid(rows) ?? "";
  propose();
  turn();
  complain(null);
  find("person").showModal();
  find("targets").querySelector("input:checked").focus();
}

/** The known person whom most of these papers name or belong to by their group; nothing where there is none. */
function bestTarget(rows, targets) {
  const counts = new Map();
  for (const row of rows) if (row.id && targets.has(row.id)) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  return best && best[1] * 2 > rows.length ? best[0] : null;
}

function namesOf(rows) {
  const counts = new Map();
  for (const row of rows) counts.set(row.name, (counts.get(row.name) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
}

function oneOrcid(rows) {
  const found = new Set(rows.map((row) => row.orcid && bareOrcid(row.orcid)).filter(Boolean));
  return found.size === 1 ? [...found][0] : null;
}

/** Put elements into another in place of what is there, but for one kind of child. */
function fill(parent, children, but) {
  for (const child of [...parent.children]) if (!but || child.localName !== but) child.remove();
  parent.append(...children);
}

function choice(value, told, why, isChosen) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  const about = document.createElement("span");
  const name = document.createElement(value === KNOWN || value === FRESH ? "span" : "code");
  Object.assign(input, { type: "radio", name: "target", value, checked: isChosen });
  name.textContent = told;
  about.className = "quiet";
  about.textContent = why;
  label.append(input, " ", name, " ", about);
  return label;
}

const chosen = () => find("targets").querySelector("input:checked")?.value;

/** Show the fields that the chosen kind of person has. */
function turn() {
  find("known").hidden = chosen() !== KNOWN;
  find("fresh").hidden = chosen() !== FRESH;
}

function propose() {
  if (asked.isOwnId) return;
  const orcid = bareOrcid(find("fresh-orcid").value);
  find("fresh-id").value = proposedId(asked.pages[0].slug, asked.rows, find("fresh-degree").value.trim(), orcid);
}

function person() {
  const isNew = chosen() === FRESH;
  const name = find("person-name").value.trim();
  if (!isNew) {
    const id = chosen() === KNOWN ? find("known-id").value.trim() : chosen() ?? "";
    return { id, new: false, name, orcid: null, degree: null };
  }
  const orcid = find("fresh-orcid").value.trim();
  const degree = find("fresh-degree").value.trim() || null;
  return { id: find("fresh-id").value.trim(), new: true, name, orcid: orcid || null, degree };
}

function complain(wrong) {
  for (const field of find("person").querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  find("person-wrong").textContent = wrong ? wrong[1] : "";
  if (!wrong) return;
  const id = chosen() === FRESH ? "fresh-id" : "known-id";
  const field = find({ id, orcid: "fresh-orcid", degree: "fresh-degree", name: "person-name" }[wrong[0]]);
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** Ids that hold what was typed, those that begin with it first. */
function suggest() {
  const typed = find("known-id").value.trim().toLowerCase();
  const near = typed ? content.ids.filter((id) => id.toLowerCase().includes(typed)) : [];
  near.sort((one, other) => other.startsWith(typed) - one.startsWith(typed));
  fill(find("known-ids"), near.slice(0, 20).map((id) => new Option(id, id)));
}

function startForm() {
  find("targets").addEventListener("change", turn);
  find("known-id").addEventListener("input", suggest);
  find("fresh-degree").addEventListener("input", propose);
  find("fresh-orcid").addEventListener("input", propose);
  find("fresh-id").addEventListener("input", () => { asked.isOwnId = find("fresh-id").value !== ""; });
  find("person-cancel").addEventListener("click", () => find("person").close());
  find("person").querySelector("form").addEventListener("submit", (event) => {
    const given = person();
    const wrong = wrongWith(given);
    complain(wrong);
    if (wrong) event.preventDefault();
    else asked.given = { ...given, orcid: given.orcid && bareOrcid(given.orcid) };
  });
  find("person").addEventListener("close", () => { if (asked.given) asked.then(asked.given); });
}
