/* Search within the book: every word must be on the page. */
"use strict";
const form = document.getElementById("search");
const found = document.getElementById("found");
const field = form.querySelector("input");

function matches(words) {
  return pages.filter(p => words.every(w => p.text.includes(w)))
    .map(p => ({ p, n: p.text.split(words[0]).length - 1 }))
    .sort((a, b) => b.n - a.n).map(x => x.p);
}

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(w => w.length > 1);
  found.replaceChildren();
  found.hidden = !words.length;
  for (const page of words.length ? matches(words) : []) {
    const link = document.createElement("a");
    link.href = page.url;
    link.textContent = page.title;
    const row = document.createElement("li");
    row.append(link);
    found.append(row);
  }
  if (words.length && !found.children.length) found.textContent = "nowhere";
}

field.addEventListener("input", show);
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
