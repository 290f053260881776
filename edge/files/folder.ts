import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "../../src/platform.ts";

/** Files in a folder. Names are plain: letters, digits, dots, dashes, and no dot at the start. */
export function folder(path: string): Files {
  const place = (name: string) => {
    if (!/^[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,127}$/.test(name)) throw new Error("not a file's name");
    return join(path, name);
  };
  return {
    async put(name, bytes) {
      const whole = place(name);
      await mkdir(path, { recursive: true });
      // A reader sees all of it or nothing.
      const part = join(path, `.${crypto.randomUUID()}`);
      await writeFile(part, bytes);
      await rename(part, whole);
    },
    async get(name) {
      try {
        return await readFile(place(name));
      } catch {
        return undefined;
      }
    },
    async delete(name) {
      await rm(place(name), { force: true });
    },
  };
}
