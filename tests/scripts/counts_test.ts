import { deepEqual, equal } from "node:assert/strict";
import { add, closingLine, none, readFailures, readReport } from "../../scripts/test/counts.ts";

const report = `<testsuites name="deno test" tests="3" failures="1" errors="0">
  <testcase name="one"></testcase>
  <testcase name="two &gt; inner"><failure message="no">
    Error: 1 &lt; 2
    at somewhere</failure></testcase>
  <testcase name="three (skipped: no database)"><skipped/></testcase>
</testsuites>`;

Deno.test("a report counts each case once", () => {
  deepEqual(readReport(report), { passed: 1, failed: 1, skipped: 1 });
  deepEqual(readReport(""), none);
});

Deno.test("what failed is told with its name and how", () => {
  deepEqual(readFailures(report), ["two > inner\nError: 1 < 2\n    at somewhere"]);
  deepEqual(readFailures(""), []);
});

Deno.test("the closing line names skipped tests only when there are some", () => {
  equal(closingLine(add(readReport(report), none)), "1 passed, 1 failed, 1 skipped");
  equal(closingLine({ passed: 2, failed: 0, skipped: 0 }), "2 passed, 0 failed");
});
