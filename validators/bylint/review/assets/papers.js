// Ticking papers: one by one, a range with shift, whole groups; by mouse and by keys alike.

const papers = { boxes: [], last: null };

const rowOf = (box) => {
  const page = content.pages[Number(box.dataset.page)];
  return { ...page.usual, ...page.papers[Number(box.dataset.row)], of: page };
};
const tickedRows = () => papers.boxes.filter((box) => box.checked).map(rowOf);
const allRows = () => papers.boxes.map(rowOf);

/** Give every paper of the open item a box, and every group one for all of its papers. */
function addBoxes(current) {
  papers.boxes = [];
  papers.last = null;
  for (const dossier of current.querySelectorAll("[data-page]")) {
    for (const [row, paper] of dossier.querySelectorAll(".paper").entries()) {
      const box = document.createElement("input");
      box.type = "checkbox";
      box.dataset.page = dossier.dataset.page;
      box.dataset.row = row;
      paper.querySelector("label").prepend(box);
      papers.boxes.push(box);
    }
    for (const group of dossier.querySelectorAll("[data-group]")) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.className = "whole";
      label.className = "whole";
      label.append(box, ` Tick all of group ${group.dataset.group}`);
      group.querySelector("h4").after(label);
      box.addEventListener("change", () => tick(ofGroup(dossier, group.dataset.group), box.checked));
    }
  }
  refresh();
}

const ofGroup = (dossier, group) =>
  papers.boxes.filter((box) => dossier.contains(box) && String(rowOf(box).group) === group);

function tick(boxes, isTicked) {
  for (const box of boxes) box.checked = isTicked;
  refresh();
  say(`${tickedRows().length} ticked`);
}

/** The boxes between two of them, both with them. */
function between(one, other) {
  const [first, last] = [papers.boxes.indexOf(one), papers.boxes.indexOf(other)].sort((left, right) => left - right);
  return papers.boxes.slice(first, last + 1);
}

function refresh() {
  const current = find("current");
  for (const dossier of current.querySelectorAll("[data-page]")) {
    for (const group of dossier.querySelectorAll("[data-group]")) {
      const boxes = ofGroup(dossier, group.dataset.group);
      const ticked = boxes.filter((box) => box.checked).length;
      const whole = group.querySelector("input.whole");
      whole.checked = ticked > 0 && ticked === boxes.length;
      whole.indeterminate = ticked > 0 && ticked < boxes.length;
    }
  }
  for (const box of papers.boxes) box.closest(".paper").classList.toggle("is-ticked", box.checked);
  const count = tickedRows().length;
  const assign = current.querySelector("[data-kind=assign]");
  if (assign) {
    assign.disabled = !count;
    assign.querySelector(".ticked").textContent = count ? counted(count, "paper") : "ticked papers";
  }
}

/** Say beside each paper where a decision sends it. */
function showTargets(decisions) {
  for (const box of papers.boxes) {
    const row = rowOf(box);
    const paper = box.closest(".paper");
    paper.querySelector(".target")?.remove();
    const decision = decisions.find((one) => one.kind === "assign" && one.papers.some((taken) => isOnePlace(taken, row)));
    if (decision) {
      const target = document.createElement("p");
      target.className = "target";
      target.textContent = `→ ${decision.person.id}`;
      paper.append(target);
    }
  }
}

function startPapers(current) {
  current.addEventListener("click", (event) => {
    const box = event.target;
    if (!papers.boxes.includes(box)) return;
    if (event.shiftKey && papers.last) tick(between(papers.last, box), box.checked);
    papers.last = box;
    refresh();
  });
  current.addEventListener("keydown", (event) => {
    const at = papers.boxes.indexOf(event.target);
    if (at < 0) return;
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: papers.boxes.length - 1 };
    const next = papers.boxes[steps[event.key]];
    if (next) {
      event.preventDefault();
      if (event.shiftKey) tick(between(papers.boxes[at], next), true);
      next.focus();
      papers.last = next;
    } else if (event.key === " " && event.shiftKey && papers.last) {
      event.preventDefault();
      tick(between(papers.last, papers.boxes[at]), true);
      papers.last = papers.boxes[at];
    }
  });
}
