"use strict";
(() => {
  const PAGE = 100;
  const table = document.getElementById("unit");
  const body = table.tBodies[0];
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const $ = (id) => document.getElementById(id);
  const texts = new Map(original.map((row) => [row, row.cells[0].textContent.toLowerCase()]));
  let rows = original;
  let found = original;
  let page = 0;

  const choices = [...document.querySelectorAll("input[name=lihat]")];
  const count = (number) => number.toLocaleString("id-ID");

  /* What a cell is sorted by: its first number, else nothing; names by their letters. "−<0,01" lies below zero. */
  const number = (text) => {
    const found = /([−-]?)(<?)(\d[\d.]*(?:,\d+)?)/.exec(text);
    if (!found) return null;
    const [, minus, less, digits] = found;
    return (minus ? -1 : 1) * (less ? 0.5 : 1) * Number(digits.replaceAll(".", "").replace(",", "."));
  };

  const sort = (column, direction) => {
    heads.forEach((head, n) => {
      if (head.hasAttribute("aria-sort")) head.setAttribute("aria-sort", n === column ? direction : "none");
    });
    const sign = direction === "ascending" ? 1 : -1;
    const view = choices.findIndex((each) => each.checked);
    const shown = (cell) => (cell.children[view] ?? cell).textContent;
    const words = new Intl.Collator("id", { numeric: true });
    const keys = new Map(original.map((row) => {
      const cell = row.cells[column];
      return [row, column ? (cell.classList.contains("k") ? null : number(shown(cell))) : texts.get(row)];
    }));
    rows = [...original].sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (column ? a - b : words.compare(a, b));
    });
    /* Emptied first: to move thousands of rows one by one takes a browser minutes. */
    body.replaceChildren();
    body.append(...rows);
    filter();
  };

  const filter = () => {
    const wanted = $("cari").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const flag = $("saring").value;
    const group = $("kelompok")?.value ?? "";
    found = rows.filter((row) =>
      wanted.every((word) => texts.get(row).includes(word))
      && (flag === "" || (row.dataset.f ?? "").includes(flag))
      && (group === "" || row.dataset.g === group));
    const kept = new Set(found);
    rows.forEach((row) => row.classList.toggle("y", !kept.has(row)));
    turn(0);
  };

  const turn = (to) => {
    const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
    page = Math.min(Math.max(to, 0), last);
    const [from, until] = [page * PAGE, Math.min((page + 1) * PAGE, found.length)];
    found.forEach((row, n) => row.classList.toggle("x", n < from || n >= until));
    $("sebelum").disabled = page === 0;
    $("sesudah").disabled = page === last;
    const all = found.length === original.length ? "" : ` (dari ${count(original.length)})`;
    const part = found.length > PAGE ? `; yang ditampilkan ${count(from + 1)} sampai ${count(until)}` : "";
    $("jumlah").textContent = `${count(found.length)} unit${all}${part}.`;
    document.querySelector("#daftar .kotak").scrollTop = 0;
  };

  heads.forEach((head, column) => {
    if (!head.hasAttribute("aria-sort")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () =>
      sort(column, head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"));
  });
  let waiting = 0;
  $("cari").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  $("saring").addEventListener("change", filter);
  $("kelompok")?.addEventListener("change", filter);
  $("sebelum").addEventListener("click", () => turn(page - 1));
  $("sesudah").addEventListener("click", () => turn(page + 1));
  for (const each of choices) {
    each.addEventListener("change", () => {
      const column = heads.findIndex((head) => /ing$/.test(head.getAttribute("aria-sort") ?? ""));
      if (column > 0) sort(column, heads[column].getAttribute("aria-sort"));
    });
  }
  turn(0);
  document.documentElement.classList.remove("jauh");
  document.querySelectorAll("[data-alat]").forEach((each) => each.removeAttribute("hidden"));
})();
