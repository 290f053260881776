import { deepEqual, equal, match, ok } from "node:assert/strict";
import { inWorker } from "../support/in_worker.ts";
import { Person } from "../support/person.ts";
import { jpeg } from "../src/uploads/drawings.ts";

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

inWorker("pictures are kept in the bucket, and sent from it", async ({ shop }) => {
  const seller = await Person.signedIn(shop.origin, { role: "seller" });
  const made = await seller.post("/api/desk/products", {
    name: "Mug",
    variants: [{ colour: "", size: "", price: 900, stock: 1 }],
  });
  equal(made.status, 201, JSON.stringify(made.body));
  const body = new FormData();
  const bytes = new Uint8Array(jpeg({ width: 7 }));
  body.append("pictures", new File([bytes], "mug.jpg"));
  const page = `/desk/products/${made.body.id}`;
  equal((await seller.send("POST", `${page}/pictures`, { body })).status, 303);
  const [, src] = /<img src="(\/pictures\/[^"]+)"/.exec((await seller.get<string>(page)).body) ??
    [];
  const sent = await fetch(`${shop.origin}${src}`);
  deepEqual([sent.status, sent.headers.get("content-type")], [200, "image/jpeg"]);
  ok((await sent.bytes()).length > 100);
  equal((await fetch(`${shop.origin}${src}0`)).status, 404);
});
