/** The assets of pages without a room, by the names that views call them by. */
export async function bundle(): Promise<Map<string, string>> {
  const folder = await Deno.makeTempDir();
  await into(folder, ["views/assets/shop.css"]);
  await into(folder, ["views/islands/shop.ts"]);
  const files = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    files.set(name, await Deno.readTextFile(`${folder}/${name}`));
  }
  await Deno.remove(folder, { recursive: true });
  files.set("maru.svg", await Deno.readTextFile("views/assets/maru.svg"));
  const htmx = import.meta.resolve("htmx.org/dist/htmx.min.js");
  files.set("htmx.js", await Deno.readTextFile(new URL(htmx)));
  return files;
}

async function into(folder: string, entries: readonly string[]) {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["bundle", "--quiet", "--minify", "--platform=browser"],
      `--outdir=${folder}`,
      ...entries,
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}
