/* The player, with two uses: a story is stepped through, and a level is played by the
 * reader, who chooses each step and looks for the fault. Both are a panel with a path,
 * of which so many moves have been made; what a use is, makePanel says.
 * Keys, when the panel has the focus: arrows, Home and End; of a level the key of a
 * move too, and u, r, h, ?. */
"use strict";

function element(name, text, className) {
  const e = document.createElement(name);
  if (text !== undefined) e.textContent = text;
  if (className) e.className = className;
  return e;
}

function button(text, label, act) {
  const b = element("button", text);
  b.type = "button";
  b.setAttribute("aria-label", label);
  b.addEventListener("click", act);
  return b;
}

/* ---- The panel. */

function makeRow(box, name, t) {
  const row = element("tr"), does = element("td"), holds = element("td", "", "holds");
  const move = box.use.moveOf && button(String(t), "", () => press(box, String(t)));
  if (move) {
    const cell = element("td");
    cell.append(move);
    row.append(cell);
  }
  row.append(element("th", name), does, holds);
  return { row, move, does, holds };
}

function showThread(box, { row, move, does, holds }, t) {
  const thread = box.use.threads(box)[t], edge = move && box.use.moveOf(box, t);
  does.textContent = thread.does;
  does.className = /^waits/.test(thread.does) ? "waits" : /^has /.test(thread.does) ? "ended"
    : thread.runs || edge ? "runs" : "";
  holds.textContent = thread.holds ?? "";
  row.className = thread.now ? "now" : "";
  if (!move) return;
  move.disabled = !edge;
  move.setAttribute("aria-label", `${t}: ${box.use.names[t]} makes its step`);
}

function draw(box, note) {
  const { use } = box;
  box.rows.forEach((row, t) => showThread(box, row, t));
  box.letters.replaceChildren(...use.letters(box).map(([key, text]) =>
    button(`${key}: ${text}`, `${key}: ${text}`, () => press(box, key))));
  box.facts.textContent = use.facts(box);
  box.said.textContent = note ?? use.said(box);
  box.where.textContent = use.where(box);
  box.count.textContent = use.count(box);
  box.first.disabled = box.back.disabled = box.at === 0;
  box.next.disabled = box.last.disabled = box.at === box.path.length;
  box.panel.classList.toggle("won", use.won(box));
  use.shown(box);
}

function go(box, at) {
  box.at = Math.max(0, Math.min(at, box.path.length));
  draw(box);
}

const travels = {
  ArrowLeft: box => box.at - 1, ArrowRight: box => box.at + 1, Home: () => 0, End: () => Infinity,
  u: box => box.at - 1, r: () => 0,
};

/* Whether the key is one of the panel's. A move that is not the next one of the path
 * is the beginning of another path. */
function press(box, key) {
  const move = box.use.choice(box, key);
  if (move) {
    if (box.path[box.at] !== move) box.path.splice(box.at, Infinity, move);
    go(box, box.at + 1);
  } else if (Object.hasOwn(travels, key)) go(box, travels[key](box));
  else if (Object.hasOwn(box.use.notes, key)) draw(box, box.use.notes[key](box));
  else return false;
  return true;
}

function bar(box) {
  const line = element("p", undefined, "bar"), { use } = box;
  box.first = button("|<", "to the beginning", () => go(box, 0));
  box.back = button("<", "a step back", () => go(box, box.at - 1));
  box.next = button(">", "a step on", () => go(box, box.at + 1));
  box.last = button(">|", "to the end", () => go(box, Infinity));
  const extra = Object.entries(use.extra).map(([key, [text, label]]) =>
    button(text, `${key}: ${label}`, () => press(box, key)));
  line.append(box.first, box.back, box.next, box.last, ...extra, box.count, box.where);
  return line;
}

