import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { DatabaseError } from "../../../src/platform.ts";
import { everyDatabase } from "../../support/databases.ts";

everyDatabase(
  "numbers that JavaScript holds are numbers, the others stay text",
  async (database) => {
    const rows = await database.query(`
    select 7::int2 as small, 7::int4 as int, 7::int8 as long, 1.50::numeric as exact,
           1.5::float8 as float, true as yes, null::int as nothing`);
    deepEqual(rows, [
      { small: 7, int: 7, long: "7", exact: "1.50", float: 1.5, yes: true, nothing: null },
    ]);
  },
);

everyDatabase("times come as the server's text, in UTC, to the microsecond", async (database) => {
  const rows = await database.query(`
    select '2026-11-21 03:04:05.123456+09'::timestamptz as moment, '2026-11-21'::date as day,
           '03:04'::time as time, '1 day 2 hours'::interval as span`);
  deepEqual(rows, [{
    moment: "2026-11-20 18:04:05.123456+00",
    day: "2026-11-21",
    time: "03:04:00",
    span: "1 day 02:00:00",
  }]);
});

everyDatabase(
  "JSON is parsed, text and uuid are as they are, arrays of them too",
  async (database) => {
    const id = "0190c6a5-7e6f-7000-8000-000000000000";
    const rows = await database.query(
      `select $1::jsonb as b, $2::json as j, $3::uuid as id, $4::text as text,
            array[$3::uuid] as ids, array['a,b', 'c"d', null] as texts, array[1, 2] as ints`,
      [`{"a":[1,"2",null]}`, "3", id, "말"],
    );
    deepEqual(rows, [{
      ...{ b: { a: [1, "2", null] }, j: 3, id, text: "말" },
      ...{ ids: [id], texts: ["a,b", 'c"d', null], ints: [1, 2] },
    }]);
  },
);

everyDatabase("rows come as arrays when asked, in the order of the columns", async (database) => {
  const rows = await database.query("select 1 as a, 'x' as a, 2 as b", [], { rows: "array" });
  deepEqual(rows, [[1, "x", 2]]);
});

everyDatabase("parameters are numbers, truths, nulls, text and lists", async (database) => {
  const rows = await database.query(
    "select $1::int + 1 as n, $2::bool as b, $3::text as t, 'b' = any($4::text[]) as found",
    [41, false, null, ["a", "b"]],
  );
  deepEqual(rows, [{ n: 42, b: false, t: null, found: true }]);
});

everyDatabase("an object as a parameter is a mistake of the caller", async (database) => {
  await rejects(() => Promise.resolve(database.query("select $1::text", [{}])), TypeError);
  await rejects(
    () => Promise.resolve(database.query("select $1::text", [new Date()])),
    TypeError,
  );
});

everyDatabase("a named statement is run again and again", async (database) => {
  for (const n of [1, 2, 3]) {
    const rows = await database.query("select $1::int as n", [n], { name: "again" });
    deepEqual(rows, [{ n }]);
  }
});

everyDatabase("a refused statement says why, and the next one runs", async (database) => {
  await database.script("create table t (a int constraint t_once primary key)");
  await database.query("insert into t values (1)");
  await rejects(database.query("insert into t values ($1)", [1], { name: "put" }), (error) => {
    ok(error instanceof DatabaseError);
    equal(error.sqlState, "23505");
    equal(error.constraint, "t_once");
    match(error.message, /duplicate key/);
    return true;
  });
  await database.query("insert into t values ($1)", [2], { name: "put" });
  deepEqual(await database.query("select a from t order by a"), [{ a: 1 }, { a: 2 }]);
});

everyDatabase("syntax, arithmetic and raised errors carry their SQLSTATE", async (database) => {
  const state = (text: string) =>
    database.query(text).then(() => "none", (error: DatabaseError) => error.sqlState);
  equal(await state("selec 1"), "42601");
  equal(await state("select 1 / 0"), "22012");
  equal(await state("do $$ begin raise exception 'no' using errcode = 'MA001'; end $$"), "MA001");
});

everyDatabase("statements sent together all get their own answer", async (database) => {
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  const answers = await Promise.all(numbers.map(async (n) => {
    if (n % 10 === 0) return await database.query("select 1 / 0").catch(() => "refused");
    return (await database.query<{ n: number }>("select $1::int as n", [n]))[0]?.n;
  }));
  deepEqual(answers, numbers.map((n) => n % 10 === 0 ? "refused" : n));
});

everyDatabase("a script that fails leaves nothing, and a session that works", async (database) => {
  await rejects(
    database.script("begin; create table t (a int); select 1 / 0; commit;"),
    { sqlState: "22012" },
  );
  await rejects(database.query("select * from t"), { sqlState: "42P01" });
  await database.script("create table t (a int); insert into t values (1); select * from t;");
  deepEqual(await database.query("select * from t"), [{ a: 1 }]);
});

everyDatabase("large values pass in both directions", async (database) => {
  const text = "한".repeat(1_000_000);
  const [row] = await database.query<{ text: string }>("select $1::text as text", [text]);
  ok(row?.text === text);
});

everyDatabase(
  "what was asked before closing is answered, what comes later is not",
  async (database) => {
    const before = Array.from({ length: 20 }, () => database.query("select pg_sleep(0.01)"));
    const closing = database.close();
    await rejects(database.query("select 1"), { name: "DatabaseError", sqlState: "08006" });
    equal((await Promise.all(before)).length, 20);
    await closing;
    await rejects(database.query("select 1"), { sqlState: "08006" });
    await database.close();
  },
);
