import assert from "node:assert/strict";
import { answerFile, partOf } from "../../../../media/server/play/file.ts";

const size = 10;
const ranges: readonly [range: string | undefined, part: ReturnType<typeof partOf>][] = [
  [undefined, undefined],
  ["bytes=0-", { first: 0, last: 9 }],
  ["bytes=3-5", { first: 3, last: 5 }],
  ["bytes=3-99", { first: 3, last: 9 }],
  ["bytes=-4", { first: 6, last: 9 }],
  ["bytes=-99", { first: 0, last: 9 }],
  ["bytes=9-9", { first: 9, last: 9 }],
  ["bytes=10-", "beyond"],
  ["bytes=5-3", "beyond"],
  ["bytes=-0", "beyond"],
  ["bytes=-", undefined],
  ["bytes=0-1,3-4", undefined],
  ["lines=0-1", undefined],
  ["bytes=0-99999999999999999999", undefined],
];

Deno.test("a range of bytes is read as browsers mean it", () => {
  for (const [range, part] of ranges) assert.deepEqual(partOf(range, size), part, String(range));
});

Deno.test("a part of a file is answered as one", async () => {
  await inFolder(async (folder) => {
    const answer = await answerFile(folder, "a.1.mp4", "bytes=2-4");
    assert.equal(answer?.status, 206);
    assert.equal(answer.headers.get("content-range"), "bytes 2-4/10");
    assert.equal(answer.headers.get("content-length"), "3");
    assert.equal(await answer.text(), "234");
    assert.equal(await (await answerFile(folder, "a.1.mp4", undefined))?.text(), "0123456789");
    assert.equal((await answerFile(folder, "a.1.mp4", "bytes=10-"))?.status, 416);
  });
});

Deno.test("nothing is answered but media files of the folder itself", async () => {
  await inFolder(async (folder) => {
    const others = ["b.mp4", "../a.1.mp4", ".a.1.mp4", "a.1.mp4/", "secret.txt", "a\0.mp4", ""];
    for (const name of others) assert.equal(await answerFile(folder, name, undefined), undefined);
  });
});

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const name of ["a.1.mp4", ".a.1.mp4", "secret.txt"]) {
      await Deno.writeTextFile(`${folder}/${name}`, "0123456789");
    }
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
