/* The player: the reader chooses each step, and looks for the fault. All positions
 * are in the page, as explore --graph writes them. Keys, when it has the focus: the
 * key of a move, and u, r, h, ?. */
"use strict";

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

function countSwitches(moves) {
  return moves.filter((m, i) => i && m[1] !== moves[i - 1][1]).length;
}

function nodeAt(game) {
  return game.moves.length ? game.moves[game.moves.length - 1][4] : 0;
}

/* What the last move did, and how the run ended. */
function saidOf(game) {
  const { texts, nodes, threads } = game.graph;
  const node = nodes[nodeAt(game)], last = game.moves[game.moves.length - 1];
  let said = last ? `${threads[last[1]]}: ${texts[last[3]]}. ` : "Nothing has happened yet. ";
  if (node[2] >= 0) {
    const n = countSwitches(game.moves);
    said += `Won, with ${n} switch${n === 1 ? "" : "es"}; the fewest are ` +
      `${fewestSwitches(nodes)}. ${texts[node[2]]}`;
  } else if (!node[3].length) said += "The run is over, without a fault.";
  return said;
}

/* Where the key is on a digit: the row of its thread has it. */
function isPlain(edge) {
  return edge[0] === String(edge[1]);
}

function renderPlayer(game, note) {
  const { texts, nodes, threads } = game.graph;
  const node = nodes[nodeAt(game)];
  const n = countSwitches(game.moves);
  game.count.textContent = `step ${game.moves.length}, ${n} switch${n === 1 ? "" : "es"}`;
  game.rows.forEach((row, t) => {
    const edge = node[3].find(e => isPlain(e) && e[1] === t);
    row.move.disabled = !edge;
    row.move.setAttribute("aria-label", `${t}: ${threads[t]} makes its step`);
    row.does.textContent = t < node[0].length ? texts[node[0][t]] : "has not begun";
    row.does.className = edge ? "runs" : /^waits/.test(row.does.textContent) ? "waits" : "ended";
  });
  game.letters.replaceChildren(...node[3].filter(e => !isPlain(e)).map(e =>
    button(`${e[0]}: ${threads[e[1]]} ${texts[e[2]]}`, `${e[0]}: ${threads[e[1]]} ${texts[e[2]]}`,
      () => playKey(game, e[0]))));
  game.facts.textContent = texts[node[1]];
  game.said.textContent = note ?? saidOf(game);
  game.undo.disabled = game.restart.disabled = !game.moves.length;
  game.panel.classList.toggle("won", node[2] >= 0);
}

function hintOf(game) {
  const { texts, nodes, threads } = game.graph;
  const steps = game.steps, here = nodeAt(game);
  if (steps[here] === undefined)
    return "No fault can be reached from here" + (here === 0 ? `: none of the ${nodes.length} ` +
      "positions has one." : ". Take a move back.");
  if (steps[here] === 0) return saidOf(game);
  const edge = nodes[here][3].find(e => steps[e[4]] === steps[here] - 1);
  return `The fault is ${steps[here]} step${steps[here] === 1 ? "" : "s"} away: ` +
    `${edge[0]}, ${threads[edge[1]]} ${texts[edge[2]]}.`;
}

function previewOf(game) {
  const { texts, nodes, threads } = game.graph;
  return nodes[nodeAt(game)][3].map(e => `${e[0]}, ${threads[e[1]]}: ${texts[e[3]]}`).join(". ") ||
    "There is no move.";
}

/* Returns whether the key is one of the player's. */
function playKey(game, key) {
  const edge = game.graph.nodes[nodeAt(game)][3].find(e => e[0] === key);
  if (edge) game.moves.push(edge);
  else if (key === "u") game.moves.pop();
  else if (key === "r") game.moves.length = 0;
  else if (!["h", "?"].includes(key)) return false;
  renderPlayer(game, key === "h" ? hintOf(game) : key === "?" ? previewOf(game) : undefined);
  return true;
}

function makeRow(game, name, t) {
  const row = element("tr"), cell = element("td"), does = element("td");
  const move = button(String(t), "", () => playKey(game, String(t)));
  cell.append(move);
  row.append(cell, element("th", name), does);
  game.table.append(row);
  return { move, does };
}

function makePlayer(root) {
  const graph = JSON.parse(root.querySelector("script").textContent);
  const game = {
    graph, moves: [], steps: stepsToFault(graph.nodes), table: element("tbody"),
    letters: element("p", "", "bar letters"), facts: element("p", "", "facts"),
    said: element("p", "", "said"), count: element("span"),
    panel: element("div", undefined, "panel"),
  };
  game.undo = button("undo", "u: take the last move back", () => playKey(game, "u"));
  game.restart = button("restart", "r: start again", () => playKey(game, "r"));
  const hint = button("hint", "h: can the fault be reached from here", () => playKey(game, "h"));
  const preview = button("what if", "?: what each move would do", () => playKey(game, "?"));
  game.rows = graph.threads.map((name, t) => makeRow(game, name, t));
  game.said.setAttribute("aria-live", "polite");
  game.panel.tabIndex = 0;
  game.panel.setAttribute("role", "group");
  game.panel.setAttribute("aria-label", "Play: the digit of a thread is its step; u, r, h, ?");
  game.panel.addEventListener("keydown", event => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && playKey(game, event.key))
      event.preventDefault();
  });
  const bar = element("p", undefined, "bar"), table = element("table");
  bar.append(game.undo, game.restart, hint, preview, game.count);
  table.append(game.table);
  game.panel.append(element("p", graph.head[1], "goal"), bar, table, game.letters, game.facts, game.said);
  root.append(game.panel);
  renderPlayer(game);
}

document.querySelectorAll(".player").forEach(makePlayer);
