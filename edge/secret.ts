import { fromHex, toHex } from "../src/bytes.ts";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration } from "../src/platform.ts";
import { type Environment, named } from "./environment.ts";

/** The secrets of the environment, or one that is made at the first start and kept in `dataDir`. */
export async function secretsOf(
  { secrets, dataDir }: Pick<Environment, "secrets" | "dataDir">,
): Promise<Configuration["secrets"]> {
  if (secrets) return secrets;
  const path = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  const made = toHex(crypto.getRandomValues(new Uint8Array(32)));
  // Whoever comes first makes it; the others read what is there.
  await writeFile(path, made, { mode: 0o600, flag: "wx" }).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  return { current: named(fromHex((await readFile(path, "utf8")).trim())) };
}
