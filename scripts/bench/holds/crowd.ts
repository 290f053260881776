/** Shoppers over HTTP, in a process of their own: `crowd.ts <file>` prints what they got. */
import { uuidv7 } from "uuidv7";
import { measure, type Stretch } from "../measure.ts";
import { KeptAlive } from "./kept_alive.ts";

export interface Crowd extends Stretch {
  readonly origin: string;
  readonly variantId: string;
  /** An access token for each request to come. */
  readonly tokens: readonly string[];
}

if (import.meta.main) {
  const crowd: Crowd = JSON.parse(await Deno.readTextFile(Deno.args[0]!));
  const { hostname, port } = new URL(crowd.origin);
  const lines = await Promise.all(
    Array.from({ length: crowd.clients }, () => KeptAlive.open(hostname, Number(port))),
  );
  let turn = 0;
  const measured = await measure(async (client) => {
    const token = crowd.tokens[turn++];
    if (!token) throw new Error("the bench ran out of people");
    const { status, body } = await lines[client]!.post("/api/holds", {
      authorization: `Bearer ${token}`,
      origin: crowd.origin,
      "content-type": "application/json",
      "idempotency-key": uuidv7(),
    }, JSON.stringify({ variantId: crowd.variantId, quantity: 1, waitlist: turn % 2 === 0 }));
    const answer = JSON.parse(body);
    return status === 201 ? answer.state : answer.code;
  }, crowd);
  lines.forEach((line) => line.close());
  console.log(JSON.stringify(measured));
}
