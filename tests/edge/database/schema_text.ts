import type { Database } from "../../../src/platform.ts";

/** Everything that the schema `public` is made of, a line a part, but for the migrations' table. */
export async function schemaText(database: Database): Promise<string[]> {
  const rows = await database.query<{ part: string }>(parts);
  return rows.map(({ part }) => part);
}

/** What is in one schema and not in the other. */
export function changes(before: readonly string[] = [], after: readonly string[]): string[] {
  return [
    ...before.filter((part) => !after.includes(part)).map((part) => `- ${part}`),
    ...after.filter((part) => !before.includes(part)).map((part) => `+ ${part}`),
  ];
}

/** The tables that hold no row. */
export async function emptyTables(database: Database): Promise<string[]> {
  const tables = await database.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const empty: string[] = [];
  for (const { table_name } of tables) {
    const rows = await database.query(`select from ${table_name} limit 1`);
    if (rows.length === 0) empty.push(table_name);
  }
  return empty;
}

const parts = `
  select part from (
    select format('column %s.%s %s %s default %s identity %s', table_name, column_name,
      concat(udt_name, character_maximum_length), case is_nullable when 'YES' then 'null' else 'not null' end,
      column_default, identity_generation) as part, table_name as owner
    from information_schema.columns where table_schema = 'public'
    union all
    select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
      conrelid::regclass::text
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select indexdef, tablename from pg_indexes where schemaname = 'public'
    union all
    select format('%s %s %s', relkind, relname, reloptions), relname
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'S')
    union all
    select definition, viewname from pg_views where schemaname = 'public'
    union all
    select pg_get_functiondef(oid), proname
    from pg_proc where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    union all
    select pg_get_triggerdef(oid), tgrelid::regclass::text
    from pg_trigger where not tgisinternal
    union all
    select format('type %s %s', typname, typtype), typname
    from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r')
    union all
    select format('extension %s', extname), extname from pg_extension
  ) all_parts
  where owner <> 'migrations'
  order by part`;
