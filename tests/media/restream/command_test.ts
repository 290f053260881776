import { deepEqual, equal, ok } from "node:assert/strict";
import { commandOf } from "../../../media/restream/command.ts";
import { Complaints } from "../../../media/restream/complaints.ts";
import { Progress } from "../../../media/restream/progress.ts";
import { reach } from "../../../media/restream/reach.ts";
import { readSettings } from "../../../media/restream/settings.ts";
import type { Sent } from "../../../src/restreams/door.ts";
import {
  restream_complaint_characters_max,
  restream_complaints_per_run,
} from "../../../src/limits.ts";

const target: Sent = {
  id: "t",
  showId: "s",
  turn: 1,
  version: 1,
  source: "rtmp://127.0.0.1:1935/live/s",
  url: "rtmps://live.example.com:443/rtmp?auth=hidden-in-query",
  key: "stream-1?expire=9&sign=signed-secret",
  sound: "copy",
  tries: 0,
};
const after = (args: readonly string[], name: string) => args[args.lastIndexOf(name) + 1];

Deno.test("all that is secret of a target goes over standard input", () => {
  const { args, input } = commandOf(target, { caFile: "ca.pem" });
  for (const secret of ["hidden-in-query", "signed-secret", "stream-1"]) {
    ok(!args.join(" ").includes(secret), secret);
  }
  deepEqual(input.split("\n"), [
    "rtmp_app=rtmp?auth=hidden-in-query",
    "rtmp_tcurl=rtmps://live.example.com:443/rtmp?auth=hidden-in-query",
    "rtmp_playpath=stream-1?expire=9&sign=signed-secret",
    "",
  ]);
  equal(args.at(-1), "rtmps://live.example.com:443/");
});

Deno.test("certificates are checked where there are any", () => {
  const { args } = commandOf(target, { caFile: "ca.pem" });
  deepEqual([after(args, "-tls_verify"), after(args, "-ca_file")], ["1", "ca.pem"]);
  const clear = commandOf({ ...target, url: "rtmp://live.example.com/live" }, {});
  ok(!clear.args.includes("-tls_verify"));
});

Deno.test("the picture is copied; the sound is copied, made anew or silent", () => {
  for (const sound of ["copy", "transcode", "silent"] as const) {
    const { args } = commandOf({ ...target, sound }, {});
    equal(after(args, "-c:v"), "copy");
    equal(after(args, "-c:a"), sound === "copy" ? "copy" : "aac");
    equal(args.includes("volume=0"), sound === "silent");
  }
});

Deno.test("a target in the clear is connected to by the address that was looked at", () => {
  const url = "rtmp://live.example.com:1936/live";
  const { args, input } = commandOf({ ...target, url }, { address: "2606:4700::1111" });
  equal(args.at(-1), "rtmp://[2606:4700::1111]:1936/");
  ok(input.includes("rtmp_tcurl=rtmp://live.example.com:1936/live\n"));
});

Deno.test("targets of this network are not reached, whatever they are called", async () => {
  deepEqual(await reach("rtmp://127.0.0.1/live", false), { refused: "forbidden" });
  deepEqual(await reach("rtmps://[::1]/live", false), { refused: "forbidden" });
  deepEqual(await reach("rtmp://localhost/live", false), { refused: "forbidden" });
  deepEqual(await reach("rtmp://nobody.invalid/live", false), { refused: "unreachable" });
  deepEqual(await reach("rtmp://1.1.1.1/live", false), { route: { address: "1.1.1.1" } });
  deepEqual(await reach("rtmps://1.1.1.1/live", false), { route: {} });
  deepEqual(await reach("rtmp://127.0.0.1/live", true), { route: {} });
});

Deno.test("what ffmpeg says is kept without keys, and not all of it", () => {
  const complaints = new Complaints(target);
  complaints.hear(
    `Server error: ${target.key} and signed-secret and ${encodeURIComponent(target.key)}`,
  );
  complaints.hear("auth hidden-in-query");
  complaints.hear("x".repeat(restream_complaint_characters_max + 1));
  for (let more = 0; more < restream_complaints_per_run; more++) complaints.hear("more");
  const text = complaints.all.join("\n");
  ok(!/secret|hidden|stream-1/.test(text), text);
  equal(complaints.all[2]!.length, restream_complaint_characters_max);
  equal(complaints.all.length, restream_complaints_per_run);
});

/** As ffmpeg 5.1 and 7 say it. */
const said: readonly [line: string, ran: boolean, reason: string][] = [
  ["[tls @ 0x5] Peer certificate failed verification", false, "certificate"],
  ["[tls @ 0x5] The certificate's owner does not match hostname a", false, "certificate"],
  ["[tcp @ 0x5] Connection to tcp://a:1 failed: Connection refused", false, "unreachable"],
  ["[tcp @ 0x5] Failed to resolve hostname a: Name or service not known", false, "unreachable"],
  ["rtmp://127.0.0.1:1935/live/s: Input/output error", false, "no_source"],
  ["[in#0 @ 0x5] Error opening input: Input/output error", false, "no_source"],
  ["av_interleaved_write_frame(): End of file", false, "refused"],
  ["av_interleaved_write_frame(): Broken pipe", true, "lost"],
  ["Unrecognized option 'fpre'.", false, "broken"],
  ["", true, "no_source"],
];

Deno.test("why a run ended is told by a word", () => {
  for (const [line, ran, reason] of said) {
    const complaints = new Complaints(target);
    complaints.hear(line);
    equal(complaints.reason(ran), reason, line);
  }
});

Deno.test("progress is read however it is cut", () => {
  const text = "total_size=430\nout_time_us=1000\nprogress=continue\nout_time_us=2500\n";
  for (let cut = 0; cut <= text.length; cut++) {
    const progress = new Progress();
    const figures = [progress.read(text.slice(0, cut)), progress.read(text.slice(cut))];
    equal(figures.findLast((figure) => figure !== undefined), 2500, String(cut));
  }
  equal(new Progress().read("total_size=430\nout_time_us=N/A\n"), 430);
  equal(new Progress().read("progress=continue\n"), undefined);
});

Deno.test("the environment is read, and what is wrong is named without its value", () => {
  const token = "0123456789abcdef";
  deepEqual({ ...readSettings({ MEDIA_HOOK_TOKEN: token }) }, {
    shopUrl: "http://127.0.0.1:8000",
    hookToken: token,
    sourceUrl: undefined,
    privateTargets: false,
    caFile: undefined,
    ffmpeg: "ffmpeg",
  });
  for (
    const wrong of [
      { MEDIA_HOOK_TOKEN: "short-secret" },
      { MEDIA_HOOK_TOKEN: token, SHOP_URL: "ftp://x" },
      { MEDIA_HOOK_TOKEN: token, MEDIA_TARGETS_PRIVATE: "yes" },
    ]
  ) {
    let told = "";
    try {
      readSettings(wrong);
    } catch (error) {
      told = String(error);
    }
    ok(
      /The environment is not right: (MEDIA_HOOK_TOKEN|SHOP_URL|MEDIA_TARGETS_PRIVATE) /.test(told),
    );
    ok(!/short-secret|ftp:/.test(told));
  }
});
