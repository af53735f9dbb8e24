"use strict";
(() => {
  const MOST = 40;
  const AROUND = 60;
  const $ = (id) => document.getElementById(id);
  const form = document.querySelector("form");
  const contents = document.querySelector("nav");

  /* A part is a heading with the text below it, up to the next heading of any kind. */
  const parts = [...document.querySelectorAll("main section")].map((section) => {
    const [head, ...rest] = [...section.children].filter((each) => each.tagName !== "SECTION");
    const text = rest.map((each) => each.textContent).join(" ").replace(/\s+/g, " ");
    const above = section.parentElement.closest("section")?.firstElementChild.textContent ?? "";
    return { id: section.id, head: head.textContent, above, text, inHead: head.textContent.toLowerCase(), inAll: `${head.textContent} ${text}`.toLowerCase() };
  });

  const marked = (text, words) => {
    const shown = document.createElement("p");
    const sound = words.map((word) => word.replace(/[.*+?^$${}()|[\]\\]/g, "\\$&"));
    text.split(new RegExp(`(${sound.join("|")})`, "gi")).forEach((piece, n) => {
      if (n % 2 === 0) return shown.append(piece);
      const mark = document.createElement("mark");
      mark.textContent = piece;
      shown.append(mark);
    });
    return shown;
  };

  const excerpt = (text, words) => {
    const at = Math.max(0, text.toLowerCase().indexOf(words.find((word) => text.toLowerCase().includes(word)) ?? ""));
    const [from, to] = [Math.max(0, at - AROUND), at + 2 * AROUND];
    return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };

  const entry = (part, words) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${part.id}`;
    link.textContent = part.head;
    item.append(link, marked(excerpt(part.text, words), words));
    if (part.above) {
      const above = document.createElement("p");
      above.className = "redup";
      above.textContent = part.above;
      item.prepend(above);
    }
    return item;
  };

  const search = () => {
    const words = $("cari").value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = (text) => words.every((word) => text.includes(word));
    const found = words.length === 0 ? [] : parts.filter((part) => all(part.inAll));
    found.sort((one, other) => all(other.inHead) - all(one.inHead));
    $("temuan").replaceChildren(...found.slice(0, MOST).map((part) => entry(part, words)));
    $("temuan").hidden = found.length === 0;
    contents.hidden = words.length > 0;
    const rest = found.length > MOST ? `; ${MOST} yang pertama ditampilkan` : "";
    const told = found.length === 0 ? "Tidak ada yang cocok. Coba kata lain, atau lebih sedikit kata." : `${found.length} bagian cocok${rest}.`;
    $("jumlah").textContent = words.length === 0 ? "" : told;
  };

  let waiting = 0;
  $("cari").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    $("temuan").querySelector("a")?.focus();
  });
  /* On a narrow screen results and contents lie above the text: they make room once something was chosen. */
  const narrow = matchMedia("(max-width: 59.99rem)");
  document.querySelector(".samping").addEventListener("click", (event) => {
    if (!narrow.matches || !event.target.closest("a")) return;
    $("cari").value = "";
    search();
    contents.querySelector("details").open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === $("cari") || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    $("cari").focus();
  });
  contents.querySelector("details").open = !narrow.matches;
  document.querySelectorAll(".gulir").forEach((each) => { if (each.scrollWidth > each.clientWidth) each.tabIndex = 0; });
  document.querySelectorAll("pre").forEach((each) => { if (each.scrollWidth > each.clientWidth) each.tabIndex = 0; });
  document.documentElement.classList.add("alat");
  $("pencarian").hidden = false;
})();
