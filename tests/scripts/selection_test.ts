import { deepEqual, equal } from "node:assert/strict";
import { groupOf } from "../../scripts/test/groups.ts";
import { select } from "../../scripts/test/selection.ts";

const files = ["tests/e2e/buyer_test.ts", "tests/races/hold_test.ts", "tests/stock/hold_test.ts"];

Deno.test("without arguments every test file runs", () => {
  deepEqual(select(files, []), { files, filter: undefined, narrowed: false });
});

Deno.test("an argument that is part of a path narrows to those files", () => {
  deepEqual(select(files, ["--", "stock/"]).files, ["tests/stock/hold_test.ts"]);
  deepEqual(select(files, ["./tests/races", "buyer"]).files, files.slice(0, 2));
});

Deno.test("other arguments are looked for in the names of the tests", () => {
  deepEqual(select(files, ["last", "unit"]), { files, filter: "last unit", narrowed: true });
  deepEqual(select(files, ["races", "last"]), {
    files: ["tests/races/hold_test.ts"],
    filter: "last",
    narrowed: true,
  });
});

Deno.test("a file belongs to the group of its folder, else to the units", () => {
  equal(groupOf("tests/e2e/buyer_test.ts").name, "e2e");
  equal(groupOf("tests/stock/hold_test.ts").name, "units");
  equal(groupOf("tests/races.ts").name, "units");
});
