import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/**
 * Makes `.build/node.mjs`: the application for Node 22 or later, beside the built assets. The
 * embedded database lies beside it: its worker, and what that worker reads.
 */
await build();
await bundle("edge/node.ts", ".build/node.mjs");
await bundle("edge/database/pglite_worker.ts", ".build/pglite_worker.mjs");
for (const part of ["pglite.wasm", "initdb.wasm", "pglite.data"]) {
  const path = resolve(`@electric-sql/pglite/${part}`);
  await Deno.copyFile(path, `${root}.build/${basename(path)}`);
}
console.log("node .build/node.mjs");

async function bundle(entry: string, output: string): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform=deno", `--output=${output}`, entry],
    cwd: root,
  }).output();
  if (!success) Deno.exit(1);
}
