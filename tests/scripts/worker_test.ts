import { ok } from "node:assert/strict";
import { weighWorker, worker_gz_bytes_max } from "../../scripts/worker.ts";

Deno.test("what a Worker loads to start stays small; the rest waits until it is needed", async () => {
  const { start, whole } = await weighWorker();
  ok(start.gzipped <= worker_gz_bytes_max, `${start.gzipped} bytes`);
  ok(start.gzipped > whole.gzipped / 2, "something that a start needs was not found");
});
