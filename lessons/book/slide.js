/* Moving figures: curves from the formulas of a chapter, with what was measured on
 * them. A slider is an input of the browser's, so arrow keys move it. The points are
 * those of the table below, which is there without JavaScript too. */
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const frame = { height: 300, left: 62, right: 16, top: 12, bottom: 40 };

/* 5000 is "5,000"; 0.5012 is "0.501". */
function short(x) {
  return x >= 1000 ? Math.round(x).toLocaleString("en-US") : String(+x.toPrecision(3));
}

function range(low, high, n) {
  return Array.from({ length: n + 1 }, (_, i) => low * (high / low) ** (i / n));
}

/* What the text says of each: its sliders, curves for their values, and the words. A
 * slider has a name, a label, what it can be, and where it begins. */
const figures = {
  nap: {
    title: "The delay of a worker that polls",
    x: { label: "nap, ms", low: 0.05, high: 200, log: true },
    y: { label: "delay, ms", low: 0.02, high: 300, log: true },
    sliders: [
      ["nap", "nap, ms", [0.1, 0.2, 0.3, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100], 10],
      ["rate", "items a second", [1, 10, 100, 1000, 10000], 1000],
    ],
    curves: ({ nap }) => {
      const naps = range(0.05, 200, 60);
      return [["half of the items: T/2", naps.map(t => [t, t / 2])],
        ["the latest: T", naps.map(t => [t, t])],
        ["this nap", [[nap, 0.02], [nap, nap]]]];
    },
    points: rows => rows.map(r => ({ x: +r.at, y: r.value / 1e3, low: r.low / 1e3, high: r.high / 1e3 })),
    words: ({ nap, rate }) => `A worker that polls every ${short(nap)} ms finds half of the items within ` +
      `${short(nap / 2)} ms, and each within ${short(nap)} ms. It polls ${short(1000 / nap)} times a second. ` +
      `At ${short(rate)} items a second it takes ${short(rate * nap / 1000)} at a poll, on average.`,
  },
  queue: {
    title: "The items that wait in front of a stage of 1 ms an item",
    x: { label: "ms since the first item", low: 0, high: 200 },
    y: { label: "items waiting", low: 0, high: 320 },
    sliders: [
      ["rate", "items a second", [500, 900, 1000, 1100, 1500, 2000, 2500], 2000],
      ["workers", "workers", [1, 2, 3, 4], 1],
      ["capacity", "capacity (0: none)", [0, 1, 10, 50, 100, 200], 0],
    ],
    curves: v => [["waiting", Array.from({ length: 41 }, (_, i) => [5 * i, waiting(v, 5 * i)])],
      ...(v.capacity ? [["capacity", [[0, v.capacity], [200, v.capacity]]]] : [])],
    points: (rows, v) => rows.filter(r => r.at === `${v.rate} ${v.workers} ${v.capacity}`)
      .map(r => ({ x: 200, y: +r.value, low: +r.low, high: +r.high })),
    words: v => {
      const room = 1000 * v.workers, n = waiting(v, 200), busy = Math.min(1, v.rate / room);
      return `${short(v.rate)} items a second come, and ${v.workers === 1 ? "a worker takes" : "the workers take"} ` +
        `up to ${short(room)}: busy for ${short(100 * busy)} % of the time. After 200 ms ${short(n)} items wait, and ` +
        `the last of them waits for ${short(1000 * n / room)} ms: their number divided by the rate at which they go.` +
        (v.capacity && n >= v.capacity ? " The producer waits for room." : "");
    },
  },
  spin: {
    title: "What a wait costs: spin for a budget, then sleep",
    x: { label: "length of the wait, us", low: 0.1, high: 10000, log: true },
    y: { label: "cost, us", low: 0.1, high: 20000, log: true },
    sliders: [
      ["budget", "spins for, us", [1, 2, 5, 10, 15, 20, 50, 100, 200], 20],
      ["sleep", "a sleep and a wake-up cost, us", [2, 5, 10, 15, 20, 30, 50], 15],
    ],
    curves: ({ budget, sleep }) => {
      const waits = range(0.1, 10000, 120);
      return [["spin, then sleep", waits.map(w => [w, w <= budget ? w : budget + sleep])],
        ["the best, with foresight", waits.map(w => [w, Math.min(w, sleep)])]];
    },
    /* The wait is as long as the spinner measured it; the sleeper has the same. */
    points: rows => {
      const spins = rows.find(r => r.at === "20");
      return spins ? rows.filter(r => r.at !== "one")
        .map(r => ({ x: +spins.value, y: +r.value, low: +r.low, high: +r.high })) : [];
    },
    words: ({ budget, sleep }) => `A wait of up to ${short(budget)} us costs its own length; a longer one costs ` +
      `${short(budget + sleep)} us. At worst that is ${short((budget + sleep) / Math.min(budget, sleep))} times what ` +
      "foresight would pay: 2 times, where the budget is the cost of the sleep.",
  },
};

