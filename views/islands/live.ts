/**
 * Follows a show. The stream brings fragments, each drawn over the element with its id; messages,
 * which join the chat; the ids of what is gone; and the word that the page itself has changed.
 */
import { readLast, say } from "./live/chat.ts";
import { drawOver, remove } from "./live/draw.ts";
import { follow } from "./live/follow.ts";

const show = document.querySelector<HTMLElement>("[data-live]");
readLast();
if (show) {
  follow(show, {
    fragment: drawOver,
    chat: say,
    gone: remove,
  });
}
