import assert from "node:assert/strict";
import { limits } from "../../media/server/limits.ts";

const conf = await Deno.readTextFile("media/srs.conf");
const compose = await Deno.readTextFile("docs/deploy/compose.yaml");
const settings = conf.replaceAll(/^\s*#.*$/gm, "");

Deno.test("SRS is set as the development media server behaves", () => {
  assert.equal(Number(setting("normal_timeout")), limits.quiet_ms_max);
  assert.equal(Number(setting("firstpkt_timeout")), limits.first_packet_ms_max);
  assert.equal(Number(setting("interval")) * 1000, limits.heartbeat_ms);
  assert.equal(Number(setting("hls_dispose")) * 1000, limits.segments_kept_ms);
  assert.match(setting("dvr_path"), /\/recordings\/\[stream\]\.\[timestamp\]\.mp4$/);
});

Deno.test("SRS asks and tells at the hooks, each of which gets its token from the compose file", () => {
  const hooks = ["on_publish", "on_unpublish", "on_dvr"];
  const set = [...settings.matchAll(/^\s*(on_\w+)\s/gm)].map(([, name]) => name);
  assert.deepEqual(set, hooks);
  for (const hook of hooks) {
    assert.equal(new URL(setting(hook)).pathname, "/hooks/media");
    assert.match(compose, new RegExp(`SRS_VHOST_HTTP_HOOKS_${hook.toUpperCase()}:`));
  }
  assert.equal(new URL(setting("url")).pathname, "/hooks/media/heartbeats");
  assert.match(compose, /SRS_HEARTBEAT_URL:/);
  assert.match(compose, /SRS_HEARTBEAT_DEVICE_ID: \$\{MEDIA_HOOK_TOKEN/);
});

Deno.test("SRS writes no log, which would hold keys, and its API is published nowhere", () => {
  assert.equal(setting("srs_log_level_v2"), "off");
  assert.doesNotMatch(compose, /1985:/);
});

function setting(name: string): string {
  const found = [...settings.matchAll(new RegExp(`^\\s*${name}\\s+(.+);$`, "gm"))];
  assert.equal(found.length, 1, name);
  return found[0]![1]!;
}
