import { type Migration, readMigrations } from "../../../edge/database/migrations.ts";

/** Migrations `0001_step`, `0002_step`, … as their files would be read. */
export function numbered(...steps: { up: string; down?: string }[]): Promise<Migration[]> {
  const files = steps.flatMap(({ up, down = "select 1" }, index) => {
    const name = `${String(index + 1).padStart(4, "0")}_step`;
    return [[`${name}.sql`, up], [`${name}.down.sql`, down]];
  });
  return readFiles(Object.fromEntries(files));
}

/** Reads a folder that holds these files. */
export async function readFiles(files: Record<string, string>): Promise<Migration[]> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${folder}/${name}`, text);
    }
    return await readMigrations(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
