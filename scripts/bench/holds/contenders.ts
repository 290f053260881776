import { uuidv7 } from "uuidv7";
import { postgres } from "../../../edge/database/postgres.ts";
import { hold, holdGate, type HoldRequest } from "../../../src/stock/mod.ts";
import { type Measure, measure, type Stretch } from "../measure.ts";
import { Rival } from "./rival.ts";
import { openWholeShop } from "./whole_shop.ts";
import type { Stage } from "./stage.ts";

/** A way to hold a unit of the stage's variant. */
export interface Contender {
  /** Lets clients hold for one new person after another; every other would wait in line. */
  rush(people: readonly string[], stretch: Stretch): Promise<Measure>;
  close(): Promise<void>;
}

/** Clients of the database itself have a connection each; the gate has what the shop has. */
export const connections = { clients: 64, gate: 10 };

export const contenders = {
  "an interactive transaction": (stage: Stage): Contender => {
    const rival = new Rival(stage.url, connections.clients, stage.variantId);
    return inThisProcess((personId) => rival.hold(personId), rival);
  },

  "our statement": ({ url, variantId }: Stage): Contender => {
    const database = postgres(url, { connections_max: connections.clients });
    return inThisProcess(async (personId, waitlist) => {
      const [outcome] = await hold(database, [request(personId, variantId, waitlist)]);
      return outcome!.refusal?.code ?? (outcome as { state: string }).state;
    }, database);
  },

  "the gate": ({ url, variantId }: Stage): Contender => {
    const database = postgres(url, { connections_max: connections.gate });
    const pass = holdGate(database);
    return inThisProcess(async (personId, waitlist) => {
      const outcome = await pass(request(personId, variantId, waitlist));
      return outcome.refusal ? outcome.refusal.code : outcome.state;
    }, database);
  },

  "the whole shop over HTTP": openWholeShop,
} satisfies Record<string, (stage: Stage) => Contender | Promise<Contender>>;

function inThisProcess(
  hold: (personId: string, waitlist: boolean) => Promise<string>,
  behind: { close(): Promise<void> },
): Contender {
  return {
    rush(people, stretch) {
      let turn = 0;
      return measure(() => {
        const personId = people[turn++];
        if (!personId) throw new Error("the bench ran out of people");
        return hold(personId, turn % 2 === 0);
      }, stretch);
    },
    close: () => behind.close(),
  };
}

function request(personId: string, variantId: string, waitlist: boolean): HoldRequest {
  return { personId, variantId, requestId: uuidv7(), holdId: uuidv7(), quantity: 1, waitlist };
}
