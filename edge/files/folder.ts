import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "../../src/platform.ts";
import { assertPlainName, isPlainName } from "./plain_name.ts";

/** Files in a folder, under plain names. */
export function folder(path: string): Files {
  return {
    async put(name, bytes) {
      assertPlainName(name);
      await mkdir(path, { recursive: true });
      // A reader sees all of it or nothing, and a power cut takes nothing that was put.
      const unfinished = join(path, `.${randomUUID()}`);
      await writeDurably(unfinished, bytes);
      await rename(unfinished, join(path, name));
      await syncNames(path);
    },

    async get(name) {
      if (!isPlainName(name)) return undefined;
      try {
        return await readFile(join(path, name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },

    async delete(name) {
      if (isPlainName(name)) await rm(join(path, name), { force: true });
    },
  };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncNames(folder: string): Promise<void> {
  const names = await open(folder, "r");
  try {
    await names.sync();
  } finally {
    await names.close();
  }
}
