import { equal, match, ok } from "node:assert/strict";
import { anyDatabase } from "../../support/databases.ts";
import { Person } from "../../support/person.ts";
import { TestApp } from "../../support/test_app.ts";

const seoul = {
  displayName: "미나",
  depositorName: "김미나",
  instagram: "Mina.Shop_1",
  phone: "010-1234-5678",
  country: "KR",
  name: "김미나",
  postalCode: "04524",
  line1: "서울특별시 중구 세종대로 110",
};

anyDatabase(
  "a profile is kept, and its address and phone cannot be read in the database",
  async (database) => {
    await using shop = new TestApp(database);
    const mina = await Person.signedIn(shop);
    equal((await mina.submit("/profile", seoul)).status, 303);
    const { body } = await mina.get<string>("/profile");
    for (const text of ["김미나", "mina.shop_1", "+821012345678", "04524", "세종대로"]) {
      ok(body.includes(text), text);
    }
    const rows = await database.query("select row_to_json(t)::text as text from profiles t");
    const requests = await database.query("select row_to_json(t)::text as text from requests t");
    const stored = JSON.stringify([rows, requests]);
    ok(!/세종대로|12345678|04524/.test(stored), stored);
  },
);

anyDatabase("a refused profile keeps what was typed and says what is wrong", async (database) => {
  await using shop = new TestApp(database);
  const mina = await Person.signedIn(shop);
  const answer = await mina.submit("/profile", { ...seoul, postalCode: "12", phone: "hello" });
  equal(answer.status, 422);
  match(answer.body, /value="서울특별시 중구 세종대로 110"/);
  match(answer.body, /value="hello"/);
  const [{ count } = { count: -1 }] = await database.query<{ count: number }>(
    "select count(*)::int as count from profiles",
  );
  equal(count, 0);
});

for (
  const [field, value] of [
    ["displayName", ""],
    ["displayName", "x".repeat(41)],
    ["depositorName", "x".repeat(101)],
    ["instagram", "a b"],
    ["phone", "+49 30 123456"],
    ["postalCode", "1234"],
    ["line1", ""],
    ["country", "DE"],
    ["admin", "true"],
  ] as const
) {
  anyDatabase(`a profile with ${field} "${value.slice(0, 12)}" is refused`, async (database) => {
    await using shop = new TestApp(database);
    const mina = await Person.signedIn(shop);
    equal((await mina.submit("/profile", { ...seoul, [field]: value })).status, 422);
  });
}

anyDatabase("an American address names one of the states", async (database) => {
  await using shop = new TestApp(database);
  const mina = await Person.signedIn(shop);
  const address = { ...seoul, country: "US", city: "Ithaca", postalCode: "14850" };
  equal((await mina.submit("/profile", { ...address, state: "ZZ" })).status, 422);
  equal((await mina.submit("/profile", { ...address, state: "ny" })).status, 303);
});

anyDatabase("an Instagram name is one person's", async (database) => {
  await using shop = new TestApp(database);
  equal((await (await Person.signedIn(shop)).submit("/profile", seoul)).status, 303);
  const second = await (await Person.signedIn(shop)).submit("/profile", {
    ...seoul,
    instagram: "MINA.shop_1",
  });
  equal(second.status, 422);
  match(second.body, /value="MINA.shop_1"/);
});

anyDatabase("a new display name is on the next page", async (database) => {
  await using shop = new TestApp(database);
  const mina = await Person.signedIn(shop);
  await mina.submit("/profile", { displayName: "단풍" });
  equal((await mina.get<{ displayName: string }>("/api/me")).body.displayName, "단풍");
});
