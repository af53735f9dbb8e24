// A page that is open keeps a line to the program, which ends when nobody looks any more.
const line = new EventSource("/hidup");
addEventListener("pagehide", () => line.close());

// Files that are dropped anywhere on the field's form go into its field; two clicks send a form once.
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    form.setAttribute("aria-busy", "true");
  });
  const [field, ...others] = form.querySelectorAll("input[type=file]");
  if (!field || others.length) continue;
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
    if (field.files.length) form.requestSubmit();
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});
