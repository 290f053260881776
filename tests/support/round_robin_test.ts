import { deepEqual, equal } from "node:assert/strict";
import { freePort } from "../../scripts/provide/port.ts";
import { RoundRobin } from "./round_robin.ts";

/** A server that says its name, to requests and to sockets. */
function serve(name: string) {
  const served = { hostname: "127.0.0.1", port: freePort(), onListen() {} };
  return Deno.serve(served, async (request, { remoteAddr: _ }) => {
    if (request.headers.get("upgrade") === "websocket") {
      const { socket, response } = Deno.upgradeWebSocket(request);
      socket.onmessage = ({ data }) => socket.send(`${name} ${data}`);
      return response;
    }
    const { pathname, host } = new URL(request.url);
    const from = request.headers.get("x-forwarded-for");
    return Response.json({ name, pathname, host, from, body: await request.text() });
  });
}

Deno.test("requests and sockets take turns, and do without a server that is gone", async () => {
  const servers = ["one", "two"].map(serve);
  const ports = servers.map(({ addr }) => addr.port);
  await using proxy = await RoundRobin.open(ports);
  const ask = async () => {
    const answer = await fetch(`${proxy.origin}/a`, { method: "POST", body: "typed" });
    return await answer.json();
  };
  const { host } = new URL(proxy.origin);
  const told = { pathname: "/a", host, from: "127.0.0.1", body: "typed" };
  deepEqual([await ask(), await ask(), await ask()], [
    { name: "one", ...told },
    { name: "two", ...told },
    { name: "one", ...told },
  ]);

  const echoes: string[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const socket = new WebSocket(proxy.origin.replace("http", "ws"));
    await new Promise((open) => socket.onopen = open);
    socket.send("hello");
    echoes.push(await new Promise((heard) => socket.onmessage = ({ data }) => heard(data)));
    const closed = new Promise((close) => socket.onclose = close);
    socket.close();
    await closed;
  }
  deepEqual(echoes, ["two hello", "one hello"]);

  await servers[1]!.shutdown();
  equal((await ask()).name, "one");
  equal((await ask()).name, "one");
  await servers[0]!.shutdown();
  const nobody = await fetch(proxy.origin);
  deepEqual([nobody.status, await nobody.text()], [502, ""]);
});
