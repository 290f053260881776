import { deepEqual, equal } from "node:assert/strict";
import { readEnvironment } from "../../edge/environment.ts";

Deno.test("Neon's driver is taken for Neon's hosts, and wherever it is asked for", () => {
  const driver = (variables: Record<string, string>) => readEnvironment(variables).neon;
  const [neon, own] = ["postgres://me@ep-1.eu.aws.neon.tech/maru", "postgres://me@db/maru"];
  deepEqual(driver({ DATABASE_URL: neon }), { proxy: undefined });
  equal(driver({ DATABASE_URL: neon, DATABASE_DRIVER: "postgres" }), undefined);
  equal(driver({ DATABASE_URL: own }), undefined);
  equal(driver({ DATABASE_URL: "postgres://me@neon.tech.example.com/maru" }), undefined);
  deepEqual(
    driver({ DATABASE_URL: own, DATABASE_DRIVER: "neon", NEON_PROXY: "http://localhost:1/" }),
    { proxy: "http://localhost:1" },
  );
});

Deno.test("Redis is reached over REST by its two variables", () => {
  const UPSTASH_REDIS_REST_URL = "https://cache.example/";
  deepEqual(readEnvironment({ UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN: "t" }).upstash, {
    url: "https://cache.example",
    token: "t",
  });
});
