import { type Outcome, refuse } from "../errors.ts";
import { DatabaseError } from "../platform.ts";

interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly settle: (answer: Outcome<Answer>) => void;
  readonly fail: (error: unknown) => void;
}

export interface GateOptions<Request> {
  /** A batch holds at most one request of each key; the others wait for the next. */
  readonly key: (request: Request) => string;
  readonly batchMax: number;
  readonly waitingMax: number;
  /** Lets time pass between one batch and the next, so that fewer and larger ones go out. */
  readonly rest?: () => Promise<void>;
}

/**
 * Gathers the requests that arrive while a statement is under way into the next one, so that a
 * rush costs a statement a batch and not a statement a shopper. Nobody waits for company: a
 * request that finds the gate idle goes at once.
 */
export class Gate<Request, Answer> {
  #waiting: Waiting<Request, Answer>[] = [];
  #busy = false;

  constructor(
    private readonly serve: (batch: Request[]) => Promise<Outcome<Answer>[]>,
    private readonly options: GateOptions<Request>,
  ) {}

  pass(request: Request): Promise<Outcome<Answer>> {
    if (this.#waiting.length >= this.options.waitingMax) {
      return Promise.resolve(refuse("UNAVAILABLE", { retryAfterMs: 1000 }));
    }
    return new Promise((settle, fail) => {
      this.#waiting.push({ request, settle, fail });
      if (!this.#busy) this.#run();
    });
  }

  async #run() {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      await this.#settle(this.#nextBatch());
      await turnOfTheLoop();
      await this.options.rest?.();
    }
    this.#busy = false;
  }

  #nextBatch() {
    const batch: Waiting<Request, Answer>[] = [];
    const later: Waiting<Request, Answer>[] = [];
    const keys = new Set<string>();
    for (const one of this.#waiting) {
      const key = this.options.key(one.request);
      if (batch.length < this.options.batchMax && !keys.has(key)) batch.push(one);
      else later.push(one);
      keys.add(key);
    }
    this.#waiting = later;
    return batch;
  }

  async #settle(batch: Waiting<Request, Answer>[]) {
    try {
      const answers = await this.serve(batch.map((one) => one.request));
      batch.forEach((one, at) => one.settle(answers[at]!));
    } catch (error) {
      if (batch.length > 1 && concernsOne(error)) {
        for (const one of batch) await this.#settle([one]);
      } else {
        batch.forEach((one) => one.fail(error));
      }
    }
  }
}

// What is ready comes first: answers go out, and who asks again is in time for the next batch. A
// timer would wait for a millisecond or two.
function turnOfTheLoop(): Promise<void> {
  return new Promise((turned) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      port2.close();
      turned();
    };
    port2.postMessage(null);
  });
}

// A violated constraint, bad input or a deadlock comes from one request; the others must not
// suffer for it.
function concernsOne(error: unknown) {
  return error instanceof DatabaseError && /^(22|23|40)/.test(error.sqlState);
}
