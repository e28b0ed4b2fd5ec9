/* Steps through a story: who runs, who waits for what, who holds which lock.
 * Arrow keys, Home and End when it has the focus. */
"use strict";

/* What the threads, locks and variables are after the first n events. */
function stateAfter(story, n) {
  const threads = story.threads.map(name => ({ name, does: "has not begun", waits: null, holds: [] }));
  const values = new Map();
  const items = [];
  for (const e of story.events.slice(0, n)) {
    const t = threads[e.thread];
    const object = story.objects[e.object];
    if (e.what === "starts") t.does = "does not run";
    else if (e.what === "works") { if (!t.woken) t.does = "runs"; }
    else if (e.what === "ready") t.does = t.woken ? t.does : "does not run";
    else if (e.what === "waits") Object.assign(t,
      { does: `waits for ${object ?? "the end of " + e.text}`, waits: e.object, woken: false });
    else if (e.what === "ends") t.does = "has ended";
    else if (e.what === "locks") {
      Object.assign(t, { does: "runs", waits: null, woken: false });
      t.holds.push(object);
    } else if (e.what === "unlocks") t.holds = t.holds.filter(name => name !== object);
    else if (e.what === "signals") {
      for (const [i, other] of threads.entries())
        if (i === e.value || (e.text === "for all" && other.waits === e.object && other.waits !== null))
          Object.assign(other, { does: `woken, needs its lock`, waits: null, woken: true });
    } else if (e.what === "counts") values.set(object, e.value);
    else if (e.what === "puts") items.push(e.value);
    else if (e.what === "gets") items.splice(items.indexOf(e.value), 1);
    if (["locks", "unlocks", "signals", "puts", "gets", "counts"].includes(e.what) && !t.woken)
      t.does = "runs";
    for (const other of threads) other.now = false;
    t.now = e.what !== "fault" && e.time > 0;
  }
  return { threads, values, items, queues: story.events.some(e => e.what === "puts") };
}

function element(name, text, className) {
  const e = document.createElement(name);
  if (text !== undefined) e.textContent = text;
  if (className) e.className = className;
  return e;
}

function threadRow(t) {
  const row = element("tr", undefined, t.now ? "now" : "");
  row.append(element("th", t.name),
    element("td", t.does, t.does.startsWith("waits") ? "waits" :
      t.does === "runs" ? "runs" : t.does === "has ended" ? "ended" : ""),
    element("td", t.holds.length ? `holds ${t.holds.join(" and ")}` : "", "holds"));
  return row;
}

function showAt(box, n) {
  const { story, rows } = box;
  box.at = Math.max(0, Math.min(n, rows.length));
  const shown = box.at ? +rows[box.at - 1].dataset.event + 1
    : story.events.findIndex(e => e.time > 0);
  const state = stateAfter(story, shown < 0 ? 0 : shown);
  box.threads.replaceChildren(...state.threads.map(threadRow));
  const facts = [...state.values].map(([name, value]) => `${name} = ${value}`);
  if (state.queues) facts.push(`queue: [${state.items.join(", ")}]`);
  box.facts.textContent = facts.join("   ");
  rows.forEach((row, i) => row.classList.toggle("at", i === box.at - 1));
  rows.forEach((row, i) => row.classList.toggle("to-come", i >= box.at));
  const cell = box.at ? [...rows[box.at - 1].cells] : [];
  const who = box.at && !rows[box.at - 1].classList.contains("fault")
    ? story.threads[story.events[shown - 1].thread] + ": " : "";
  box.said.textContent = box.at
    ? who + cell.slice(1, -1).map(c => c.textContent).join("")
    : "Nothing has happened yet.";
  box.where.textContent = box.at ? cell[cell.length - 1].textContent : "";
  box.count.textContent = `${box.at} of ${rows.length}`;
  if (box.at) {
    const row = rows[box.at - 1], table = row.closest("table");
    table.scrollTop += row.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom + 40;
    const acts = (cell.slice(1, -1).find(c => c.textContent) ?? cell[0]).getBoundingClientRect();
    const seen = table.getBoundingClientRect();
    const left = seen.left + cell[0].offsetWidth; // the numbers stay where they are
    if (acts.left < left || acts.right > seen.right)
      table.scrollLeft += acts.left - left;
  }
  box.back.disabled = box.first.disabled = box.at === 0;
  box.next.disabled = box.last.disabled = box.at === rows.length;
}

function button(text, label, act) {
  const b = element("button", text);
  b.type = "button";
  b.setAttribute("aria-label", label);
  b.addEventListener("click", act);
  return b;
}

function makeStepper(root) {
  const box = {
    story: JSON.parse(root.querySelector("script").textContent),
    rows: [...root.querySelectorAll("tbody tr")],
    threads: element("tbody"), facts: element("p", "", "facts"), said: element("p", "", "said"),
    where: element("code"), count: element("span"), at: 0,
  };
  box.first = button("|<", "to the beginning", () => showAt(box, 0));
  box.back = button("<", "a step back", () => showAt(box, box.at - 1));
  box.next = button(">", "a step on", () => showAt(box, box.at + 1));
  box.last = button(">|", "to the end", () => showAt(box, box.rows.length));
  const keys = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
  const panel = element("div", undefined, "panel");
  panel.tabIndex = 0;
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", "Step through it with the arrow keys");
  panel.addEventListener("keydown", event => {
    if (!(event.key in keys)) return;
    event.preventDefault();
    showAt(box, box.at + keys[event.key]);
  });
  box.said.setAttribute("aria-live", "polite");
  const bar = element("p", undefined, "bar");
  bar.append(box.first, box.back, box.next, box.last, box.count, box.where);
  const table = element("table");
  table.append(box.threads);
  panel.append(bar, box.said, table, box.facts);
  root.prepend(panel);
  box.rows.forEach((row, i) => row.addEventListener("click", () => showAt(box, i + 1)));
  showAt(box, 0);
}

document.querySelectorAll(".stepper").forEach(makeStepper);
