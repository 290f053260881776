import * as Y from "yjs";
import type { Message } from "../../views/shop/types.ts";
import { messages_on_joining } from "../limits.ts";

/** What stands in the chat: `doc.getArray("chat")` holds these, and nothing else about people. */
export interface ChatItem {
  readonly id: string;
  /** The place that the archive gave it. Readers order by it. */
  readonly n: number;
  /** Absent: somebody said it. */
  readonly kind?: "announced";
  /** The display name of who says it. */
  readonly name: string;
  readonly text: string;
  /** Seconds since 1970 */
  readonly at: number;
  /** Absent: not the shop itself speaks. */
  readonly fromSeller?: true;
}

/** A message as the chat holds it: short, for it goes out to everybody. */
export function chatItem({ id, n, kind, name, text, at, fromSeller }: Message): ChatItem {
  return {
    ...{ id, n, name, text, at: Math.floor(Date.parse(at) / 1000) },
    ...(kind === "announced" && { kind }),
    ...(fromSeller && { fromSeller }),
  };
}

export interface ChatChange {
  readonly add?: readonly ChatItem[];
  /** Ids of what is taken away. */
  readonly remove?: readonly string[];
}

/**
 * The document of a room: the last messages of its chat. Everything in it was written by servers.
 *
 * Each author appends behind what it wrote last, alive or deleted, and under an id that nobody had
 * before: what it deletes melts into one run, so that the document grows with how often rooms were
 * opened and not with how much was said. Where an item stands says nothing; `n` does.
 */
export class ChatDocument {
  readonly #doc = new Y.Doc();
  readonly #chat = this.#doc.getArray<ChatItem>("chat");
  readonly #author = crypto.getRandomValues(new Uint32Array(1))[0]!;

  /** What is to be read: in order, each once, the last hundred. */
  get items(): ChatItem[] {
    return readable(this.#chat.toArray());
  }

  has(id: string): boolean {
    return this.#chat.toArray().some((item) => item.id === id);
  }

  /** Whether a message of this place has been, or would be, pushed out by newer ones. */
  isPast(n: number): boolean {
    const items = this.items;
    return items.length >= messages_on_joining && n < items[0]!.n;
  }

  /** Whether merging left something that a reader does not look at. */
  get isUntidy(): boolean {
    return this.#chat.length > this.items.length;
  }

  /**
   * Changes the chat, and deletes what no reader looks at any more.
   * @returns the update, or undefined when nothing changed
   */
  author({ add = [], remove = [] }: ChatChange): Uint8Array | undefined {
    return this.#changed((transaction) => {
      const gone = new Set(remove);
      const before = this.#chat.toArray();
      const known = new Set(before.map(({ id }) => id));
      const fresh = add.filter(({ id }) => !known.has(id) && !gone.has(id));
      const kept = new Set(readable([...before.filter(({ id }) => !gone.has(id)), ...fresh]));
      for (let index = before.length - 1; index >= 0; index--) {
        if (!kept.has(before[index]!)) this.#chat.delete(index);
      }
      this.#append(transaction, fresh.filter((item) => kept.has(item)));
    });
  }

  /**
   * Takes in what another process authored, or what was stored. In any order, as often as it comes.
   * @returns what of it was news; what builds upon something that is missing is so once that is there
   */
  merge(update: Uint8Array): Uint8Array[] {
    const news: Uint8Array[] = [];
    const hear = (update: Uint8Array) => void news.push(update);
    this.#doc.on("update", hear);
    try {
      Y.applyUpdate(this.#doc, update);
    } finally {
      this.#doc.off("update", hear);
    }
    return news;
  }

  /** How much of each author there is, as Yjs encodes it. */
  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What somebody with this state vector is missing; without one, everything. */
  missing(stateVector?: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #changed(change: (transaction: Y.Transaction) => void): Uint8Array | undefined {
    let changed: Uint8Array | undefined;
    const hear = (update: Uint8Array) => changed = update;
    this.#doc.on("update", hear);
    // Not `local`: items are placed by hand below, and Yjs must not trust what it remembers of
    // places.
    Y.transact(this.#doc, change, this, false);
    this.#doc.off("update", hear);
    return changed;
  }

  #append(transaction: Y.Transaction, items: readonly ChatItem[]) {
    if (items.length === 0) return;
    const { store } = this.#doc;
    const clock = Y.getState(store, this.#author);
    const left = clock > 0 ? Y.getItem(store, Y.createID(this.#author, clock - 1)) : this.#end();
    const right = left && left.right;
    new Y.Item(
      Y.createID(this.#author, clock),
      left,
      left && left.lastId,
      right,
      right && right.id,
      this.#chat,
      null,
      new Y.ContentAny([...items]),
    ).integrate(transaction, 0);
  }

  #end(): Y.Item | null {
    let end = this.#chat._start;
    while (end?.right) end = end.right;
    return end;
  }
}

/** Of what stands in a chat, what is to be read. A merge can bring a message twice. */
function readable(items: readonly ChatItem[]): ChatItem[] {
  const once = new Map<string, ChatItem>();
  for (const item of items) if (!once.has(item.id)) once.set(item.id, item);
  return [...once.values()].sort((one, other) => one.n - other.n).slice(-messages_on_joining);
}
