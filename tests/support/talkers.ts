import { uuidv7 } from "uuidv7";
import { messages_per_person } from "../../src/limits.ts";
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";

/** Something that was said, and the place that it was given if somebody was told so. */
export interface Spoken {
  readonly id: string;
  readonly text: string;
  readonly by: Person;
  n?: number;
  /** It was not answered, and not tried again: nobody knows. */
  abandoned?: boolean;
}

export interface TalkersOptions {
  readonly origins: readonly string[];
  readonly showId: string;
  /** Enough that nobody says more than the shop lets them. */
  readonly people: readonly Person[];
  readonly messages: number;
  readonly random: Random;
}

const at_once = 24;
const again_ms = 100;
const patience_ms = 1_000;
const abandoned_share = 0.1;

/** How many people it takes to say so much in a short while. */
export function talkersFor(messages: number): number {
  return Math.ceil(messages / (messages_per_person - 1));
}

/** People who say something each, at whichever process, and again until they are answered. */
export class Talkers {
  readonly spoken: Spoken[] = [];
  #acknowledged = 0;
  #waiting = new Set<() => void>();
  #over = false;

  constructor(private readonly options: TalkersOptions) {}

  get acknowledged(): Spoken[] {
    return this.spoken.filter(({ n }) => n !== undefined);
  }

  get over(): boolean {
    return this.#over;
  }

  async talk(): Promise<void> {
    await Promise.all(Array.from({ length: at_once }, () => this.#talk()));
    this.#over = true;
    this.#waiting.forEach((wake) => wake());
  }

  /** Settles when so many more are acknowledged, or nobody talks any more. */
  async after(more: number): Promise<void> {
    const enough = this.#acknowledged + more;
    while (!this.#over && this.#acknowledged < enough) {
      await new Promise<void>((wake) => this.#waiting.add(wake));
    }
  }

  async #talk() {
    const { people, messages } = this.options;
    while (this.spoken.length < messages) {
      const id = uuidv7();
      const by = people[this.spoken.length % people.length]!;
      const spoken: Spoken = { id, text: `message ${id}`, by };
      this.spoken.push(spoken);
      await this.#say(spoken);
    }
  }

  async #say(spoken: Spoken) {
    const { origins, random } = this.options;
    while (spoken.n === undefined && !spoken.abandoned) {
      const answered = await this.#send(spoken, random.oneOf(origins));
      if (answered) continue;
      if (random.next() < abandoned_share) spoken.abandoned = true;
      else await new Promise((rested) => setTimeout(rested, again_ms));
    }
  }

  /** @returns whether it was answered with success */
  async #send(spoken: Spoken, origin: string): Promise<boolean> {
    const { id, text, by } = spoken;
    try {
      const answer = await fetch(`${origin}/api/shows/${this.options.showId}/messages`, {
        method: "POST",
        headers: { origin, cookie: by.cookies.header, "content-type": "application/json" },
        body: JSON.stringify({ id, text }),
        signal: AbortSignal.timeout(patience_ms),
      });
      const body = await answer.json();
      if (answer.status !== 201) {
        if (answer.status < 500) throw new Error(`${answer.status} ${JSON.stringify(body)}`);
        return false;
      }
      spoken.n = body.n;
    } catch (error) {
      // The process died before it had answered, or hangs.
      const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
      if (!isTimeout && !(error instanceof TypeError)) throw error;
      return false;
    }
    this.#acknowledged++;
    this.#waiting.forEach((wake) => wake());
    this.#waiting.clear();
    return true;
  }
}