/* A use has names of threads, a path, and functions of the box that say what is to be
 * seen: threads, facts, said, where, count, letters (moves without a thread's digit),
 * won; moveOf and choice give moves, notes are keys that only say something, extra
 * their buttons, and shown is called when all else is drawn. */
function makePanel(root, use) {
  const box = {
    use, path: use.path, at: 0, panel: element("div", undefined, "panel"), said: element("p", "", "said"),
    facts: element("p", "", "facts"), letters: element("p", "", "bar letters"),
    count: element("span"), where: element("code"),
  };
  const table = element("table"), body = element("tbody");
  box.rows = use.names.map((name, t) => makeRow(box, name, t));
  body.append(...box.rows.map(r => r.row));
  table.append(body);
  box.said.setAttribute("aria-live", "polite");
  box.panel.tabIndex = 0;
  box.panel.setAttribute("role", "group");
  box.panel.setAttribute("aria-label", use.label);
  box.panel.addEventListener("keydown", event => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && press(box, event.key)) event.preventDefault();
  });
  if (use.goal) box.panel.append(element("p", use.goal, "goal"));
  box.panel.append(bar(box), box.said, table, box.letters, box.facts);
  root.prepend(box.panel);
  draw(box);
  return box;
}

/* ---- A story: the rows of the table below the panel are its path. */

/* What the threads, locks and variables are after the first n events. */
function stateAfter(story, n) {
  const threads = story.threads.map(name => ({ name, does: "has not begun", waits: null, locks: [] }));
  const values = new Map(), items = [];
  for (const e of story.events.slice(0, n)) {
    const t = threads[e.thread], object = story.objects[e.object];
    if (e.what === "starts") t.does = "does not run";
    else if (e.what === "works") { if (!t.woken) t.does = "runs"; }
    else if (e.what === "ready") t.does = t.woken ? t.does : "does not run";
    else if (e.what === "waits") Object.assign(t,
      { does: `waits for ${object ?? "the end of " + e.text}`, waits: e.object, woken: false });
    else if (e.what === "ends") t.does = "has ended";
    else if (e.what === "locks") {
      Object.assign(t, { does: "runs", waits: null, woken: false });
      t.locks.push(object);
    } else if (e.what === "unlocks") t.locks = t.locks.filter(name => name !== object);
    else if (e.what === "signals") {
      for (const [i, other] of threads.entries())
        if (i === e.value || (e.text === "for all" && other.waits === e.object && other.waits !== null))
          Object.assign(other, { does: "woken, needs its lock", waits: null, woken: true });
    } else if (e.what === "counts") values.set(object, e.value);
    else if (e.what === "puts") items.push(e.value);
    else if (e.what === "gets") items.splice(items.indexOf(e.value), 1);
    if (["locks", "unlocks", "signals", "puts", "gets", "counts"].includes(e.what) && !t.woken)
      t.does = "runs";
    for (const other of threads) other.now = false;
    t.now = e.what !== "fault" && e.time > 0;
  }
  for (const t of threads) {
    t.runs = t.does === "runs";
    t.holds = t.locks.length ? `holds ${t.locks.join(" and ")}` : "";
  }
  return { threads, values, items, queues: story.events.some(e => e.what === "puts") };
}

/* How many events there were when so many rows have been told. */
function eventsAt(story, box) {
  return box.at ? +box.path[box.at - 1].dataset.event + 1
    : Math.max(0, story.events.findIndex(e => e.time > 0));
}

function storySaid(story, box) {
  if (!box.at) return "Nothing has happened yet.";
  const row = box.path[box.at - 1];
  const who = row.classList.contains("fault") ? "" : story.threads[story.events[row.dataset.event].thread] + ": ";
  return who + [...row.cells].slice(1, -1).map(c => c.textContent).join("");
}

