import assert from "node:assert/strict";
import fc from "fast-check";
import { bucketOf } from "../../../src/schedule/bucket.ts";

Deno.test("a bucket is named by its end", () => {
  assert.equal(bucketOf(10_000, 2), 10_000);
  assert.equal(bucketOf(10_001, 2), 12_000);
  assert.equal(bucketOf(11_999, 2), 12_000);
});

Deno.test("a bucket ends at most its length after each of its moments, on a whole second", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 4_102_444_800_000 }),
    fc.integer({ min: 1, max: 3_600 }),
    (momentMs, bucketSeconds) => {
      const end = bucketOf(momentMs, bucketSeconds);
      assert(end >= momentMs && end < momentMs + bucketSeconds * 1_000);
      assert.equal(end % 1_000, 0);
      assert.equal(bucketOf(end, bucketSeconds), end);
    },
  ));
});
