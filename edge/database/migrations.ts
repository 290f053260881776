import { sha256 } from "../../src/bytes.ts";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A step of the schema, as its two files have it. */
export interface Migration {
  readonly number: number;
  /** `"0004_stock"` */
  readonly name: string;
  readonly up: string;
  readonly down: string;
  /** SHA-256 of `up`, in hex. */
  readonly checksum: string;
}

const here = fileURLToPath(new URL("../../migrations/", import.meta.url));

/**
 * Reads `NNNN_name.sql` and `NNNN_name.down.sql`, in the order of their numbers.
 * @throws when a number repeats, a down is missing or stands alone, or a name is of another form
 */
export async function readMigrations(folder = here): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const ups = files.filter((file) => !file.endsWith(".down.sql"));
  const migrations: Migration[] = [];
  for (const file of ups) {
    const name = file.slice(0, -".sql".length);
    const number = Number(/^(\d{4})_[a-z0-9_]+$/.exec(name)?.[1] ?? NaN);
    if (Number.isNaN(number)) throw new Error(`migrations/${file} is not named NNNN_name.sql`);
    if (migrations.at(-1)?.number === number) {
      throw new Error(`migrations/${file} repeats the number of ${migrations.at(-1)!.name}.sql`);
    }
    if (!files.includes(`${name}.down.sql`)) {
      throw new Error(`migrations/${file} has no ${name}.down.sql`);
    }
    const up = await readFile(join(folder, file), "utf8");
    const down = await readFile(join(folder, `${name}.down.sql`), "utf8");
    migrations.push({ number, name, up, down, checksum: sha256(up) });
  }
  const alone = files.find((file) =>
    file.endsWith(".down.sql") && !ups.includes(file.replace(".down", ""))
  );
  if (alone) throw new Error(`migrations/${alone} takes down what no file puts up`);
  return migrations;
}
