import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assets } from "../src/platform.ts";

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
  webp: "image/webp",
  png: "image/png",
  woff2: "font/woff2",
  json: "application/json",
};

/** What `scripts/build.ts` made, kept in memory. @throws when it was not built */
export async function openAssets(folder: string): Promise<Assets> {
  const manifest = await readManifest(folder);
  const served = new Map<string, Awaited<ReturnType<Assets["get"]>>>();
  for (const file of Object.values(manifest)) {
    const type = types[file.split(".").at(-1)!] ?? "application/octet-stream";
    served.set(file, { bytes: new Uint8Array(await readFile(join(folder, file))), type });
  }
  return {
    path: (name) => `/assets/${manifest[name] ?? name}`,
    get: (file) => Promise.resolve(served.get(file)),
  };
}

async function readManifest(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch (error) {
    throw new Error("the assets are not built: deno task build", { cause: error });
  }
}
