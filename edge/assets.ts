import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Asset, Assets } from "../src/platform.ts";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webp": "image/webp",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const compressible = new Set([".css", ".js", ".svg", ".json"]);
const compress = promisify(gzip);

/** What `scripts/build.ts` made, kept in memory. @throws when it was not built */
export async function openAssets(folder: string): Promise<Assets> {
  const manifest = await readManifest(folder);
  const files = Object.values(manifest);
  const assets = await Promise.all(files.map((file) => open(folder, file)));
  const served = new Map(files.map((file, index) => [file, assets[index]]));
  return {
    path(name) {
      const file = manifest[name];
      if (!file) throw new Error(`no asset is named ${name}`);
      return `/assets/${file}`;
    },
    get: (file) => Promise.resolve(served.get(file)),
  };
}

async function open(folder: string, file: string): Promise<Asset> {
  const bytes = new Uint8Array(await readFile(join(folder, file)));
  const extension = extname(file);
  return {
    bytes,
    type: types[extension] ?? "application/octet-stream",
    gzip: compressible.has(extension)
      ? new Uint8Array(await compress(bytes, { level: 9 }))
      : undefined,
  };
}

async function readManifest(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  } catch (error) {
    throw new Error(`${folder} holds no assets: build them first`, { cause: error });
  }
}
