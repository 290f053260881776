import { createRequire } from "node:module";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hash, made } from "./made.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const htmx = createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js");
const copied = [".svg", ".png", ".webp", ".woff2"];

/**
 * Makes `.build/assets` of the stylesheets, icons and islands: each file named by its content, and
 * a manifest that tells the names. Does nothing while the inputs are what they were.
 */
export async function build(): Promise<void> {
  await made("assets", ["views", "deno.json", "scripts/build.ts"], async (unfinished) => {
    await gather(unfinished);
    await nameByContent(unfinished);
  });
}

/** It shares nothing with the other islands: what its libraries need, their pages would fetch. */
const apart = /\/player\.ts$/;

async function gather(folder: string): Promise<void> {
  const islands = await entries("views/islands", ".ts");
  const together = islands.filter((path) => !apart.test(path));
  for (const group of [together, islands.filter((path) => apart.test(path))]) {
    await bundle(folder, group, ["--code-splitting"]);
  }
  await bundle(folder, await entries("views/assets", ".css"));
  for (const type of copied) {
    for (const path of await entries("views/assets", type)) {
      await Deno.copyFile(path, join(folder, basename(path)));
    }
  }
  await Deno.copyFile(htmx, join(folder, "htmx.js"));
}

async function bundle(folder: string, entries: string[], options: string[] = []): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--platform=browser", "--minify", ...options],
      `--outdir=${folder}`,
      ...entries,
    ],
    cwd: root,
    stdout: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** What the bundler names: a part that several scripts share, or that is fetched when it is needed. */
const chunk = /-[A-Z0-9]{8}\.js$/;

/** Chunks bear the names that the files which import them know; they are made of their content. */
async function nameByContent(folder: string): Promise<void> {
  const manifest: Record<string, string> = {};
  for (const { name } of await Array.fromAsync(Deno.readDir(folder))) {
    manifest[name] = name;
    if (chunk.test(name)) continue;
    const type = extname(name);
    const digest = await hash(await Deno.readFile(join(folder, name)));
    manifest[name] = `${basename(name, type)}-${digest.slice(0, 10)}${type}`;
    await Deno.rename(join(folder, name), join(folder, manifest[name]));
  }
  await Deno.writeTextFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
}

async function entries(folder: string, type: string): Promise<string[]> {
  const found = await Array.fromAsync(Deno.readDir(join(root, folder)));
  return found.filter(({ name }) => name.endsWith(type)).map(({ name }) =>
    join(root, folder, name)
  );
}

if (import.meta.main) await build();
