import { equal } from "node:assert/strict";
import { endLost } from "../../src/media/deadlines.ts";
import type { Database } from "../../src/platform.ts";
import { rush } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { race } from "./race.ts";
import { rewrite } from "./unprotected.ts";

const shows = 8;

/** Shows on air whose signal is lost, and the moment at which they end without it. */
async function lostShows(database: Database, ms: number): Promise<string[]> {
  const scenes = [];
  for (let n = 0; n < shows; n++) scenes.push(await setScene(database, { stock: [] }));
  const ids = scenes.map(({ showId }) => showId);
  await database.query(
    `with keys as (
       insert into publish_keys (show_id, hash) select id, 'key' from unnest($1::uuid[]) as id
     )
     insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at, lost_at,
       ends_at)
     select id, 'lost', 'gone', 'server', 'service', 1, now(), now(),
       now() + make_interval(secs => $2::float8 / 1000)
     from unnest($1::uuid[]) as id`,
    [ids, ms],
  );
  return ids;
}

async function knock(database: Database, showId: string, client: string): Promise<boolean> {
  const [row] = await database.query<{ answer: { turn?: number } }>(
    "select publish($1, 'key', 'server', 'service', $2, null, 24, 5) as answer",
    [showId, client],
  );
  return row!.answer.turn !== undefined;
}

race("at its last moment a show ends or gets its picture back, never both", {
  async unprotect(database) {
    const lock = "for no key update";
    await rewrite(
      database,
      "publish(uuid, bytea, text, text, text, text, int, int)",
      `where w.id = show ${lock}`,
      "where w.id = show",
    );
    await rewrite(database, "end_lost_shows(int)", `order by id ${lock}`, "order by id");
  },
  async run(database) {
    const ids = await lostShows(database, 130);
    const letIn = await rush(database, async (n) => {
      const showId = ids[n % shows]!;
      if (Math.floor(n / shows) % 2 === 0) await endLost(database);
      return await knock(database, showId, `client ${n}`);
    });
    await endLost(database);
    for (const [n, id] of ids.entries()) {
      const [row] = await database.query<{ state: string; signal: string; turn: number }>(
        `select w.state, g.state as signal, g.turn from shows w join signals g on g.show_id = w.id
         where w.id = $1`,
        [id],
      );
      const { state, signal, turn } = row!;
      const came = letIn.filter((isIn, client) => isIn && client % shows === n).length;
      equal(`${state} ${signal}`, came > 0 ? "live on" : "ended lost");
      equal(came <= 1, true, `${came} were let in at once`);
      equal(turn, 1 + came);
    }
  },
});
