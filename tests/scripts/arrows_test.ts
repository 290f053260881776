import { deepEqual } from "node:assert/strict";
import { readTree } from "../../scripts/arrows.ts";
import { faults } from "../../scripts/arrows/rules.ts";

function faultsOf(files: Record<string, string>): string[] {
  return faults(new Map(Object.entries(files)));
}

Deno.test("this repository keeps its arrows", () => {
  deepEqual(faults(readTree(".")), []);
});

Deno.test("edge knows src, src knows views, and no arrow runs back", () => {
  const leaf = "export const x = 1;";
  deepEqual(
    faultsOf({
      "edge/deno.ts": 'import { x } from "../src/app.ts";',
      "src/app.ts": 'import { x } from "../views/page.tsx";\nexport { x };',
      "views/page.tsx": leaf,
    }),
    [],
  );
  deepEqual(
    faultsOf({
      "edge/deno.ts": leaf,
      "scripts/seed.ts": leaf,
      "src/app.ts": 'import { x } from "../edge/deno.ts";',
      "views/page.tsx": 'export * from "../scripts/seed.ts";',
    }),
    [
      "src/app.ts imports edge/deno.ts: src/ may not know edge/",
      "views/page.tsx imports scripts/seed.ts: views/ may not know scripts/",
    ],
  );
});

Deno.test("views take types alone from src", () => {
  const src = { "src/hold.ts": "export interface Hold {}" };
  const types = [
    'import type { Hold } from "../src/hold.ts";',
    'import { type Hold, type Wait } from "../src/hold.ts";',
    'import {\n  type Hold,\n} from "../src/hold.ts";',
    'export type { Hold } from "../src/hold.ts";',
  ];
  for (const text of types) deepEqual(faultsOf({ ...src, "views/cart.tsx": text }), []);
  const values = [
    'import { Hold } from "../src/hold.ts";',
    'import { type Hold, hold } from "../src/hold.ts";',
    'import hold from "../src/hold.ts";',
    'import "../src/hold.ts";',
    `const hold = await ${"import"}("../src/hold.ts");`,
  ];
  for (const text of values) {
    deepEqual(faultsOf({ ...src, "views/cart.tsx": text }), [
      "views/cart.tsx imports more than types from src/hold.ts",
    ]);
  }
});

Deno.test("src and views know no runtime and no cloud", () => {
  const bound = ["node:fs", "pg", "@electric-sql/pglite", "@neondatabase/serverless", "hono/deno"];
  for (const from of bound) {
    const text = `import { x } from "${from}";`;
    deepEqual(faultsOf({ "src/x.ts": text }), [
      `src/x.ts imports ${from}, which only edge/ may know`,
    ]);
    deepEqual(faultsOf({ "edge/x.ts": text }), []);
  }
  const free = ["hono", "hono/cookie", "@upstash/qstash", "@upstash/redis", "drizzle-orm/pg-core"];
  for (const from of free) deepEqual(faultsOf({ "src/x.ts": `import { x } from "${from}";` }), []);

  deepEqual(faultsOf({ "src/x.ts": 'const port = Deno.env.get("PORT");' }), [
    "src/x.ts names Deno, which only edge/ may know",
  ]);
  deepEqual(faultsOf({ "views/x.tsx": "const { env } = process.env;" }), [
    "views/x.tsx names process., which only edge/ may know",
  ]);
  deepEqual(faultsOf({ "src/x.ts": '// Deno has none\nconst name = "Deno"; process(name);' }), []);
});

Deno.test("a capability's routes are imported by the application alone", () => {
  const routes = { "src/cart/routes.tsx": "export const routes = 1;" };
  const text = 'import { routes } from "./cart/routes.tsx";';
  deepEqual(faultsOf({ ...routes, "src/app.ts": text }), []);
  deepEqual(faultsOf({ ...routes, "src/orders/place.ts": text.replace("./", "../") }), [
    "src/orders/place.ts imports src/cart/routes.tsx: routes are mounted by src/app.ts alone",
  ]);
});

Deno.test("a relative import leads to a file, and a test lies where it is run", () => {
  deepEqual(faultsOf({ "scripts/seed.ts": 'import "./demo.ts";' }), [
    "scripts/seed.ts imports ./demo.ts, which is not there",
  ]);
  deepEqual(faultsOf({ "src/cart/rules_test.ts": "" }), [
    "src/cart/rules_test.ts is a test outside tests/, where nobody runs it",
  ]);
});

Deno.test("no file names one machine, and the lock file no registry", () => {
  for (const folder of ["work", "root", "home/ann"]) {
    const path = `/${folder}/` + "main";
    deepEqual(faultsOf({ "README.md": `see ${path}/x` }).length, 1, path);
  }
  deepEqual(faultsOf({ "README.md": "see /homework/main and docs/work/x" }), []);
  deepEqual(faultsOf({ "deno.lock": '{"tarball": "x"}' }), [
    "deno.lock names the host that packages came from",
  ]);
});
