import { deepEqual, equal, notEqual, rejects } from "node:assert/strict";
import { Cookies } from "./cookies.ts";
import { Person } from "./person.ts";
import { ShopProcess } from "./shop.ts";

Deno.test("a shop that is killed opens again with all that it knew", async () => {
  await using shop = await ShopProcess.open();
  const person = await Person.signedIn(shop.origin, { name: "Kim" });
  equal((await person.get("/api/cart")).status, 200);
  notEqual(shop.log.length, 0);

  await shop.restart();
  equal((await person.get("/api/cart")).status, 200);
  equal((await new Person(shop.origin).get("/api/cart")).status, 401);
});

Deno.test("a shop that cannot open says why", async () => {
  const entry = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(entry, 'throw new Error("PORT wants a number");');
  await rejects(ShopProcess.open({ entry }), /did not open[\s\S]*PORT wants a number/);
  await Deno.remove(entry);
});

Deno.test("cookies are kept until they are taken back", () => {
  const cookies = new Cookies();
  cookies.take(setting("access=a=b; Path=/; HttpOnly", "locale=ko; Max-Age=60"));
  equal(cookies.header, "access=a=b; locale=ko");
  cookies.take(setting("access=; Max-Age=0", "locale=; Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
  equal(cookies.header, "");

  cookies.set("locale", "en");
  deepEqual(cookies.forBrowser("http://127.0.0.1"), [
    { name: "locale", value: "en", url: "http://127.0.0.1" },
  ]);
});

function setting(...lines: string[]): Headers {
  return new Headers(lines.map((line) => ["set-cookie", line] as [string, string]));
}
