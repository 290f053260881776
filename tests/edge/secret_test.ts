import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { secretsOf } from "../../edge/secret.ts";
import { inFolder } from "./database/in_folder.ts";

inFolder("a secret is made at the first start, kept, and nobody else's to read", async (folder) => {
  const dataDir = `${folder}/new`;
  const first = await secretsOf({ dataDir });
  deepEqual(await secretsOf({ dataDir }), first);
  equal(first.current.bytes.length, 32);
  match(await Deno.readTextFile(`${dataDir}/secret`), /^[0-9a-f]{64}$/);
  equal((await Deno.stat(`${dataDir}/secret`)).mode! & 0o777, 0o600);
  deepEqual([...Deno.readDirSync(dataDir)].map(({ name }) => name), ["secret"]);
});

inFolder("of those who start at once all get the same secret", async (dataDir) => {
  const all = await Promise.all(Array.from({ length: 8 }, () => secretsOf({ dataDir })));
  equal(new Set(all.map(({ current }) => current.id)).size, 1);
});

inFolder("the environment's secret comes before the one that is kept", async (dataDir) => {
  const current = { id: "a", bytes: new Uint8Array(32) };
  deepEqual(await secretsOf({ dataDir, secrets: { current } }), { current });
  deepEqual([...Deno.readDirSync(dataDir)], []);
});

inFolder("a file that holds no secret is not taken for one", async (dataDir) => {
  for (const text of ["", "abc", "x".repeat(64)]) {
    await Deno.writeTextFile(`${dataDir}/secret`, text);
    await rejects(secretsOf({ dataDir }), /secret holds no secret of 32 bytes/);
  }
});
