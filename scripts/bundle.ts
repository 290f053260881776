import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

/** Makes `.build/node.mjs`: the application for Node 22 or later, beside the built assets. */
await build();
const { success } = await new Deno.Command(Deno.execPath(), {
  args: ["bundle", "--quiet", "--platform=deno", "--output=.build/node.mjs", "edge/node.ts"],
  cwd: fileURLToPath(new URL("../", import.meta.url)),
}).output();
if (!success) Deno.exit(1);
console.log("node .build/node.mjs");
