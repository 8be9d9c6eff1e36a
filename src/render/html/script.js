
"use strict";
// Narrows the page to the sessions that contain all words typed. The page is complete without this.
{
  const byId = (id) => document.getElementById(id);
  const [box, input, left] = ["page.filter", "page.words", "page.left"].map(byId);
  const parts = [...document.querySelectorAll("nav, main > section")];
  const articles = [...document.querySelectorAll("article")];
  const searched = "h3, .speakers, .gist, .summary, .notes li, .topics, code";
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = (article) => fold([...article.querySelectorAll(searched)].map((part) => part.textContent).join("\n"));
  let texts;

  const narrow = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    texts ??= words.length > 0 ? articles.map(textOf) : undefined;
    const isFound = (_, n) => words.every((word) => texts[n].includes(word));
    const found = new Set(articles.filter(isFound));
    for (const article of articles) article.hidden = !found.has(article);
    for (const part of parts) part.hidden = words.length > 0 && !part.querySelector("article:not([hidden])");
    left.textContent = words.length > 0 ? `${found.size} of ${articles.length} sessions` : "";
  };

  // A link to a hidden section shows all of them again.
  const reveal = (target) => {
    if (!target?.closest("[hidden]")) return;
    input.value = "";
    narrow();
    target.scrollIntoView();
  };

  input.addEventListener("input", narrow);
  addEventListener("hashchange", () => reveal(document.querySelector(":target")));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(byId(decodeURIComponent(link.getAttribute("href").slice(1))));
  });
  box.hidden = false;
  narrow();
}
