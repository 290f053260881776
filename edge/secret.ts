import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromHex } from "../src/bytes.ts";
import type { Configuration } from "../src/platform.ts";
import { type Environment, named } from "./environment.ts";

const secret_bytes = 32;

/**
 * The secrets of the environment, or one that is made at the first start and kept in `dataDir`.
 * @throws Error when the file that is kept holds no secret
 */
export async function secretsOf(
  { secrets, dataDir }: Pick<Environment, "secrets" | "dataDir">,
): Promise<Configuration["secrets"]> {
  if (secrets) return secrets;
  const path = join(dataDir, "secret");
  return { current: named(await readSecret(path) ?? await makeSecret(dataDir, path)) };
}

async function readSecret(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const text = (await readFile(path, "utf8")).trim();
    if (/^[0-9a-f]+$/.test(text) && text.length === secret_bytes * 2) return fromHex(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  throw new Error(
    `${path} holds no secret of ${secret_bytes} bytes in hex; delete it for a new one`,
  );
}

/** Whole or not at all, and never over another's: of several processes the first one makes it. */
async function makeSecret(dataDir: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  await mkdir(dataDir, { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, randomBytes(secret_bytes).toString("hex"), {
    mode: 0o600,
    flush: true,
  });
  try {
    await link(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(unfinished);
  }
  const made = await readSecret(path);
  if (!made) throw new Error(`${path} is gone as soon as it was made`);
  return made;
}
