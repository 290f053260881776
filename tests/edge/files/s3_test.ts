import { deepEqual, equal, rejects } from "node:assert/strict";
import { s3 } from "../../../edge/files/s3.ts";
import { openBucket } from "../../../scripts/cloud/s3.ts";

Deno.test("what was put into a bucket is got, until it is deleted", async () => {
  await using bucket = openBucket();
  const files = s3(bucket.address);
  equal(await files.get("a.png"), undefined);
  await files.put("a.png", Uint8Array.of(1, 2, 3));
  deepEqual(await files.get("a.png"), Uint8Array.of(1, 2, 3));
  await files.put("a.png", Uint8Array.of(4));
  deepEqual(await files.get("a.png"), Uint8Array.of(4));
  await files.delete("a.png");
  await files.delete("a.png");
  equal(await files.get("a.png"), undefined);
});

Deno.test("what is not a plain name is no file, and nobody is asked for it", async () => {
  await using bucket = openBucket();
  const files = s3(bucket.address);
  for (const name of ["", "..", "../bucket2/a", "a/b", "a?acl", "a#b", "한글.png"]) {
    await rejects(files.put(name, text("a")), /not a plain name/);
    equal(await files.get(name), undefined);
    await files.delete(name);
  }
  equal(bucket.asked, 0);
});

Deno.test("a wrong key or a bucket that is not there is told, and not taken for a missing file", async () => {
  await using bucket = openBucket();
  const foreign = s3({ ...bucket.address, secretAccessKey: "guessed" });
  await rejects(foreign.get("a.png"), /answered 403 to GET/);
  await rejects(foreign.put("a.png", text("a")), /answered 403 to PUT/);
  const elsewhere = s3({ ...bucket.address, url: `${bucket.address.url}2` });
  await rejects(elsewhere.put("a.png", text("a")), /no such bucket/);
  deepEqual([...bucket.objects], []);
});

function text(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}
