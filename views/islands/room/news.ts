import type { Item } from "./message.ts";
import { fill, type Words } from "./words.ts";

const said_ms = 3000;

/** What came while somebody reads further up, and what came for those who listen. */
export class News {
  #marker = document.createElement("button");
  #said = document.createElement("p");
  #unread = 0;
  #unsaid: Item[] = [];
  #timer?: ReturnType<typeof setTimeout>;

  constructor(log: HTMLElement, private readonly words: Words, toEnd: () => void) {
    this.#marker.type = "button";
    this.#marker.className = "button button-small chat-more";
    this.#marker.hidden = true;
    this.#marker.addEventListener("click", () => {
      toEnd();
      this.seen();
      log.focus({ preventScroll: true });
    });
    this.#said.className = "hidden-text";
    this.#said.setAttribute("role", "status");
    log.after(this.#marker, this.#said);
  }

  tell(fresh: readonly Item[], isSeen: boolean): void {
    if (fresh.length === 0) return;
    if (!isSeen) {
      this.#unread += fresh.length;
      this.#marker.textContent = fill(this.words.newMessages, this.#unread);
      this.#marker.hidden = false;
    }
    this.#unsaid.push(...fresh);
    this.#timer ??= setTimeout(() => this.#say(), said_ms);
  }

  seen(): void {
    this.#unread = 0;
    this.#marker.hidden = true;
  }

  /** One is read out; many would never end. */
  #say() {
    this.#timer = undefined;
    const all = this.#unsaid.splice(0);
    const [one] = all;
    this.#said.textContent = all.length === 1
      ? fill(this.words.says, one!.name, one!.text)
      : fill(this.words.newMessages, all.length);
  }
}
