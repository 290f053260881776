import { uuidv7 } from "uuidv7";
import { migrate } from "../../../edge/database/migrate.ts";
import { postgres } from "../../../edge/database/postgres.ts";
import { providePostgres } from "../../provide/postgres.ts";
import { serve, type Served } from "../servers.ts";
import { newSecret, signedIn } from "../signed_in.ts";

/** The application with a show on air, on a PostgreSQL that waits for the disk at each commit. */
export interface RoomStage extends Served {
  readonly showId: string;
  /** Access tokens of people who may speak. */
  readonly tokens: readonly string[];
}

/** Each may say two messages a second. */
const speakers = 150;

export async function openRoom(): Promise<RoomStage> {
  const cluster = await providePostgres({ durable: true });
  const database = postgres(cluster.url, { connections_max: 1 });
  await migrate(database);
  const [owner = "", ...people] = Array.from({ length: speakers + 1 }, uuidv7);
  const [sellerId, showId] = [uuidv7(), uuidv7()];
  await database.query(
    `insert into people (id, email, display_name)
     select id, id || '@example.com', 'Somebody' from unnest($1::uuid[]) id`,
    [[owner, ...people]],
  );
  await database.query(
    `insert into sessions (id, person_id, expires_at)
     select id, id, now() + interval '1 day' from unnest($1::uuid[]) id`,
    [people],
  );
  await database.script(`
    insert into sellers (id, person_id, name, approved_at)
      values ('${sellerId}', '${owner}', 'Shop', now());
    insert into shows (id, seller_id, title, state, starts_at, started_at)
      values ('${showId}', '${sellerId}', 'Live', 'live', now(), now());`);
  await database.close();

  const secret = newSecret();
  const dataDir = await Deno.makeTempDir({ prefix: "maru-bench-" });
  const served = await serve("edge/deno.ts", "/readyz", {
    DATABASE_URL: cluster.url,
    DATA_DIR: dataDir,
    SECRET: secret,
    RATE_LIMITS: "off",
  });
  return {
    ...served,
    showId,
    tokens: await signedIn(people, secret),
    async stop() {
      await served.stop();
      await cluster.stop();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}
