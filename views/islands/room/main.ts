import { Chat } from "./chat.ts";
import { Connection, type State } from "./connection.ts";
import { followShow } from "./live.ts";
import { wordsOf } from "./words.ts";

/** Enters the room of the show that the page belongs to: its chat, where it has one, and its state. */
export function enter(page: HTMLElement): void {
  const connection = new Connection(page.dataset.room!);
  const words = wordsOf(page);
  tellConnection(connection, words.states);
  const chat = document.getElementById("chat-list");
  if (chat) new Chat(chat as HTMLOListElement, connection, words);
  followShow(connection, words);
}

/** Says in words whether the page follows its show, also when the page was drawn anew. */
function tellConnection(connection: Connection, states: Record<State, string>) {
  let now: State = "connecting";
  function tell() {
    const place = document.querySelector<HTMLElement>("[data-live-state]");
    if (!place || place.textContent === states[now]) return;
    place.dataset.state = now;
    place.textContent = states[now];
  }
  connection.onState((state) => {
    now = state;
    tell();
  });
  document.addEventListener("htmx:after:swap", tell);
}
