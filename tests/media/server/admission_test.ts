import assert from "node:assert/strict";
import { limits } from "../../../media/server/limits.ts";
import { inStudio } from "../../support/on_media.ts";
import { held, until } from "../../support/until.ts";

const html = { headers: { "content-type": "text/html" } };
const long_bytes = limits.hook_answer_bytes_max;
const silence_ms_max = 300;

/** What a shop may answer, and whether the publisher is let in. */
const answers: readonly [what: string, admitted: boolean, () => Response | Promise<Response>][] = [
  ["200 with code 0", true, () => Response.json({ code: 0 })],
  ["201 with code 0", true, () => Response.json({ code: 0 }, { status: 201 })],
  ["200 with a bare 0", true, () => new Response("0")],
  ["a long yes", true, () => Response.json({ code: 0, said: "x".repeat(long_bytes / 2) })],
  ["a yes too long", false, () => Response.json({ code: 0, said: "x".repeat(2 * long_bytes) })],
  ["403 with a code", false, () => Response.json({ code: 1 }, { status: 403 })],
  ["403 with code 0", false, () => Response.json({ code: 0 }, { status: 403 })],
  ["another code", false, () => Response.json({ code: 7 })],
  ["a code that is a word", false, () => Response.json({ code: "0" })],
  ["JSON without a code", false, () => Response.json({})],
  ["JSON's null", false, () => Response.json(null)],
  ["nothing", false, () => new Response("")],
  ["204", false, () => new Response(null, { status: 204 })],
  ["500", false, () => new Response("oh", { status: 500 })],
  ["HTML", false, () => new Response("<!doctype html><p>0</p>", html)],
  ["a page that never ends", false, () => new Response(endless())],
  ["another address", false, () => Response.redirect("http://127.0.0.1:1/")],
  ["silence", false, () => new Promise(() => {})],
];

Deno.test("a publisher is let in by a plain yes of the shop's, and by nothing else", async () => {
  await inStudio(async ({ door, media, publish }) => {
    for (const [what, admitted, answer] of answers) {
      door.answer = ({ body }) => body.action === "on_publish" ? answer() : Response.json({});
      const before = door.told("on_unpublish").length;
      const publisher = publish("show-1?key=secret", { sound: false });
      if (admitted) {
        await until(async () => (await streamsOf(media.apiUrl)).length === 1, 5_000, what);
        await publisher.kill();
        await until(() => door.told("on_unpublish").length === before + 1, 5_000, what);
      } else {
        assert.ok(await publisher.refused(), what);
        assert.deepEqual(await streamsOf(media.apiUrl), [], what);
        assert.equal(door.told("on_unpublish").length, before, what);
      }
    }
  }, { hook_ms_max: silence_ms_max });
});

Deno.test("without a shop that can be asked nobody is let in", async () => {
  await inStudio(async ({ door, media, publish, flvStatus }) => {
    await door[Symbol.asyncDispose]();
    assert.ok(await publish().refused());
    assert.equal(await flvStatus(), 404);
    assert.deepEqual(await streamsOf(media.apiUrl), []);
  });
});

Deno.test("the shop is told of a publisher in the words of SRS", async () => {
  await inStudio(async ({ door, media, publish }) => {
    const publisher = publish("show-1?key=a-b_c");
    await until(() => door.told("on_publish").length === 1);
    const [{ body, path, token }] = door.told("on_publish") as [typeof door.hooks[0]];
    assert.equal(path, "/hooks/media");
    assert.equal(token, media.hookToken);
    const { client_id, service_id, stream_id, ...rest } = body;
    assert.deepEqual(rest, {
      server_id: "vid-maru",
      action: "on_publish",
      ip: "127.0.0.1",
      vhost: "__defaultVhost__",
      app: "live",
      tcUrl: media.publishUrl,
      stream: "show-1",
      param: "?key=a-b_c",
      stream_url: "/live/show-1",
    });
    assert.ok(client_id && service_id && stream_id);

    await publisher.kill();
    await until(() => door.told("on_unpublish").length === 1);
    assert.deepEqual(door.told("on_unpublish")[0]!.body, { ...body, action: "on_unpublish" });
  });
});

Deno.test("who leaves while the shop makes up its mind is told of as having left", async () => {
  await inStudio(async ({ door, media, publish }) => {
    const asked = Promise.withResolvers<void>();
    const decided = Promise.withResolvers<void>();
    door.answer = async ({ body }) => {
      asked.resolve();
      if (body.action === "on_publish") await decided.promise;
      return Response.json({ code: 0 });
    };
    const publisher = publish();
    await asked.promise;
    await publisher.kill();
    decided.resolve();
    await until(() => door.told("on_unpublish").length === 1);
    assert.equal(await held(async () => (await streamsOf(media.apiUrl)).length === 0, 2_000), true);
  });
});

async function streamsOf(apiUrl: string): Promise<unknown[]> {
  return (await (await fetch(`${apiUrl}/api/v1/streams/`)).json()).streams;
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (body) => body.enqueue(new Uint8Array(1024).fill(32)) });
}
