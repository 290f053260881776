import assert from "node:assert/strict";
import { inStudio, type Studio } from "../../support/on_media.ts";
import { until } from "../../support/until.ts";

const streams_max_by_default = 10;

Deno.test("the API lists streams and clients as SRS does, and names the server as its hooks do", async () => {
  await inStudio(async (studio) => {
    const { door, publish, flvStatus } = studio;
    publish("show-1?key=secret");
    await until(async () => await flvStatus() === 200);
    const { server_id, service_id, client_id, stream_id } = door.told("on_publish")[0]!.body;

    const { code, server, service, streams } = await ask(studio, "streams/");
    assert.deepEqual([code, server, service], [0, server_id, service_id]);
    const [{ live_ms, recv_bytes, clients: _, ...stream }] = streams;
    assert.deepEqual(stream, {
      id: stream_id,
      name: "show-1",
      app: "live",
      tcUrl: studio.media.publishUrl,
      url: "/live/show-1",
      publish: { active: true, cid: client_id },
      video: { codec: "H264", width: 640, height: 360 },
      audio: { codec: "AAC" },
    });
    assert.ok(live_ms <= Date.now() && recv_bytes > 0);

    const { clients } = await ask(studio, "clients/");
    const publisher = clients.find(({ id }: { id: string }) => id === client_id);
    assert.equal(publisher.type, "fmle-publish");
    assert.equal(publisher.name, "show-1");
    assert.equal(JSON.stringify([streams, clients]).includes("secret"), false);
    for (const path of ["versions", "summaries"]) {
      assert.equal((await ask(studio, path)).service, service_id);
    }
  });
});

Deno.test("a list has ten entries unless more are asked for", async () => {
  await inStudio(async (studio) => {
    const all = streams_max_by_default + 1;
    for (let at = 0; at < all; at++) studio.publish(`show-${at}`, { picture: false });
    await until(async () => (await ask(studio, "streams/?count=20")).streams.length === all);
    const names = async (query: string) =>
      (await ask(studio, `streams/${query}`)).streams.map(({ name }: { name: string }) => name);
    const [first, few, rest] = await Promise.all([
      names(""),
      names("?count=1"),
      names("?start=10"),
    ]);
    assert.equal(first.length, streams_max_by_default);
    assert.deepEqual(few, first);
    assert.equal(new Set([...first, ...rest]).size, all);
  });
});

Deno.test("a client is dropped by its id, and one that nobody knows is not found", async () => {
  await inStudio(async (studio) => {
    const { door, media, publish, flvStatus } = studio;
    const publisher = publish();
    await until(async () => await flvStatus() === 200);
    const watching = await fetch(`${media.playUrl}/live/show-1.flv`);
    const viewers = async () =>
      (await ask(studio, "clients/")).clients.filter(({ type }: { type: string }) =>
        type === "flv-play"
      );
    // One who looked in before is noticed as gone when he is sent more.
    await until(async () => (await viewers()).length === 1);
    assert.equal((await drop(studio, (await viewers())[0].id)).code, 0);
    for await (const _ of watching.body!) { /* it ends */ }
    assert.equal(publisher.ended, false);

    assert.equal((await drop(studio, "nobody")).code, 2049);
    assert.equal((await drop(studio, door.told("on_publish")[0]!.body.client_id!)).code, 0);
    await until(() => door.told("on_unpublish").length === 1);
    assert.ok(await publisher.refused());
  });
});

Deno.test("the API is not to be had where streams are played", async () => {
  await inStudio(async ({ media }) => {
    const answer = await fetch(`${media.playUrl}/api/v1/streams/`);
    await answer.body?.cancel();
    assert.equal(answer.status, 404);
  });
});

async function ask({ media }: Studio, path: string) {
  return await (await fetch(`${media.apiUrl}/api/v1/${path}`)).json();
}

async function drop({ media }: Studio, id: string) {
  const address = `${media.apiUrl}/api/v1/clients/${id}`;
  return await (await fetch(address, { method: "DELETE" })).json();
}
