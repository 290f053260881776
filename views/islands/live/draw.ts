import type { Htmx } from "../shop/htmx.ts";

declare const htmx: Htmx;

/** Draws each element of a fragment over the one with its id, around what somebody is doing there. */
export function drawOver(html: string) {
  for (const element of elements(html)) {
    const target = document.getElementById(element.id);
    if (target) htmx.swap({ text: element.outerHTML, target, swap: "outerMorph" });
    else if (element.matches(".row")) add(element);
  }
}

export function remove(id: string) {
  document.getElementById(id)?.remove();
}

export function elements(html: string): Element[] {
  const template = document.createElement("template");
  template.innerHTML = html;
  return [...template.content.children];
}

function add(row: Element) {
  const list = document.getElementById("product-list");
  if (list) htmx.swap({ text: row.outerHTML, target: list, swap: "beforeend" });
}
