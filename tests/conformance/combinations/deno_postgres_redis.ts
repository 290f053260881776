import { RoundRobin } from "../../support/round_robin.ts";
import { Troupe, troupeMissing } from "../../support/troupe.ts";
import type { Combination } from "../combination.ts";
import { newSecret } from "../secret.ts";

const processes = 2;

export const denoPostgresRedis: Combination = {
  name: "2 × Deno, PostgreSQL, Redis",
  missing: troupeMissing,
  async open() {
    const { secret, key } = await newSecret();
    const troupe = await Troupe.open(processes, { SECRET: secret, TRUSTED_PROXIES: "127.0.0.1" });
    const proxy = await RoundRobin.open(troupe.shops.map(({ port }) => port));
    let turn = 0;
    return {
      origin: proxy.origin,
      called: { origin: troupe.shops[0]!.origin, key },
      restart: () => troupe.shops[turn++ % processes]!.restart(),
      inspect: (look) => look(troupe.fresh.database),
      async [Symbol.asyncDispose]() {
        await proxy[Symbol.asyncDispose]();
        await troupe[Symbol.asyncDispose]();
      },
    };
  },
};