/* After so many ms: what came and did not go, and no more than there is room for. */
function waiting({ rate, workers, capacity }, ms) {
  const n = Math.max(0, (rate - 1000 * workers) * ms / 1000);
  return capacity ? Math.min(capacity, n) : n;
}

function svg(name, attributes, text) {
  const e = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  if (text !== undefined) e.textContent = text;
  return e;
}

/* As wide as there is room, so that words are not scaled. */
function widthOf(box) {
  return Math.max(280, Math.min(640, box.root.clientWidth - 26));
}

/* Where a value of the axis is, between two ends. */
function place(axis, from, to) {
  const of = axis.log ? Math.log : x => x;
  return value => from + (to - from) * (of(Math.max(value, axis.low || 0)) - of(axis.low)) / (of(axis.high) - of(axis.low));
}

function ticks(axis) {
  if (!axis.log) return Array.from({ length: 5 }, (_, i) => axis.low + (axis.high - axis.low) * i / 4);
  const list = [];
  for (let t = 10 ** Math.ceil(Math.log10(axis.low)); t <= axis.high; t *= 10) list.push(+t.toPrecision(1));
  return list;
}

function axes(figure, width, x, y) {
  const base = frame.height - frame.bottom, parts = [];
  for (const t of ticks(figure.x))
    parts.push(svg("line", { class: "grid", x1: x(t), x2: x(t), y1: frame.top, y2: base }),
      svg("text", { x: x(t), y: base + 15, "text-anchor": "middle" }, short(t)));
  for (const t of ticks(figure.y))
    parts.push(svg("line", { class: "grid", x1: frame.left, x2: width - frame.right, y1: y(t), y2: y(t) }),
      svg("text", { x: frame.left - 6, y: y(t) + 4, "text-anchor": "end" }, short(t)));
  parts.push(svg("text", { x: (frame.left + width) / 2, y: frame.height - 6, "text-anchor": "middle" }, figure.x.label),
    svg("text", { x: 14, y: frame.height / 2, "text-anchor": "middle", transform: `rotate(-90 14 ${frame.height / 2})` }, figure.y.label));
  return parts;
}

function curve([, points], i, x, y) {
  const line = points.map(([a, b], k) => `${k ? "L" : "M"}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join("");
  return svg("path", { class: `curve c${i}`, d: line });
}

function point(p, x, y) {
  return [svg("line", { class: "interval", x1: x(p.x), x2: x(p.x), y1: y(p.low), y2: y(p.high) }),
    svg("circle", { class: "point", cx: x(p.x), cy: y(p.y), r: 4 })];
}

function renderFigure(box) {
  const { figure } = box, width = widthOf(box);
  const values = Object.fromEntries(box.inputs.map(([name, list, input]) => [name, list[+input.value]]));
  const x = place(figure.x, frame.left, width - frame.right);
  const y = place(figure.y, frame.height - frame.bottom, frame.top);
  for (const [name, list, input, shown] of box.inputs) {
    shown.textContent = short(values[name]);
    input.setAttribute("aria-valuetext", `${short(list[+input.value])}`);
  }
  box.words.textContent = figure.words(values);
  const curves = figure.curves(values);
  box.names.replaceChildren(...curves.map(([name], i) => element("span", name, `name c${i}`)),
    element("span", "measured, as in the table", "name dot"));
  box.picture.setAttribute("viewBox", `0 0 ${width} ${frame.height}`);
  box.picture.replaceChildren(svg("title", {}, `${figure.title}. ${box.words.textContent}`), ...axes(figure, width, x, y),
    ...curves.map((c, i) => curve(c, i, x, y)), ...figure.points(box.rows, values).flatMap(p => point(p, x, y)));
}

function makeSlider(box, [name, label, list, value]) {
  const input = element("input"), shown = element("output"), row = element("label", `${label} `);
  Object.assign(input, { type: "range", min: 0, max: list.length - 1, step: 1, name });
  input.value = list.indexOf(value);
  input.addEventListener("input", () => renderFigure(box));
  row.append(input, " ", shown);
  return { row, entry: [name, list, input, shown] };
}

function makeFigure(root) {
  const figure = figures[root.dataset.figure];
  const box = {
    figure, rows: [...root.querySelectorAll("tr[data-value]")].map(r => ({ ...r.dataset })), inputs: [],
    root, picture: svg("svg", { role: "img" }), names: element("p", "", "legend"),
    words: element("p", "", "words"),
  };
  const sliders = element("div", undefined, "sliders");
  for (const s of figure.sliders) {
    const { row, entry } = makeSlider(box, s);
    sliders.append(row);
    box.inputs.push(entry);
  }
  box.words.setAttribute("aria-live", "polite");
  root.prepend(element("p", figure.title, "goal"), sliders, box.picture, box.names, box.words);
  renderFigure(box);
  addEventListener("resize", () => renderFigure(box));
}

document.querySelectorAll(".slide").forEach(makeFigure);
