import type { Database } from "../../src/platform.ts";

/** Lets minutes pass: moves every moment that the database knows so far into the past. */
export async function pass(database: Database, minutes: number): Promise<void> {
  await database.script(`do $$
    declare
      moved text;
    begin
      for moved in
        select format('update %I set %s', table_name, string_agg(
          format('%1$I = %1$I - make_interval(secs => ${minutes * 60})', column_name), ', '))
        from information_schema.columns
        where table_schema = 'public' and data_type = 'timestamp with time zone'
          and table_name in (select tablename from pg_tables where schemaname = 'public')
        group by table_name
      loop
        execute moved;
      end loop;
    end $$`);
}
