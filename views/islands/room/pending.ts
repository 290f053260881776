import { identity } from "../shop/identity.ts";
import type { Answer, Connection } from "./connection.ts";
import type { Item } from "./message.ts";
import { sentenceOf, type Words } from "./words.ts";

interface Own {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Nobody else sees it before a moderator has. */
  heldBack?: boolean;
}

/**
 * What this page has said and the room does not show yet. It is sent again after each gap, under
 * the same id, so that it is said once.
 */
export class Pending {
  #own: Own[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly words: Words,
    private readonly changed: () => void,
    private readonly givenBack: (text: string, reason: string) => void,
  ) {
    connection.onAnswer((answer) => this.#hear(answer));
  }

  say(text: string): void {
    const one: Own = { id: identity(), text, at: Date.now() / 1000 };
    this.#own.push(one);
    this.connection.send({ id: one.id, say: text });
    this.changed();
  }

  /** The connection is back. */
  again(): void {
    for (const { id, text, heldBack } of this.#own) {
      if (!heldBack) this.connection.send({ id, say: text });
    }
  }

  /** As the list shows them, behind what the room shows. */
  items(shown: ReadonlySet<string>, name: string): Item[] {
    this.#own = this.#own.filter(({ id }) => !shown.has(id));
    const { heldBack, sending, waiting } = this.words;
    const note = this.connection.isOpen ? sending : waiting;
    return this.#own.map(({ id, text, at, heldBack: held }) => ({
      id,
      n: Infinity,
      name,
      text,
      at,
      note: held ? heldBack : note,
    }));
  }

  #hear({ id, accepted, refused }: Answer) {
    const one = this.#own.find((own) => own.id === id);
    if (!one) return;
    if (accepted?.heldBack) one.heldBack = true;
    if (refused) {
      this.#own = this.#own.filter((own) => own !== one);
      this.givenBack(one.text, sentenceOf(this.words, refused));
    }
    this.changed();
  }
}
