import { deepEqual, equal, match } from "node:assert/strict";
import { openUpstash, type UpstashFront } from "../../../scripts/cloud/upstash.ts";
import { onRedis } from "../../support/redis.ts";

function hostile(name: string, test: (front: UpstashFront) => Promise<void>) {
  onRedis(name, async (server) => {
    await using front = openUpstash(server.url);
    await test(front);
    // Whatever was tried, others are served.
    const { status, body } = await post(front, "/", '["ping"]');
    deepEqual({ status, body }, { status: 200, body: { result: "PONG" } });
  });
}

async function post(
  { origin, token }: UpstashFront,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
) {
  const answer = await fetch(origin + path, { method: "POST", body, headers });
  return { status: answer.status, body: await answer.json() };
}

hostile("nobody is served without the token, whole and alone", async (front) => {
  const { token } = front;
  const tried = ["", "Bearer", `Basic ${token}`, `Bearer ${token.slice(1)}`, `Bearer ${token}x`];
  for (const authorization of [undefined, ...tried]) {
    for (const path of ["/", "/pipeline", "/multi-exec", "/subscribe/room", "/nothing"]) {
      const { status, body } = await post(
        front,
        path,
        "[]",
        authorization ? { authorization } : {},
      );
      match(String(status), /^40[01]$/, path);
      match(body.error, /^WRONGPASS/);
    }
  }
});

hostile("what is no command is refused, and told", async (front) => {
  for (const body of ["", "{", "null", "{}", "[]", "[[]]", "[null]", '[{"a":1}]', '"ping"']) {
    for (const path of ["/", "/pipeline", "/multi-exec"]) {
      if (body === "[]" && path !== "/") continue;
      const answer = await post(front, path, body);
      equal(answer.status, 400, `${path} ${body}`);
      match(answer.body.error, /^ERR failed to parse command/);
    }
  }
  deepEqual((await post(front, "/pipeline", "[]")).body, []);
});

hostile("nobody changes the connection or the server that all share", async (front) => {
  for (const name of ["SELECT", "multi", "MONITOR", "Quit", "blpop", "subscribe", "SHUTDOWN"]) {
    const one = await post(front, "/", JSON.stringify([name, "1"]));
    equal(one.status, 400);
    match(one.body.error, /^ERR Command is not available/);
    const [among, after] = (await post(front, "/pipeline", `[["${name}","1"],["ping"]]`)).body;
    match(among.error, /^ERR Command is not available/);
    deepEqual(after, { result: "PONG" });
    const together = await post(front, "/multi-exec", `[["ping"],["${name}","1"]]`);
    equal(together.status, 400);
    match(together.body.error, /^EXECABORT/);
  }
});

hostile("a body beyond the bound is refused", async (front) => {
  const huge = JSON.stringify(["set", "a", "x".repeat(1024 * 1024)]);
  const { status, body } = await post(front, "/", huge);
  equal(status, 413);
  match(body.error, /^ERR max request size exceeded/);
});

hostile("there is nothing else to be had", async (front) => {
  for (const path of ["/get/a", "/subscribe", "/subscribe/a/b", "/psubscribe/a", "//"]) {
    const { status, body } = await post(front, path, '["ping"]');
    equal(status, 404, path);
    match(body.error, /nothing here/);
  }
  const answer = await fetch(`${front.origin}/`, {
    headers: { authorization: `Bearer ${front.token}` },
  });
  equal(answer.status, 404);
  await answer.body?.cancel();
});
