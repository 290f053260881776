import { deepEqual, equal, ok } from "node:assert/strict";
import { room_backlog_bytes_max } from "../../../src/limits.ts";
import { type Peer, Peers } from "../../../src/room/peers.ts";

class Listener implements Peer {
  buffered = 0;
  readonly heard: number[] = [];
  closed?: [number, string];

  send(frame: Uint8Array): void {
    this.heard.push(frame[0]!);
  }

  close(code: number, reason: string): void {
    this.closed = [code, reason];
  }
}

Deno.test("everybody is told, except who does not keep up: they are let go", () => {
  const peers = new Peers();
  const [quick, slow] = [new Listener(), new Listener()];
  peers.add(quick);
  peers.add(slow);
  slow.buffered = room_backlog_bytes_max;
  peers.tell(Uint8Array.of(1));
  deepEqual([quick.heard, slow.heard], [[1], [1]]);

  slow.buffered++;
  peers.tell(Uint8Array.of(2));
  peers.send(slow, Uint8Array.of(3));
  deepEqual([quick.heard, slow.heard], [[1, 2], [1]]);
  deepEqual(slow.closed, [4508, "tooSlow"]);
  equal(peers.size, 1);
});

Deno.test("whether somebody keeps up is looked at in time, and not at each frame", () => {
  const peers = new Peers();
  let [looks, unread] = [0, 0];
  const frame = new Uint8Array(1_000);
  const peer = (reads: boolean): Peer => ({
    send: ({ length }) => unread += reads ? 0 : length,
    get buffered() {
      looks++;
      return unread;
    },
    close() {},
  });
  const quick = peer(true);
  peers.add(quick);
  const frames = 10 * Math.ceil(room_backlog_bytes_max / frame.length);
  for (let n = 0; n < frames; n++) peers.send(quick, frame);
  ok(peers.has(quick) && looks <= 12, `${looks} looks`);

  const slow = peer(false);
  peers.add(slow);
  for (let n = 0; n < frames; n++) peers.send(slow, frame);
  ok(!peers.has(slow) && unread <= room_backlog_bytes_max + frame.length, `${unread} bytes`);
});

Deno.test("who was closed is told nothing more, nor closed again", () => {
  const peers = new Peers();
  const peer = new Listener();
  peers.add(peer);
  peers.closeAll("goingAway");
  peers.close(peer, "tooMuch");
  peers.tell(Uint8Array.of(1));
  deepEqual([peer.heard, peer.closed], [[], [4501, "goingAway"]]);
});
