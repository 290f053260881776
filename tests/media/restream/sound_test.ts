import { deepEqual, equal, match } from "node:assert/strict";
import { onRestream } from "../../support/on_restream.ts";
import { probe } from "../../support/probe.ts";
import { until } from "../../support/until.ts";

Deno.test("the picture arrives with its sound: as it is, made anew, or silent", async () => {
  await onRestream(async ({ door, place, sentTo }) => {
    for (const sound of ["copy", "transcode", "silent"] as const) {
      const at = await place(sound);
      door.targets = [sentTo(at, { sound })];
      await until(async () => await at.publisher() !== undefined, 20_000);
      const url = `${at.media.playUrl}/live/${sound}.flv`;
      const { codecs, complaints, frames } = await probe(url);
      deepEqual([codecs, complaints], [["aac", "h264"], ""], sound);
      equal(frames > 30, true, `${frames} frames`);
      match(await loudness(url), sound === "silent" ? /^-(91|inf)/ : /^-(1|2)\d\./, sound);
    }
  });
});

/** The mean volume of two seconds, in dB. */
async function loudness(url: string): Promise<string> {
  const { stderr } = await new Deno.Command("ffmpeg", {
    args: ["-hide_banner", "-i", url, "-t", "2", "-vn", "-af", "volumedetect", "-f", "null", "-"],
    stdin: "null",
  }).output();
  return /mean_volume: (\S+)/.exec(new TextDecoder().decode(stderr))?.[1] ?? "nothing";
}
