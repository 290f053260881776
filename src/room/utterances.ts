import type { Message } from "../../views/shop/types.ts";
import { sayAll, type Utterance } from "../chat/say.ts";
import type { Outcome } from "../errors.ts";
import {
  room_batch_utterances_max,
  room_gather_ms,
  room_waiting_utterances_max,
} from "../limits.ts";
import type { Database } from "../platform.ts";
import { Gate } from "../stock/gate.ts";
import { type ChatItem, chatItem } from "./document.ts";
import { Pause } from "./gather.ts";

/**
 * What is said in one room: at once when it is quiet, gathered when it is not. Each batch is in the
 * archive and shown to the room before anybody gets an answer.
 */
export class Utterances {
  #pause = new Pause();
  #began = 0;
  #gate: Gate<Utterance, Message>;

  constructor(database: Database, show: (items: ChatItem[]) => Promise<void>) {
    this.#gate = new Gate(
      async (batch) => {
        this.#began = performance.now();
        const said = await sayAll(database, batch);
        await show(said.flatMap(freshItem));
        return said.map(({ outcome }) => outcome);
      },
      {
        key: ({ id }) => id,
        batchMax: room_batch_utterances_max,
        waitingMax: room_waiting_utterances_max,
        rest: () => this.#pause.for(room_gather_ms - (performance.now() - this.#began)),
      },
    );
  }

  /** Refusals: those of `say`, and UNAVAILABLE when too many wait. */
  pass(utterance: Utterance): Promise<Outcome<Message>> {
    return this.#gate.pass(utterance);
  }

  stop(): void {
    this.#pause.stop();
  }
}

/** What was said before has been shown, or taken away since. */
function freshItem(
  { fresh, outcome }: { fresh: boolean; outcome: Outcome<Message> },
): ChatItem[] {
  if (!fresh || outcome.refusal) return [];
  return [chatItem(outcome)];
}
