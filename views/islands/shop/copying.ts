const shown_ms = 2000;

export async function copyOnClick(target: Element) {
  const button = target.closest<HTMLElement>("[data-copy]");
  const label = button?.lastElementChild;
  if (!button || !label) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy!);
  } catch {
    // Not allowed here: mark the text, so that it can be copied by hand.
    getSelection()?.selectAllChildren(button.previousElementSibling!);
    return;
  }
  const before = label.textContent;
  if (before === button.dataset.copied) return;
  label.textContent = button.dataset.copied!;
  setTimeout(() => label.textContent = before, shown_ms);
}
