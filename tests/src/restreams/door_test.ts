import { deepEqual, equal, ok } from "node:assert/strict";
import { restream_silent_seconds_max, restream_targets_told_max } from "../../../src/limits.ts";
import type { Sent, Told } from "../../../src/restreams/door.ts";
import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { anyDatabase } from "../../support/databases.ts";
import { media } from "../../support/media.ts";
import type { Person } from "../../support/person.ts";
import { TestApp } from "../../support/test_app.ts";

interface AtDoor {
  readonly app: TestApp;
  readonly seller: Person;
  readonly showId: string;
  /** Tells what the restreamer would tell, and answers what it is told. */
  tell(told?: readonly Partial<Told>[]): Promise<Sent[]>;
  add(wish?: object): Promise<string>;
  standing(id: string): Promise<TargetStanding>;
  change(text: string): Promise<void>;
}

/** A seller on air with a picture, and a place that the show goes on to. */
function atDoor(statement: string, body: (at: AtDoor) => Promise<void>) {
  anyDatabase(statement, async (database) => {
    await using app = new TestApp(database, { configuration: { media } });
    const seller = await app.signedIn({ role: "seller", name: "Haneul" });
    const startsAt = new Date(Date.now() + 3_600_000).toISOString();
    const wish = { title: "Autumn live", startsAt };
    const showId = (await seller.post<{ id: string }>("/api/desk/shows", wish)).body.id;
    await seller.post(`/api/desk/shows/${showId}/airing`);
    await database.query(
      "insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at) " +
        "values ($1, 'on', 'c', 's', 'v', 1, now())",
      [showId],
    );
    const path = "/api/desk/restreams";
    await body({
      app,
      seller,
      showId,
      async tell(targets = []) {
        const door = `/hooks/restreams?token=${media.hookToken}`;
        const answer = await app.guest().post<{ targets: Sent[] }>(door, { targets });
        equal(answer.status, 200, JSON.stringify(answer.body));
        return answer.body.targets;
      },
      async add(wish = {}) {
        const target = { name: "A", service: "youtube", key: "abcd-secret-key", ...wish };
        return (await seller.post<{ id: string }>(path, target)).body.id;
      },
      async standing(id) {
        const { items } = (await seller.get<{ items: TargetStanding[] }>(path)).body;
        return items.find((item) => item.id === id)!;
      },
      change: (text) => app.change(text),
    });
  });
}

const told = ({ id, turn, version }: Sent, more: Partial<Told>): Partial<Told> => ({
  ...{ id, turn, version, state: "running", tries: 0, seconds: 0 },
  ...more,
});

atDoor("what is on air with a picture is to be sent, with its key", async (at) => {
  const { tell, add, showId } = at;
  deepEqual(await tell(), []);
  const id = await add();
  deepEqual(await tell(), [{
    id,
    showId,
    turn: 1,
    version: 1,
    source: `${media.publishUrl}/${showId}`,
    url: "rtmps://a.rtmps.youtube.com/live2",
    key: "abcd-secret-key",
    sound: "copy",
    tries: 0,
  }]);
});

atDoor("nothing is sent that is off, off air, or without a picture", async (at) => {
  const { tell, add, seller, standing, change } = at;
  const id = await add();
  await seller.delete(`/api/desk/restreams/${id}/sending`);
  deepEqual([await tell(), (await standing(id)).standing], [[], "off"]);
  await seller.post(`/api/desk/restreams/${id}/sending`);
  equal((await tell()).length, 1);
  await change("update signals set state = 'lost', lost_at = now()");
  deepEqual([await tell(), (await standing(id)).standing], [[], "signal"]);
  await change("update signals set state = 'on', turn = 2");
  equal((await tell())[0]!.turn, 2);
  await seller.delete(`/api/desk/shows/${at.showId}/airing`);
  deepEqual([await tell(), (await standing(id)).standing], [[], "idle"]);
});

