import { deepEqual, equal, rejects } from "node:assert/strict";
import { folder } from "../../../edge/files/folder.ts";
import { inFolder } from "../database/in_folder.ts";

inFolder("what was put is got, until it is deleted", async (path) => {
  const files = folder(`${path}/new`);
  equal(await files.get("a.png"), undefined);
  await files.put("a.png", Uint8Array.of(1, 2, 3));
  deepEqual(new Uint8Array((await files.get("a.png"))!), Uint8Array.of(1, 2, 3));
  await files.put("a.png", Uint8Array.of(4));
  deepEqual(new Uint8Array((await files.get("a.png"))!), Uint8Array.of(4));
  deepEqual([...Deno.readDirSync(`${path}/new`)].map(({ name }) => name), ["a.png"]);
  await files.delete("a.png");
  await files.delete("a.png");
  equal(await files.get("a.png"), undefined);
});

const bad = ["", ".", "..", "../secret", "a/b", "a\\b", ".hidden", "a\0.png", "/etc/passwd"];

for (const name of [...bad, "a".repeat(129)]) {
  inFolder(`${JSON.stringify(name)} is no name of a file`, async (path) => {
    await Deno.writeTextFile(`${path}/secret`, "");
    const files = folder(`${path}/files`);
    await rejects(files.put(name, new Uint8Array()), /not a plain name/);
    equal(await files.get(name), undefined);
    await files.delete(name);
    await Deno.stat(`${path}/secret`);
  });
}
