import { join } from "node:path";
import { made } from "../made.ts";
import { run } from "./run.ts";

const version = "1.20261117.1";

/** The program that runs Workers, from npm. */
export async function provideWorkerd(): Promise<string> {
  const name = `workerd-${Deno.build.os}-${Deno.build.arch === "aarch64" ? "arm64" : "64"}`;
  const folder = await made("workerd", ["scripts/provide/workerd.ts"], async (unfinished) => {
    const wanted = `@cloudflare/${name}@${version}`;
    const ran = await run("npm", [
      ...["install", "--no-audit", "--no-fund", "--prefix", unfinished, wanted],
    ]);
    if (!ran.ok) throw new Error(`workerd cannot be provided: ${ran.text.slice(-1000)}`);
  });
  return join(folder, "node_modules", "@cloudflare", name, "bin", "workerd");
}
