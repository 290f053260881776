/** The assets of the shop, by the names that views call them by. */
export async function bundle(): Promise<Map<string, string>> {
  const folder = await Deno.makeTempDir();
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--minify",
      "--platform=browser",
      `--outdir=${folder}`,
      "views/assets/shop.css",
      "views/islands/shop.ts",
      "views/islands/live.ts",
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const files = new Map<string, string>();
  for await (const entry of Deno.readDir(folder)) await collect(folder, entry.name);
  await Deno.remove(folder, { recursive: true });
  files.set("maru.svg", await Deno.readTextFile("views/assets/maru.svg"));
  const htmx = import.meta.resolve("htmx.org/dist/htmx.min.js");
  files.set("htmx.js", await Deno.readTextFile(new URL(htmx)));
  return files;

  async function collect(path: string, name: string) {
    const { isDirectory } = await Deno.stat(`${path}/${name}`);
    if (!isDirectory) return files.set(name, await Deno.readTextFile(`${path}/${name}`));
    for await (const entry of Deno.readDir(`${path}/${name}`)) {
      await collect(`${path}/${name}`, entry.name);
    }
  }
}
