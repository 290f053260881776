import type { Htmx } from "../shop/htmx.ts";
import { identity } from "../shop/identity.ts";
import { fill, timeOf, type Words } from "./words.ts";

declare const htmx: Htmx & { process(element: Element): void };

/** A message as the room's document has it; `note` says what is special about it here. */
export interface Item {
  readonly id: string;
  readonly n: number;
  readonly kind?: "announced";
  readonly name: string;
  readonly text: string;
  /** Seconds since 1970 */
  readonly at: number;
  readonly fromSeller?: true;
  readonly note?: string;
}

/** Draws a message on the markup that the server left for it. */
export function drawMessage(words: Words, item: Item): HTMLElement {
  const { id, kind, name, text, at, fromSeller, note } = item;
  const template = document.getElementById("message-template") as HTMLTemplateElement;
  const li = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  li.id = `message-${id}`;
  li.classList.toggle("message-announced", kind === "announced");
  put(li, ".message-name", name);
  put(li, ".message-text", text);
  put(li, ".message-at", timeOf(words, at));
  const author = li.querySelector(".message-name")!;
  if (kind === "announced") author.after(badge("warn", words.announced));
  if (fromSeller) author.after(badge("accent", words.seller));
  if (note) li.append(noteOf(note));
  giveMenu(li, item);
  return li;
}

function put(li: HTMLElement, part: string, text: string) {
  const place = li.querySelector(part);
  if (place) place.textContent = text;
}

export function badge(tone: string, text: string): HTMLElement {
  const one = document.createElement("span");
  one.className = `badge badge-${tone}`;
  one.textContent = text;
  return one;
}

function noteOf(text: string) {
  const note = document.createElement("span");
  note.className = "message-note";
  note.textContent = text;
  return note;
}

/** What moderators find at each message; it was drawn for one that anybody might have said. */
function giveMenu(li: HTMLElement, { id, name, fromSeller, note }: Item) {
  const menu = li.querySelector(".message-menu");
  const form = menu?.querySelector("form");
  if (!menu || !form) return;
  if (note) return menu.remove();
  const summary = menu.querySelector("summary")!;
  summary.setAttribute("aria-label", fill(summary.getAttribute("aria-label")!, name));
  for (const way of ["action", "hx-post"]) {
    form.setAttribute(way, fill(form.getAttribute(way)!, id));
  }
  form.querySelector<HTMLInputElement>("[name=request]")!.value = identity();
  if (fromSeller) form.querySelectorAll("[value=mute], [value=ban]").forEach((act) => act.remove());
}

/** Lets the menu of a message act without leaving the page. */
export function wake(li: HTMLElement): void {
  if (li.querySelector("form")) htmx.process(li);
}