/* The row of now is in sight, and the cell that says something. */
function showRow(box) {
  box.path.forEach((row, i) => {
    row.classList.toggle("at", i === box.at - 1);
    row.classList.toggle("to-come", i >= box.at);
  });
  if (!box.at) return;
  const row = box.path[box.at - 1], table = row.closest("table"), cells = [...row.cells];
  table.scrollTop += row.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom + 40;
  const acts = (cells.slice(1, -1).find(c => c.textContent) ?? cells[0]).getBoundingClientRect();
  const seen = table.getBoundingClientRect(), left = seen.left + cells[0].offsetWidth;
  if (acts.left < left || acts.right > seen.right) table.scrollLeft += acts.left - left;
}

function makeStory(root) {
  const story = JSON.parse(root.querySelector("script").textContent);
  const path = [...root.querySelectorAll("tbody tr")];
  const state = box => stateAfter(story, eventsAt(story, box));
  const box = makePanel(root, {
    names: story.threads, path, label: "Step through it with the arrow keys", notes: {}, extra: {},
    threads: b => state(b).threads,
    facts: b => {
      const { values, items, queues } = state(b);
      return [...values].map(([name, value]) => `${name} = ${value}`)
        .concat(queues ? [`queue: [${items.join(", ")}]`] : []).join("   ");
    },
    said: b => storySaid(story, b),
    where: b => (b.at ? path[b.at - 1].cells[path[b.at - 1].cells.length - 1].textContent : ""),
    count: b => `${b.at} of ${path.length}`,
    letters: () => [], choice: () => undefined, won: () => false, shown: showRow,
  });
  path.forEach((row, i) => row.addEventListener("click", () => go(box, i + 1)));
}

/* ---- A level: all positions are in the page, as explore --graph writes them. */

/* For each node, in how many steps a fault can be reached; undefined: it cannot. */
function stepsToFault(nodes) {
  const before = nodes.map(() => []);
  nodes.forEach((node, from) => node[3].forEach(edge => before[edge[4]].push(from)));
  const steps = nodes.map(node => (node[2] < 0 ? undefined : 0));
  const queue = [...nodes.keys()].filter(n => steps[n] === 0);
  for (const n of queue)
    for (const from of before[n])
      if (steps[from] === undefined) {
        steps[from] = steps[n] + 1;
        queue.push(from);
      }
  return steps;
}

/* The fewest switches that lead to a fault: breadth first, a switch at a time. */
function fewestSwitches(nodes) {
  const seen = new Set();
  let now = [[0, -1]];
  for (let switches = 0; now.length; switches++) {
    const later = [];
    for (const [n, last] of now) {
      if (seen.has(`${n} ${last}`)) continue;
      seen.add(`${n} ${last}`);
      if (nodes[n][2] >= 0) return switches;
      for (const [, thread, , , to] of nodes[n][3])
        (last < 0 || thread === last ? now : later).push([to, thread]);
    }
    now = later;
  }
  return undefined;
}

function plural(n, word, many = word + "s") {
  return `${n} ${n === 1 ? word : many}`;
}

function countSwitches(moves) {
  return moves.filter((m, i) => i && m[1] !== moves[i - 1][1]).length;
}

/* Where the key is on a digit: the row of its thread has it. */
function isPlain(edge) {
  return edge[0] === String(edge[1]);
}

function nodeAt(box) {
  return box.at ? box.path[box.at - 1][4] : 0;
}

/* Whether a run from each node can end without a fault. */
function canPass(nodes) {
  const before = nodes.map(() => []);
  nodes.forEach((node, from) => node[3].forEach(edge => before[edge[4]].push(from)));
  const queue = [...nodes.keys()].filter(n => nodes[n][2] < 0 && !nodes[n][3].length);
  const passes = new Set(queue);
  for (const n of queue)
    for (const from of before[n])
      if (!passes.has(from)) {
        passes.add(from);
        queue.push(from);
      }
  return passes;
}

/* The last move of a run that fails in whose place another leads to a run that passes:
 * with most steps in common. */
