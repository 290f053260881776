const shown_ms = 8000;

/** The toast: closed by its button, by itself after good news, and opened when the network fails. */
export function tellFailures() {
  const toast = document.getElementById("toast");
  if (!toast) return;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close() {
    if (toast!.matches(":hover, :focus-within")) timer = setTimeout(close, shown_ms);
    else toast!.replaceChildren();
  }
  document.querySelector("[data-close]")?.addEventListener("click", () => toast.replaceChildren());
  document.addEventListener("htmx:after:swap", () => {
    clearTimeout(timer);
    if (toast.querySelector(".notice-good")) timer = setTimeout(close, shown_ms);
  });
  document.addEventListener("htmx:error", () => {
    const notice = document.createElement("p");
    notice.className = "notice notice-bad";
    notice.textContent = document.body.dataset.offline!;
    toast.replaceChildren(notice);
  });
}
