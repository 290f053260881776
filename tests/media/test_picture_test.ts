import assert from "node:assert/strict";
import { burned, readBurned, testPicture } from "../../media/test_picture.ts";

const frames = 30;
/** From a frame's being made to its being encoded, on a busy machine. */
const late_ms_max = 2_000;

Deno.test("the time that is burned into the test picture can be read back", async () => {
  const begun = Date.now();
  const times = await burnedTimes();
  const ended = Date.now();
  assert.equal(times.length, frames);
  assert.ok(times[0]! >= begun && times.at(-1)! <= ended, `${times} within ${begun} to ${ended}`);
  assert.ok(times.at(-1)! - times[0]! < 1_000 + late_ms_max);
  assert.deepEqual(times, times.toSorted((a, b) => a - b));
});

Deno.test("bits that come around again are read as the latest time that they can mean", () => {
  const now = 2 ** burned.bits * 1000 + 5;
  const read = (time: number) => {
    const low = time % 2 ** burned.bits;
    return readBurned((x) => Boolean(low >> Math.floor(x * burned.width / burned.square) & 1), now);
  };
  for (const age of [0, 5, 6, 3_600_000]) assert.equal(read(now - age), now - age);
});

/** A second of the picture, through H.264 and back. */
async function burnedTimes(): Promise<number[]> {
  const { width, height } = burned;
  const encoder = new Deno.Command("ffmpeg", {
    args: [...testPicture({ seconds: 1, sound: false }), "pipe:1"],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  const decoder = new Deno.Command("ffmpeg", {
    args: ["-v", "error", "-f", "flv", "-i", "pipe:0", "-pix_fmt", "gray", "-f", "rawvideo", "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const [{ stdout }] = await Promise.all([
    decoder.output(),
    encoder.stdout.pipeTo(decoder.stdin),
    encoder.status,
  ]);
  const pictures = stdout.length / (width * height);
  return Array.from({ length: pictures }, (_, at) => {
    const picture = stdout.subarray(at * width * height);
    const bright = (x: number, y: number) =>
      picture[Math.floor(y * height) * width + Math.floor(x * width)]! > 128;
    return readBurned(bright, Date.now());
  });
}
