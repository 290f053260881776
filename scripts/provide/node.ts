import { fileURLToPath } from "node:url";
import { firstFile, run } from "./run.ts";

const major_min = 22;
const version = "24.9.0";
const folder = fileURLToPath(new URL("../../.build/node", import.meta.url));

/** The path of a `node` that runs the bundle: what is installed, where it is new enough, else npm's. */
export async function provideNode(): Promise<string> {
  const { ok, text } = await run("node", ["--version"]);
  if (ok && Number(/^v(\d+)\./.exec(text)?.[1]) >= major_min) return "node";
  const name = `node-${Deno.build.os}-${Deno.build.arch === "x86_64" ? "x64" : "arm64"}`;
  const program = `${folder}/node_modules/${name}/bin/node`;
  if (firstFile([program])) return program;
  const installed = await run("npm", [
    ...["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"],
    `${name}@${version}`,
  ]);
  if (firstFile([program])) return program;
  throw new Error(`Node cannot be provided: ${installed.text.slice(-1000)}`);
}
