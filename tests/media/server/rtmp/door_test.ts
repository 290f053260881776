import assert from "node:assert/strict";
import { Hooks } from "../../../../media/server/hooks.ts";
import { identify } from "../../../../media/server/identity.ts";
import { limits } from "../../../../media/server/limits.ts";
import { openRtmp } from "../../../../media/server/rtmp/door.ts";
import { Streams } from "../../../../media/server/streams.ts";
import { freePort } from "../../../../scripts/provide/port.ts";
import { RawRtmp } from "../../../support/raw_rtmp.ts";

const at_once_ms_max = 2_000;

Deno.test("as many come in as may, and no more; all go when the door is closed", async () => {
  const port = freePort();
  const settings = { host: "127.0.0.1", ports: { rtmp: port, play: 0, api: 0 }, folder: "" };
  const hooks = new Hooks(
    { ...settings, hookOrigin: "http://127.0.0.1:1", hookToken: "", record: false },
    identify(),
  );
  const door = await openRtmp({ host: "127.0.0.1", port }, new Streams([]), hooks);
  const url = `rtmp://127.0.0.1:${port}/live`;
  await using inside = new AsyncDisposableStack();
  const callers: RawRtmp[] = [];
  for (let n = 0; n < limits.rtmp_connections_max; n++) {
    callers.push(inside.use(await RawRtmp.connect(url)));
  }
  assert.equal(await callers.at(-1)!.closed(100), false);
  {
    await using next = await RawRtmp.connect(url);
    assert.ok(await next.closed(at_once_ms_max));
  }
  await door.close();
  assert.ok(await callers.at(-1)!.closed(at_once_ms_max));
});
