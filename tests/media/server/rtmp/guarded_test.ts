import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import amf from "node-media-server/src/protocol/amf.js";
import { limits } from "../../../../media/server/limits.ts";
import { GuardedRtmp, type Wish } from "../../../../media/server/rtmp/guarded.ts";

const invoke = 20;
const video = 9;
const set_chunk_size = 1;

Deno.test("a message is as large as a message may be, and no larger", () => {
  greeted().parserData(header(video, limits.message_bytes_max));
  assert.throws(() => greeted().parserData(header(video, limits.message_bytes_max + 1)));
});

Deno.test("there are as many kinds of messages at once as there may be, and no more", () => {
  const caller = greeted();
  const begun = caller.inPackets.size;
  for (let kind = begun; kind < limits.chunk_streams_max; kind++) {
    caller.parserData(message(video, Buffer.alloc(10), 10 + kind));
  }
  assert.throws(() => caller.parserData(header(video, 10, 9)));
});

Deno.test("chunks have a size that chunks may have", () => {
  const sized = (size: number) => () => {
    const body = Buffer.alloc(4);
    body.writeUInt32BE(size);
    greeted().parserData(message(set_chunk_size, body));
  };
  sized(1)();
  sized(limits.message_bytes_max)();
  assert.throws(sized(0));
  assert.throws(sized(limits.message_bytes_max + 1));
});

Deno.test("a wish has a name and a key that may be, and its key is told as it came", () => {
  const id = "01a1fe37-5435-707f-a3bf-f42b6f100244";
  const key = "k".repeat(limits.param_length_max - "?key=".length);
  for (const param of ["", "?key=a", "?key=a&b=c?d", `?key=${key}`]) {
    const [wish] = wishes(id + param);
    assert.deepEqual([wish?.what, wish?.stream, wish?.param], ["publish", id, param]);
    assert.equal(wish?.tcUrl, "rtmp://media.example/live");
  }
  assert.equal(wishes("a".repeat(64)).length, 1);
  for (const name of ["a".repeat(65), `${id}?key=${key}k`, "a/b", "", null]) {
    assert.throws(() => wishes(name));
  }
});

function wishes(streamName: unknown): Wish[] {
  const wishes: Wish[] = [];
  const caller = greeted();
  caller.wished = (wish) => wishes.push(wish);
  const publish = { cmd: "publish", transId: 3, cmdObj: null, streamName, type: "live" };
  caller.parserData(message(invoke, amf.encodeAmf0Cmd(publish)));
  return wishes;
}

function greeted(): GuardedRtmp {
  const caller = new GuardedRtmp(() => {}, () => {});
  caller.parserData(Buffer.concat([Buffer.of(3), Buffer.alloc(2 * 1536)]));
  const cmdObj = { app: "live", tcUrl: "rtmp://media.example/live?key=secret" };
  caller.parserData(message(invoke, amf.encodeAmf0Cmd({ cmd: "connect", transId: 1, cmdObj })));
  return caller;
}

function header(type: number, length: number, channel = 3): Buffer {
  const head = Buffer.alloc(12);
  head[0] = channel;
  head.writeUIntBE(length, 4, 3);
  head[7] = type;
  return Buffer.concat([head, Buffer.alloc(1)]);
}

/** In chunks of 128 bytes. */
function message(type: number, body: Buffer, channel = 3): Buffer {
  const parts = [header(type, body.length, channel).subarray(0, 12), body.subarray(0, 128)];
  for (let at = 128; at < body.length; at += 128) {
    parts.push(Buffer.of(0xc0 | channel), body.subarray(at, at + 128));
  }
  return Buffer.concat(parts);
}