function partingOf(level, path) {
  const { texts, nodes, threads } = level, passes = level.passes ??= canPass(nodes);
  for (let i = path.length - 1; i >= 0; i--) {
    const here = i ? path[i - 1][4] : 0;
    const other = nodes[here][3].find(e => e !== path[i] && passes.has(e[4]));
    if (other)
      return `The nearest run that passes parts from it at step ${i + 1}: ` +
        `${threads[other[1]]} ${texts[other[3]]}.`;
  }
  return "No run passes.";
}

/* What the last move did, and how the run ended. */
function levelSaid(level, box) {
  const { texts, nodes, threads } = level;
  const node = nodes[nodeAt(box)], last = box.path[box.at - 1];
  const said = box.at ? `${threads[last[1]]}: ${texts[last[3]]}. ` : "Nothing has happened yet. ";
  if (node[2] >= 0)
    return `${said}\nWon, with ${plural(countSwitches(box.path.slice(0, box.at)), "switch", "switches")}; ` +
      `the fewest are ${level.fewest ??= fewestSwitches(nodes)}.\n${texts[node[2]]}.\n` +
      partingOf(level, box.path.slice(0, box.at));
  return node[3].length ? said : said + "The run is over, without a fault.";
}

function hintOf({ texts, nodes, threads }, steps, box) {
  const here = nodeAt(box);
  if (steps[here] === undefined)
    return "No fault can be reached from here" + (here === 0 ? `: none of the ${nodes.length} ` +
      "positions has one." : ". Take a move back.");
  if (steps[here] === 0) return "This is the fault.";
  const edge = nodes[here][3].find(e => steps[e[4]] === steps[here] - 1);
  return `The fault is ${plural(steps[here], "step")} away: ` +
    `${edge[0]}, ${threads[edge[1]]} ${texts[edge[2]]}.`;
}

function previewOf({ texts, nodes, threads }, box) {
  return nodes[nodeAt(box)][3].map(e => `${e[0]}, ${threads[e[1]]}: ${texts[e[3]]}`).join(". ") ||
    "There is no move.";
}

/* A move is a key, a thread, what it would do, what it did, and the node behind it; in
 * the page the key is left out where it is the thread's digit. */
function graphOf(root) {
  const graph = JSON.parse(root.querySelector("script").textContent);
  for (const node of graph.nodes)
    node[3] = node[3].map(e => (e.length === 5 ? e : [String(e[0]), ...e]));
  return graph;
}

function makeLevel(root) {
  const graph = graphOf(root);
  const { texts, nodes, threads } = graph, steps = stepsToFault(nodes);
  const edges = box => nodes[nodeAt(box)][3];
  makePanel(root, {
    names: threads, path: [], goal: graph.head[1],
    label: "Play: the digit of a thread is its step; u, r, h, ?",
    threads: box => threads.map((name, t) => {
      const does = nodes[nodeAt(box)][0][t];
      return { does: does === undefined ? "has not begun" : texts[does] };
    }),
    facts: box => texts[nodes[nodeAt(box)][1]],
    said: box => levelSaid(graph, box),
    where: () => "",
    count: box => `step ${box.at}, ${plural(countSwitches(box.path.slice(0, box.at)), "switch", "switches")}`,
    letters: box => edges(box).filter(e => !isPlain(e)).map(e => [e[0], `${threads[e[1]]} ${texts[e[2]]}`]),
    moveOf: (box, t) => edges(box).find(e => isPlain(e) && e[1] === t),
    choice: (box, key) => edges(box).find(e => e[0] === key),
    notes: { h: box => hintOf(graph, steps, box), "?": box => previewOf(graph, box) },
    extra: { h: ["hint", "can the fault be reached from here"], "?": ["what if", "what each move would do"] },
    won: box => nodes[nodeAt(box)][2] >= 0, shown: () => {},
  });
}

document.querySelectorAll(".stepper").forEach(makeStory);
document.querySelectorAll(".player").forEach(makeLevel);
