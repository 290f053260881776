import pg from "pg";
import { room_gather_ms } from "../../src/limits.ts";
import type { ChatItem } from "../../src/room/document.ts";
import { allAgree, everyOneOnce, onlyWhatIsArchived, readArchive } from "../support/agreement.ts";
import { assertInvariants } from "../support/invariants.ts";
import { mischief } from "../support/mischief.ts";
import { Person } from "../support/person.ts";
import { Random } from "../support/random.ts";
import { RoomReader } from "../support/room_reader.ts";
import { setScene } from "../support/scene.ts";
import { Talkers, talkersFor } from "../support/talkers.ts";
import { Troupe, troupeMissing } from "../support/troupe.ts";

const messages = Number(Deno.env.get("ROOMS_MESSAGES") ?? 10_000);
const seed = Number(Deno.env.get("ROOMS_SEED") ?? crypto.getRandomValues(new Uint32Array(1))[0]);
const processes = 3;
const readers_each = 2;
const sign_in_at_once = 16;
/** Few enough that all of them are in the rooms at the end, whoever died before they got there. */
const last_words = 80;

Deno.test({
  name: "what was acknowledged stands once and in one order, whatever happens to the processes" +
    (troupeMissing && ` (skipped: no ${troupeMissing})`),
  ignore: troupeMissing !== "",
  async fn() {
    console.log(`${messages} messages; the same again: ROOMS_SEED=${seed}`);
    const seeds = new Random(seed);
    const random = () => new Random(seeds.between(0, 2 ** 32 - 1));
    await using troupe = await Troupe.open(processes);
    const { shops, redis, fresh: { database } } = troupe;
    const numbers = [messages, last_words, last_words];
    const shoppers = numbers.map(talkersFor).reduce((all, some) => all + some);
    const { showId, shopperIds } = await setScene(database, { stock: [], shoppers });
    const origins = shops.map(({ origin }) => origin);
    const people = await signIn(origins[0]!, shopperIds);
    const [crowd, ...later] = numbers.map((messages) =>
      new Talkers({
        ...{ origins, showId, messages, random: random() },
        people: people.splice(0, talkersFor(messages)),
      })
    );

    await using stack = new AsyncDisposableStack();
    const comes = (origin: string) => stack.use(new RoomReader(origin, showId));
    const readers = origins.map((at) => Array.from({ length: readers_each }, () => comes(at)));
    const seen = readers.flat().map(watch);
    await Promise.all(readers.flat().map((reader) => reader.synced()));
    const viewers = seen.length;
    for (const reader of readers.flat()) {
      await reader.reads((reader) => reader.state("viewers")[0]?.now === viewers);
    }

    const begun = Date.now();
    const [, done] = await Promise.all([
      crowd!.talk(),
      mischief({ database, redis, shops, readers, talkers: crowd! }, random),
    ]);
    report(crowd!, done, Date.now() - begun);
    const all = [...readers.flat(), ...origins.map(comes)];
    await allAgree(database, showId, all);
    for (const [at, happens] of [redisIsAway, diesHalfway].entries()) {
      await Promise.all([later[at]!.talk(), happens(troupe, later[at]!)]);
      await allAgree(database, showId, all);
    }
    await allAgree(database, showId, origins.map(comes));

    const archive = await readArchive(database, showId);
    everyOneOnce([crowd!, ...later].flatMap(({ spoken }) => spoken), archive);
    seen.forEach((items) => onlyWhatIsArchived(items, archive));
    await assertInvariants(database);
  },
});

async function signIn(origin: string, ids: readonly string[]): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < ids.length) {
    const some = ids.slice(people.length, people.length + sign_in_at_once);
    const introduced = some.map((id) => Person.signedIn(origin, { email: `${id}@example.com` }));
    people.push(...await Promise.all(introduced));
  }
  return people;
}

/** Keeps whatever a reader is ever shown. */
function watch({ doc }: RoomReader): ChatItem[] {
  const seen: ChatItem[] = [];
  doc.getArray<ChatItem>("chat").observe(({ changes }) => {
    for (const { insert } of changes.delta) if (insert) seen.push(...insert as ChatItem[]);
  });
  return seen;
}

/** The outbox alone brings everything. */
async function redisIsAway({ redis }: Troupe, talkers: Talkers) {
  await redis.kill();
  await talkers.after(last_words);
  await redis.start();
}

/** All have archived something and cannot show it; one of them never will. */
async function diesHalfway({ shops, fresh: { url, database } }: Troupe, talkers: Talkers) {
  await talkers.after(last_words / 2);
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  await holder.query("begin; lock table room_updates in share mode");
  const waiting = "from pg_locks where relation = 'room_updates'::regclass and not granted";
  while ((await database.query(`select ${waiting}`)).length < processes) await rest(10);
  await rest(2 * room_gather_ms);
  await shops[1]!.kill("SIGKILL");
  // PostgreSQL would do for the dead what they have asked for.
  await database.query(`select pg_terminate_backend(pid) ${waiting}`);
  await holder.end();
  await shops[1]!.start();
}

function rest(ms: number): Promise<void> {
  return new Promise((rested) => setTimeout(rested, ms));
}

function report({ spoken, acknowledged }: Talkers, done: readonly string[], ms: number) {
  const counts = [...new Set(done)].map((what) =>
    `${what} ${done.filter((one) => one === what).length}`
  );
  const abandoned = spoken.filter((one) => one.abandoned).length;
  console.log(`${acknowledged.length} acknowledged, ${abandoned} abandoned, ${ms} ms: ${counts}`);
}
