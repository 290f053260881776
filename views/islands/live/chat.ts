import { elements } from "./draw.ts";

const messages_max = 100;
const near_pixels = 60;

/** The newest messages are at the end. */
export function readLast() {
  const log = document.getElementById("chat-list")?.parentElement;
  if (log) log.scrollTop = log.scrollHeight;
}

/** Adds a message, or draws one over again that is there. Whoever reads further up stays there. */
export function say(html: string) {
  const list = document.getElementById("chat-list");
  const log = list?.parentElement;
  if (!list || !log) return;
  const below = log.scrollHeight - log.scrollTop - log.clientHeight;
  for (const message of elements(html)) {
    const known = document.getElementById(message.id);
    if (known) known.replaceWith(message);
    else list.append(message);
  }
  while (list.childElementCount > messages_max) list.firstElementChild!.remove();
  if (below < near_pixels) log.scrollTop = log.scrollHeight;
}
