/** A process of its own that opens the folder it is told and says each row that is acknowledged. */
import { pglite } from "../../../edge/database/pglite.ts";

const database = await pglite(Deno.args[0]!);
await database.script("create table if not exists rows (n int primary key)");
const [row] = await database.query<{ next: number }>(
  "select coalesce(max(n), 0) + 1 as next from rows",
);
console.log("open");
for (let n = row?.next ?? 1;; n++) {
  await database.query("insert into rows values ($1)", [n], { name: "insert" });
  console.log(String(n));
}
