import { equal, match, ok } from "node:assert/strict";
import { inWorker } from "../support/in_worker.ts";
import { Person } from "../support/person.ts";

inWorker("pages answer, and name assets that are there", async ({ shop }) => {
  const guest = new Person(shop.origin);
  for (const path of ["/", "/store", "/sign-in", "/help"]) {
    const { status, body, headers } = await guest.get<string>(path);
    equal(status, 200, path);
    match(body, /^<!doctype html>/);
    equal(headers.get("content-encoding"), null, "Cloudflare compresses by itself");
  }
  const { body } = await guest.get<string>("/");
  const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  ok(assets.length > 3);
  for (const path of assets) {
    const answer = await fetch(`${shop.origin}${path}`);
    equal(answer.status, 200, path);
    ok((await answer.bytes()).length > 0);
  }
  equal((await guest.get("/assets/none.css")).status, 404);
});
