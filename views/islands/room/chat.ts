import type { Connection } from "./connection.ts";
import { Form } from "./form.ts";
import { drawMessage, type Item, wake } from "./message.ts";
import { News } from "./news.ts";
import { Pending } from "./pending.ts";
import { Scroll } from "./scroll.ts";
import type { Words } from "./words.ts";

const kept_max = 500;

/** The chat of a page: what the room's document holds, what has left it since, and one's own. */
export class Chat {
  #known = new Map<string, Item>();
  /** Up to here everything has been shown; before the first time nothing has. */
  #last = -1;
  #scroll: Scroll;
  #news: News;
  #pending: Pending;
  #form: Form;
  #synced = false;

  constructor(
    list: HTMLOListElement,
    connection: Connection,
    words: Words,
  ) {
    const name = document.body.dataset.me ?? "";
    this.#scroll = new Scroll(
      list,
      (item) => drawMessage(words, item),
      wake,
      (atEnd) => atEnd && this.#news.seen(),
    );
    this.#news = new News(list.parentElement!, words, () => this.#scroll.toEnd());
    this.#pending = new Pending(
      connection,
      words,
      () => this.#show(name, true),
      (text, reason) => this.#form.giveBack(text, reason),
    );
    this.#form = new Form(location.pathname, (text) => this.#say(text));
    const chat = connection.doc.getArray<Item>("chat");
    chat.observe(() => {
      this.#take(chat.toArray());
      this.#show(name);
    });
    connection.onSync(() => {
      this.#synced = true;
      this.#take(chat.toArray());
      this.#show(name);
      this.#pending.again();
    });
    connection.onLost(() => this.#synced && this.#show(name));
    list.parentElement!.scrollTop = list.parentElement!.scrollHeight;
  }

  /** Once the room has been here, what is said waits for it rather than being sent elsewhere. */
  #say(text: string): boolean {
    if (!this.#synced) return false;
    this.#pending.say(text);
    return true;
  }

  /** What newer messages pushed out stays to be read; what a moderator took away does not. */
  #take(items: readonly Item[]) {
    const standing = new Set(items.map(({ id }) => id));
    const oldest = items.reduce((least, { n }) => Math.min(least, n), Infinity);
    for (const [id, { n }] of this.#known) {
      if (!standing.has(id) && n >= oldest) this.#known.delete(id);
    }
    if (items.length === 0) this.#known.clear();
    for (const item of items) if (!this.#known.has(item.id)) this.#known.set(item.id, item);
  }

  #show(name: string, own = false) {
    if (!this.#synced) return;
    const items = [...this.#known.values()].sort((one, other) => one.n - other.n).slice(-kept_max);
    this.#known = new Map(items.map((item) => [item.id, item]));
    const fresh = this.#last >= 0 ? items.filter(({ n }) => n > this.#last) : [];
    if (own) this.#scroll.toEnd();
    const pending = this.#pending.items(new Set(this.#known.keys()), name);
    this.#scroll.show([...items, ...pending]);
    this.#last = Math.max(this.#last, items.at(-1)?.n ?? 0);
    this.#news.tell(fresh, this.#scroll.isAtEnd);
  }
}