atDoor("the desk sees what is told, and when nobody tells it any more", async (at) => {
  const { tell, add, standing, change } = at;
  const id = await add();
  equal((await standing(id)).standing, "starting");
  const long = `now() - interval '${restream_silent_seconds_max} s'`;
  await change(`update signals set came_at = ${long}`);
  equal((await standing(id)).standing, "unattended");
  const [sent] = await tell();
  await tell([told(sent!, { state: "waiting", tries: 2, reason: "refused" })]);
  const { standing: waiting, tries, reason } = await standing(id);
  deepEqual([waiting, tries, reason], ["waiting", 2, "refused"]);
  // Whoever begins anew goes on counting.
  equal((await tell())[0]!.tries, 2);
  await tell([told(sent!, { seconds: 77 })]);
  const running = await standing(id);
  deepEqual([running.standing, running.seconds, running.reason], ["running", 77, null]);
  await change(`update restream_states set told_at = ${long}`);
  equal((await standing(id)).standing, "unattended");
});

atDoor(
  "what failed is left alone until there is a fresh turn, or it is switched on",
  async (at) => {
    const { tell, add, standing, change, seller } = at;
    const id = await add();
    const failed = async () => {
      const [sent] = await tell();
      deepEqual(await tell([told(sent!, { state: "failed", tries: 4, reason: "refused" })]), []);
      deepEqual([await tell(), (await standing(id)).standing], [[], "failed"]);
    };
    await failed();
    await change("update signals set turn = 2");
    equal((await tell()).length, 1);
    await failed();
    await seller.post(`/api/desk/restreams/${id}/sending`);
    const [anew] = await tell();
    deepEqual([anew!.version, anew!.tries], [2, 0]);
    await failed();
    await seller.patch(`/api/desk/restreams/${id}`, { name: "Only its name" });
    deepEqual(await tell(), []);
    await seller.patch(`/api/desk/restreams/${id}`, { key: "the-right-key" });
    equal((await tell())[0]!.key, "the-right-key");
  },
);

atDoor("nobody is believed who tells of another turn, version or target", async (at) => {
  const { tell, add, standing } = at;
  const id = await add();
  const [sent] = await tell();
  const failed = { state: "failed", tries: 4, reason: "refused" } as const;
  for (
    const lie of [
      told({ ...sent!, turn: 2 }, failed),
      told({ ...sent!, version: 9 }, failed),
      told({ ...sent!, id: crypto.randomUUID() }, failed),
    ]
  ) equal((await tell([lie])).length, 1);
  equal((await standing(id)).standing, "starting");
  equal((await tell([told(sent!, {}), told(sent!, {})])).length, 1);
});

atDoor("of two shows on air the one that began first goes on", async (at) => {
  const { tell, add, seller, change } = at;
  await add();
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const second = await seller.post<{ id: string }>("/api/desk/shows", { title: "B", startsAt });
  await seller.post(`/api/desk/shows/${second.body.id}/airing`);
  await change(
    `insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at)
     values ('${second.body.id}', 'on', 'd', 's', 'v', 1, now())`,
  );
  deepEqual((await tell()).map(({ showId }) => showId), [at.showId]);
});

atDoor("the door is for who has the token, and for what it was made for", async (at) => {
  const { app, tell, add } = at;
  await add();
  const [sent] = await tell();
  const door = (token: string) => `/hooks/restreams?token=${token}`;
  for (const token of ["", "wrong", media.hookToken.slice(0, -1)]) {
    const { status, body } = await app.guest().post(door(token), { targets: [] });
    deepEqual([status, body.code], [403, "ORIGIN_REFUSED"]);
  }
  const one = told(sent!, {});
  const most = Array.from({ length: restream_targets_told_max }, () => one);
  equal((await tell(most)).length, 1);
  const bad: unknown[] = [
    ...[{}, { targets: 1 }, { targets: [{}] }, [], null, "x", { targets: [...most, one] }],
    ...[{ id: "x" }, { turn: 0 }, { turn: 1.5 }, { state: "done" }, { tries: -1 }, { reason: "'" }]
      .map((wrong) => ({ targets: [{ ...one, ...wrong }] })),
  ];
  for (const body of bad) {
    const answer = await app.guest().post(door(media.hookToken), body);
    equal(answer.status, 422, JSON.stringify(body));
  }
  ok(!JSON.stringify(app.log).includes("secret-key"));
  // What goes well each second is no line of the log; what goes wrong is.
  const logged = app.log.filter(({ path }) => path === "/hooks/restreams");
  deepEqual(logged.map(({ status }) => status), [...[403, 403, 403], ...bad.map(() => 422)]);
});
