import type { Database } from "../../src/platform.ts";
import { type Migration, readMigrations } from "./migrations.ts";

/** A migration that ran, as the database remembers it. */
export interface Applied {
  readonly number: number;
  readonly name: string;
  readonly applied_at: string;
}

/**
 * Brings the schema up to date: all that is missing in one transaction under an advisory lock, each
 * step recorded with its checksum. What is missing is decided under the lock, so processes that
 * start together run each step once.
 * @throws DatabaseError naming the file that failed, was changed after it ran, or is unknown here
 */
export async function migrate(database: Database, migrations?: Migration[]): Promise<void> {
  const all = migrations ?? await readMigrations();
  await database.script([begin, unknown(all), ...all.map(up)].join("\n"));
}

/** Takes the schema down to a number, 0 for nothing: the latest steps first, in one transaction. */
export async function migrateDown(
  database: Database,
  to: number,
  migrations?: Migration[],
): Promise<void> {
  const all = migrations ?? await readMigrations();
  const steps = all.filter(({ number }) => number > to).reverse();
  await database.script([begin, unknown(all), ...steps.map(down)].join("\n"));
}

export async function appliedMigrations(database: Database): Promise<Applied[]> {
  await database.script(begin);
  return await database.query<Applied>(
    "select number, name, applied_at from migrations order by number",
  );
}

// A script of many statements is one transaction; the lock is held until its end. Both waiting for
// it and a step may take as long as they need.
const begin = `
select set_config('statement_timeout', '0', true);
select pg_advisory_xact_lock(6272185);
create table if not exists migrations (
  number int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);`;

function unknown(all: readonly Migration[]) {
  const names = all.map(({ name }) => `'${name}'`).join(", ") || "''";
  return `
do $maru$ declare ahead text; begin
  select name into ahead from migrations where name not in (${names}) order by number limit 1;
  if ahead is not null then
    raise exception 'the database has migration %, which these files do not', ahead;
  end if;
end $maru$;`;
}

function up({ number, name, up, checksum }: Migration) {
  return `
do $maru$ declare ran text; begin
  select checksum into ran from migrations where number = ${number};
  if ran is null then
    execute $maru_${number}$${up}$maru_${number}$;
    insert into migrations (number, name, checksum) values (${number}, '${name}', '${checksum}');
  elsif ran <> '${checksum}' then
    raise exception 'migrations/${name}.sql was changed after it ran';
  end if;
exception when others then
  raise exception using errcode = sqlstate,
    message = case when sqlerrm like 'migrations/%' then sqlerrm
      else 'migrations/${name}.sql: ' || sqlerrm end;
end $maru$;`;
}

function down({ number, name, down }: Migration) {
  return `
do $maru$ begin
  if exists (select from migrations where number = ${number}) then
    execute $maru_${number}$${down}$maru_${number}$;
    delete from migrations where number = ${number};
  end if;
exception when others then
  raise exception using errcode = sqlstate, message = 'migrations/${name}.down.sql: ' || sqlerrm;
end $maru$;`;
}
