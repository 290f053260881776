import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { openAssets } from "../../edge/assets.ts";
import { build } from "../../scripts/build.ts";
import { inFolder } from "./database/in_folder.ts";

const folder = new URL("../../.build/assets", import.meta.url).pathname;

Deno.test("what the pages name is built, and named by its content", async () => {
  await build();
  const assets = await openAssets(folder);
  for (const name of ["shop.css", "shop.js", "room.js", "htmx.js", "maru.svg"]) {
    const [stem, type] = name.split(".");
    const path = assets.path(name);
    match(path, new RegExp(`^/assets/${stem}-[0-9a-f]{10}\\.${type}$`));
    ok((await assets.get(path.slice("/assets/".length)))!.bytes.length > 0);
  }
});

Deno.test("text is kept compressed too", async () => {
  await build();
  const assets = await openAssets(folder);
  const { bytes, gzip, type } = (await assets.get(assets.path("htmx.js").slice(8)))!;
  equal(type, "text/javascript; charset=utf-8");
  ok(gzip!.length < bytes.length / 2);
  deepEqual(new Uint8Array(gunzipSync(gzip!)), bytes);
});

Deno.test("files that import each other find each other", async () => {
  await build();
  const assets = await openAssets(folder);
  const text = new TextDecoder().decode((await assets.get(assets.path("room.js").slice(8)))!.bytes);
  const files = [...text.matchAll(/(?:from ?|import\()"\.\/([^"]+)"/g)].map(([, file = ""]) =>
    file
  );
  ok(files.length > 0);
  for (const file of files) ok(await assets.get(file), file);
});

Deno.test("nothing is built again while nothing changed", async () => {
  await build();
  const made = async () => (await Deno.stat(`${folder}/manifest.json`)).mtime;
  const before = await made();
  await build();
  deepEqual(await made(), before);
});

inFolder("only what the manifest names is served", async (path) => {
  await Deno.writeTextFile(`${path}/manifest.json`, `{"a.png": "a-1.png"}`);
  await Deno.writeFile(`${path}/a-1.png`, Uint8Array.of(1));
  const assets = await openAssets(path);
  deepEqual(await assets.get("a-1.png"), {
    bytes: Uint8Array.of(1),
    type: "image/png",
    gzip: undefined,
  });
  equal(await assets.get("manifest.json"), undefined);
  equal(await assets.get("../a-1.png"), undefined);
  throws(() => assets.path("b.png"), /no asset is named b\.png/);
});

inFolder("a folder where nothing was built says so", async (path) => {
  await rejects(openAssets(path), /holds no assets: build them first/);
});
