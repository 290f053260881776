/** Ticks every box of the table, or none, as the one in its head says. */
export function tickAll(box: HTMLInputElement) {
  if (box.dataset.tickAll === undefined) return;
  const boxes = box.closest("table")!.querySelectorAll<HTMLInputElement>("tbody [type=checkbox]");
  for (const one of boxes) one.checked = box.checked;
}
