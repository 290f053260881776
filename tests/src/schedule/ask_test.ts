import assert from "node:assert/strict";
import { callbacks } from "../../../src/schedule/ask.ts";
import { keys, schedulingPlatform } from "./platform.ts";

interface Post {
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Something that is asked as QStash is, and notes what it was asked. */
async function withScheduler(
  body: (platform: ReturnType<typeof schedulingPlatform>, posts: Post[]) => Promise<void>,
  answer = () => Response.json({ messageId: "msg_1", scheduleId: "s" }),
): Promise<void> {
  const posts: Post[] = [];
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (r) => {
    posts.push({ path: new URL(r.url).pathname, headers: r.headers, body: await r.text() });
    return answer();
  });
  await body(schedulingPlatform({ url: `http://127.0.0.1:${server.addr.port}` }), posts);
}

Deno.test("asking publishes to the callback's URL", () =>
  withScheduler(async (platform, posts) => {
    callbacks(platform).ask({
      name: "lapse",
      notBefore: 1_800_000_000_001,
      body: { shop: "7" },
      deduplicationId: "lapse-1",
      retries: 2,
    });
    await platform.settled();
    const [post] = posts;
    assert(post);
    assert.equal(post.path, "/v2/publish/https://maru.example/hooks/callbacks/lapse");
    assert.equal(post.body, '{"shop":"7"}');
    assert.equal(post.headers.get("authorization"), `Bearer ${keys.token}`);
    assert.equal(post.headers.get("upstash-not-before"), "1800000001");
    assert.equal(post.headers.get("upstash-deduplication-id"), "lapse-1");
    assert.equal(post.headers.get("upstash-retries"), "2");
    assert.equal(post.headers.get("upstash-delay"), null);
  }));

Deno.test("asking may tell a delay, or neither moment nor delay", () =>
  withScheduler(async (platform, posts) => {
    const { ask } = callbacks(platform);
    ask({ name: "a", delaySeconds: 90 });
    ask({ name: "b" });
    await platform.settled();
    posts.sort((one, other) => one.path < other.path ? -1 : 1);
    assert.deepEqual(posts.map((p) => p.headers.get("upstash-delay")), ["90s", null]);
    assert.deepEqual(posts.map((p) => p.headers.get("upstash-not-before")), [null, null]);
  }));

Deno.test("a rush that asks under one id publishes once", () =>
  withScheduler(async (platform, posts) => {
    const { ask } = callbacks(platform);
    for (let n = 0; n < 500; n++) ask({ name: "lapse", deduplicationId: "lapse-1" });
    ask({ name: "lapse", deduplicationId: "lapse-2" });
    ask({ name: "lapse" });
    ask({ name: "lapse" });
    await platform.settled();
    assert.equal(posts.length, 4);
  }));

Deno.test("what could not be asked is logged, not thrown, and may be asked again", async () => {
  let down = true;
  await withScheduler(async (platform, posts) => {
    const { ask } = callbacks(platform);
    const lapse = { name: "lapse", body: { who: "private" }, deduplicationId: "lapse-1" };
    ask(lapse);
    await platform.settled();
    assert.deepEqual(platform.logged.map(([event]) => event), ["callback.not_asked"]);
    assert(!JSON.stringify(platform.logged).includes("private"));

    down = false;
    ask(lapse);
    ask(lapse);
    await platform.settled();
    assert.equal(posts.length, 2);
    assert.equal(platform.logged.length, 1);
  }, () => down ? new Response("down", { status: 500 }) : Response.json({ messageId: "m" }));
});

Deno.test("a body that is no JSON is logged, not thrown", async () => {
  const platform = schedulingPlatform();
  callbacks(platform).ask({ name: "lapse", body: 1n });
  await platform.settled();
  assert.deepEqual(platform.logged.map(([event]) => event), ["callback.not_asked"]);
});

Deno.test("a cron callback is one schedule, however often it is said", () =>
  withScheduler(async (platform, posts) => {
    const { every } = callbacks(platform);
    await every("* * * * *", "sweep");
    await every("* * * * *", "sweep");
    for (const post of posts) {
      assert.equal(post.path, "/v2/schedules/https://maru.example/hooks/callbacks/sweep");
      assert.equal(post.headers.get("upstash-cron"), "* * * * *");
      assert.equal(post.headers.get("upstash-schedule-id"), "maru-sweep");
      assert.equal(post.headers.get("upstash-retries"), "0");
    }
    assert.equal(posts.length, 2);
  }));

Deno.test("a cron callback that could not be scheduled is logged, not thrown", () =>
  withScheduler(async (platform) => {
    await callbacks(platform).every("* * * * *", "sweep");
    assert.deepEqual(platform.logged.map(([event]) => event), ["callback.not_scheduled"]);
  }, () => new Response("no", { status: 400 })));
