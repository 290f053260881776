import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { AskedBySeller } from "../../../src/db/answer_once.ts";
import type { Outcome } from "../../../src/errors.ts";
import { makePublishKey } from "../../../src/media/publish_key.ts";
import type { Configuration, Database } from "../../../src/platform.ts";
import { anyDatabase } from "../../support/databases.ts";
import { type Scene, setScene } from "../../support/scene.ts";

const media = {
  publishUrl: "rtmp://media.test/live",
  playUrl: "http://play.test",
  apiUrl: "http://api.test",
  hookToken: "a-token-of-the-hooks",
};
const secret = (id: string) => ({ id, bytes: new Uint8Array(32).fill(id.charCodeAt(0)) });

/** A shop that makes keys, under secrets of the test's own. */
function shop(database: Database, configuration: Partial<Configuration> = {}) {
  const { secrets = { current: secret("1") } } = configuration;
  const all = { media, ...configuration, secrets } as Configuration;
  return { platform: { database, configuration: all } } as Parameters<typeof makePublishKey>[0];
}

const by = ({ ownerId: personId, sellerId }: Scene): AskedBySeller => ({
  personId,
  sellerId,
  requestId: uuidv7(),
});

function made<Made>(outcome: Outcome<Made>): Made {
  if (outcome.refusal) throw new Error(outcome.refusal.code);
  return outcome;
}

anyDatabase(
  "a key is made for a show, told again to the same request, and kept by nobody",
  async (database) => {
    const scene = await setScene(database, { stock: [] });
    const asked = by(scene);
    const first = made(await makePublishKey(shop(database), asked, scene.showId));
    match(first.key, /^[\w-]{43}$/);
    deepEqual([first.server, first.stream], [
      "rtmp://media.test/live",
      `${scene.showId}?key=${first.key}`,
    ]);
    deepEqual(await makePublishKey(shop(database), asked, scene.showId), first);
    const next = { current: secret("2"), previous: secret("1") };
    deepEqual(await makePublishKey(shop(database, { secrets: next }), asked, scene.showId), first);

    const [row] = await database.query<{ digest: string; keys: number; audits: number }>(
      `select encode(hash, 'hex') = encode(sha256($1::bytea), 'hex') as digest,
         (select count(*)::int from publish_keys) as keys,
         (select count(*)::int from audit where verb = 'make_publish_key' and subject = $2
          and actor_id = $3) as audits
       from publish_keys`,
      [`\\x${new TextEncoder().encode(first.key).toHex()}`, scene.showId, scene.ownerId],
    );
    deepEqual(row, { digest: true, keys: 1, audits: 1 });
  },
);

anyDatabase("another request makes another key in its place", async (database) => {
  const scene = await setScene(database, { stock: [] });
  const make = async () => made(await makePublishKey(shop(database), by(scene), scene.showId));
  const hash = async () =>
    (await database.query("select encode(hash, 'hex') from publish_keys"))[0];
  const first = await make();
  const before = await hash();
  notEqual((await make()).key, first.key);
  notEqual(JSON.stringify(await hash()), JSON.stringify(before));
  equal((await database.query("select from audit")).length, 2);
});

anyDatabase("keys are made for shows of one's own that are not over", async (database) => {
  const scene = await setScene(database, { stock: [] });
  const other = await setScene(database, { stock: [] });
  const code = async (asked: AskedBySeller, showId: string, given = shop(database)) =>
    (await makePublishKey(given, asked, showId)).refusal?.code;
  equal(await code(by(scene), other.showId), "NOT_YOURS");
  equal(await code(by(scene), uuidv7()), "NOT_YOURS");
  equal(await code(by(scene), scene.showId, shop(database, { media: undefined })), "UNAVAILABLE");
  for (const state of ["ended", "cancelled"]) {
    await database.query("update shows set state = $1", [state]);
    equal(await code(by(scene), scene.showId), "SHOW_STATE");
  }
  ok((await database.query("select from publish_keys union all select from audit")).length === 0);

  await database.query("update shows set state = 'scheduled'");
  const asked = by(scene);
  equal(await code(asked, scene.showId), undefined);
  equal(
    await code({ ...by(other), ...asked, sellerId: other.sellerId }, other.showId),
    "IDEMPOTENCY_MISMATCH",
  );
});
