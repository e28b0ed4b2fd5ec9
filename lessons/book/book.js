/* The search, and how far the reader is.  Nothing leaves this machine. */
"use strict";
const form = document.getElementById("search");
const found = document.getElementById("found");
const field = form.querySelector("input");

/* Words that readers take for one another; the glossary has more. */
const synonyms = [
  ["deadlock", "데드락", "교착 상태", "stands still", "hangs"],
  ["lock", "mutex", "락", "뮤텍스", "잠금"],
  ["poll", "폴링", "look"],
  ["sleep", "nap", "슬립", "잠"],
  ["wake-up", "wakeup", "wake up", "깨움"],
  ["race condition", "경쟁 상태", "레이스"],
  ["data race", "데이터 경쟁", "데이터 레이스"],
  ["backpressure", "back pressure", "배압", "백프레셔"],
  ["starvation", "기아", "starve"],
  ["memory leak", "memory grows", "메모리"],
  ["thread", "스레드", "쓰레드"],
  ["join", "조인", "합류"],
  ["signal", "시그널", "신호"],
  ["condition variable", "조건 변수", "조건변수", "condvar"],
  ["queue", "큐"],
  ["exercise", "연습 문제", "연습문제"],
  ["worker", "일꾼", "워커"],
  ["decorator", "데코레이터", "wrapper"],
  ["context manager", "컨텍스트 매니저", "with-block"],
  ["executor", "thread pool", "스레드 풀", "threadpool"],
  ["cpu", "processor", "프로세서"],
].concat(glossary);

/* All that a word of the query may stand for: "데드락" finds deadlock too. */
function meanings(word) {
  const groups = synonyms.filter(group => group.includes(word));
  return [...new Set([word, ...groups.flat()])];
}

/* The query as a list of choices, of which a section must have one each. */
function choices(query) {
  const text = query.toLowerCase().trim().replace(/\s+/g, " ");
  if (synonyms.some(group => group.includes(text))) return [meanings(text)];
  return text.split(" ").filter(w => w.length > 1 || /[^ -~]/.test(w)).map(meanings);
}

/* A word of letters at its beginning: "lock" is not in "block". */
function placeOf(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/^[a-z]/.test(word) || !/[a-z]/.test(text[at - 1] ?? " ")) return at;
  return -1;
}

function firstPlace(text, words) {
  const all = words.map(w => ({ at: placeOf(text, w), length: w.length })).filter(p => p.at >= 0);
  return all.sort((a, b) => a.at - b.at)[0];
}

/* What the reader typed counts most, then titles and headings. */
function score(section, wanted) {
  let sum = 0;
  for (const words of wanted) {
    const own = words[0];
    if (!firstPlace(section.low, words)) return 0;
    sum += 1 + (placeOf(section.low, own) >= 0 ? 4 : 0) +
      (firstPlace(section.title, words) ? 12 : 0) +
      Math.min(3, section.low.split(own).length - 1);
  }
  return sum;
}

for (const s of sections) {
  s.title = (s.head || s.page).toLowerCase();
  s.low = `${s.title} ${s.text.toLowerCase()}`;
}

/* The best places first, of each page no more than three. */
function matches(wanted) {
  const pages = new Map();
  return sections.map(s => ({ s, n: score(s, wanted) })).filter(x => x.n > 0)
    .sort((a, b) => b.n - a.n).map(x => x.s).filter(s => {
      pages.set(s.page, (pages.get(s.page) ?? 0) + 1);
      return pages.get(s.page) <= 3;
    });
}

/* Some words around the first place, with that place marked. */
function excerpt(section, wanted) {
  const p = document.createElement("p");
  const low = section.text.toLowerCase();
  const places = wanted.map(words => firstPlace(low, words)).filter(place => place);
  const { at, length } = places[0] ?? { at: 0, length: 0 };
  const from = Math.max(0, section.text.lastIndexOf(" ", Math.max(0, at - 50)));
  const mark = document.createElement("mark");
  mark.textContent = section.text.slice(at, at + length);
  p.append((from ? "… " : "") + section.text.slice(from, at).trimStart(), mark,
    section.text.slice(at + length, at + length + 90) + " …");
  return p;
}

function show() {
  const wanted = choices(field.value);
  const all = wanted.length ? matches(wanted) : [];
  found.replaceChildren();
  found.hidden = !wanted.length;
  for (const section of all.slice(0, 24)) {
    const link = document.createElement("a");
    link.href = section.url;
    link.textContent = section.page + (section.head ? ` › ${section.head}` : "");
    const row = document.createElement("li");
    row.append(link, excerpt(section, wanted));
    found.append(row);
  }
  if (wanted.length && !all.length) found.textContent = "Nowhere in the book.";
  if (all.length > 24) found.append(`and ${all.length - 24} more places`);
}

field.addEventListener("input", show);
found.addEventListener("click", event => {
  if (event.target.closest("a")) found.hidden = true;
});
form.addEventListener("submit", event => {
  event.preventDefault();
  const first = found.querySelector("a");
  if (first) location.href = first.href;
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && document.activeElement !== field) {
    event.preventDefault();
    field.focus();
  } else if (event.key === "Escape") {
    found.hidden = true;
    field.blur();
  }
});

/* Where the reader is in a chapter: kept by the browser, for each page. */
const progress = document.getElementById("progress");
const page = location.pathname.split("/").pop() || "index.html";

function kept(url) {
  try {
    return JSON.parse(localStorage.getItem(`doorbell ${url}`)) ?? {};
  } catch {
    return {};
  }
}

function keep(what) {
  try {
    localStorage.setItem(`doorbell ${page}`, JSON.stringify(Object.assign(kept(page), what)));
  } catch { /* a browser that keeps nothing from disk */ }
}

function howFar(url) {
  const { far = 0, done = false } = kept(url);
  return done ? "read" : far > 5 ? `${far} %` : "";
}

function showProgress() {
  if (!progress) return;
  const { far = 0, seconds = 0, done = false } = kept(page);
  progress.querySelector("progress").value = done ? 100 : far;
  progress.querySelector(".spent").textContent =
    `${Math.round(seconds / 60)} of ${progress.dataset.minutes} minutes, ${far} % seen`;
  progress.querySelector("input").checked = done;
}

function note() {
  const room = document.documentElement.scrollHeight - innerHeight;
  const far = room > 0 ? Math.min(100, Math.round(100 * scrollY / room)) : 100;
  if (far > (kept(page).far ?? 0)) keep({ far });
  showProgress();
}

if (progress) {
  progress.hidden = false;
  progress.querySelector("input").addEventListener("change", event => {
    keep({ done: event.target.checked });
    showProgress();
  });
  addEventListener("scroll", note, { passive: true });
  /* Time counts while the page is in front and something was done lately. */
  let lately = Date.now();
  for (const sign of ["scroll", "keydown", "pointermove"])
    addEventListener(sign, () => { lately = Date.now(); }, { passive: true });
  setInterval(() => {
    if (document.visibilityState !== "visible" || Date.now() - lately > 120000) return;
    keep({ seconds: (kept(page).seconds ?? 0) + 5 });
    showProgress();
  }, 5000);
  note();
}

for (const link of document.querySelectorAll(".chapters a")) {
  const far = howFar(link.getAttribute("href"));
  if (!far) continue;
  const badge = document.createElement("span");
  badge.className = "far";
  badge.textContent = ` ${far}`;
  link.after(badge);
}

/* What is folded away would not be printed. */
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const d of opened) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of opened) d.open = false;
});
