import assert from "node:assert/strict";
import { limits } from "../../../../media/server/limits.ts";
import { FlvViewer } from "../../../../media/server/play/flv_viewer.ts";
import { Stream } from "../../../../media/server/stream.ts";

const half = limits.viewer_behind_bytes_max / 2;

Deno.test("who is a little behind gets everything, who is far behind is let go", async () => {
  const stream = newStream();
  const patient = new FlvViewer(stream, "127.0.0.1");
  patient.send(new Uint8Array(half));
  patient.send(new Uint8Array(half - 100));
  assert.deepEqual(stream.guests, [patient]);

  const slow = new FlvViewer(stream, "127.0.0.1");
  slow.send(new Uint8Array(half));
  slow.send(new Uint8Array(half));
  assert.deepEqual(stream.guests, [patient]);
  slow.send(new Uint8Array(half));
  await assert.rejects(new Response(slow.body).arrayBuffer());

  stream.end();
  const got = await new Response(patient.body).arrayBuffer();
  assert.ok(got.byteLength > 2 * half - 100);
});

Deno.test("who turns away is sent nothing more", async () => {
  const stream = newStream();
  const viewer = new FlvViewer(stream, "127.0.0.1");
  await viewer.body.cancel();
  assert.deepEqual(stream.guests, []);
  viewer.send(new Uint8Array(1));
  viewer.close();
});

function newStream(): Stream {
  const told = { clientId: "a", ip: "", tcUrl: "", app: "live", stream: "b", param: "" };
  return new Stream({ ...told, streamId: "c" }, { close() {} });
}
