import type { Database } from "../../src/platform.ts";
import { TestApp } from "../support/test_app.ts";

Deno.test("a shop that opens begins nothing that nobody has asked for", async () => {
  const query = () => Promise.reject(new Error("nobody asked"));
  const app = new TestApp({ query } as unknown as Database);
  // What is under way after this would be found by the sanitizers.
  await app[Symbol.asyncDispose]();
});
