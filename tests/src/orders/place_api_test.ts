import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { checkoutForm, holdOne, orderBody } from "../../support/checkout.ts";
import { codeOf, inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";

interface Placed {
  orders: { number: string; sellerId: string; goods: number; shipping: number; total: number }[];
}

inShop("held lines become an order a seller", { stock: [5, 5], price: 2000 }, async (at) => {
  const mina = await at.shopper();
  const other = await setScene(at.database, { stock: [5], price: 700 });
  const holdIds = [
    await holdOne(mina, at.scene.variantIds[0], 2),
    await holdOne(mina, at.scene.variantIds[1]),
    await holdOne(mina, other.variantIds[0]),
  ];
  const { status, body } = await mina.post<Placed>("/api/orders", { ...orderBody, holdIds });
  equal(status, 201);
  deepEqual(
    body.orders.map(({ sellerId, goods, shipping, total }) => [sellerId, goods, shipping, total]),
    [[at.scene.sellerId, 6000, 1000, 7000], [other.sellerId, 700, 1000, 1700]],
  );
  for (const { number } of body.orders) match(number, /^ORD-\d{8}-\d{5}$/);
  await assertInvariants(at.database);
});

inShop(
  "the same key gets the first answer, another wish is refused",
  { stock: [5] },
  async (at) => {
    const mina = await at.shopper();
    const wish = { ...orderBody, holdIds: [await holdOne(mina, at.scene.variantIds[0])] };
    for (const key of [crypto.randomUUID(), "order of Mina, No. 1"]) {
      const [first, ...others] = await Promise.all(
        Array.from({ length: 8 }, () => mina.post("/api/orders", wish, key)),
      );
      for (const other of others) deepEqual(other.body.orders, first?.body.orders);
      const elsewhere = { ...wish, depositorName: "SOMEBODY ELSE" };
      equal(codeOf(await mina.post("/api/orders", elsewhere, key)), "IDEMPOTENCY_MISMATCH");
    }
    equal((await at.database.query("select from orders")).length, 1);
    await assertInvariants(at.database);
  },
);

inShop("what is left out comes from the profile", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = [await holdOne(mina, at.scene.variantIds[0])];
  const refused = await mina.post("/api/orders", { holdIds });
  deepEqual([refused.status, codeOf(refused)], [403, "PROFILE_INCOMPLETE"]);
  deepEqual(
    (refused.body.fields as { field: string }[]).map(({ field }) => field),
    ["depositorName", "address"],
  );
  const { remember: _, consentOrder: __, consentPrivacy: ___, ...profile } = checkoutForm;
  equal((await mina.submit("/profile", { ...profile, displayName: "Mina" })).status, 303);

  const { status, body } = await mina.post<Placed>("/api/orders", { holdIds });
  equal(status, 201);
  const order = await mina.get(`/api/orders/${body.orders[0]?.number}`);
  equal(order.body.depositorName, "KIM MINA");
  deepEqual(order.body.address, {
    country: "US",
    name: "Mina Kim",
    line1: "1 Main St",
    city: "Los Angeles",
    state: "CA",
    postalCode: "90012",
    phone: "+12135550123",
  });
});

inShop("an order that cannot be is refused with its code", { stock: [5, 5] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const lapsed = await holdOne(mina, at.scene.variantIds[0]);
  await at.lapseAll();
  const held = await holdOne(mina, at.scene.variantIds[1]);
  const foreign = await holdOne(jun, at.scene.variantIds[1]);
  const { body: wait } = await jun.post("/api/holds", {
    variantId: at.scene.variantIds[0],
    quantity: 6,
    waitlist: true,
  });
  const cases = [
    [[], "CART_EMPTY", 422],
    [[lapsed], "HOLD_LAPSED", 410],
    [[held, lapsed], "HOLD_LAPSED", 410],
    [[foreign], "NOT_YOURS", 404],
    [[held, foreign], "NOT_YOURS", 404],
    [[crypto.randomUUID()], "NOT_YOURS", 404],
    [[wait.id], "NOT_YOURS", 404],
    [["1"], "INVALID", 422],
    ["all", "INVALID", 422],
    [Array.from({ length: 51 }, () => crypto.randomUUID()), "INVALID", 422],
  ] as const;
  for (const [holdIds, code, status] of cases) {
    const answer = await mina.post("/api/orders", { ...orderBody, holdIds });
    deepEqual([codeOf(answer), answer.status], [code, status], JSON.stringify(holdIds));
  }
  const waiting = await jun.post("/api/orders", { ...orderBody, holdIds: [wait.id] });
  equal(codeOf(waiting), "SOLD_OUT", "a place in line holds nothing");
  equal((await at.database.query("select from orders")).length, 0);
  await assertInvariants(at.database);
});

inShop("a line is ordered once, by whichever request comes first", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = [await holdOne(mina, at.scene.variantIds[0])];
  const order = () => mina.post("/api/orders", { ...orderBody, holdIds });
  const answers = await Promise.all([order(), order(), order(), order()]);
  deepEqual(answers.map(({ status }) => status).sort(), [201, 410, 410, 410]);
  const twice = await mina.post("/api/orders", { ...orderBody, holdIds: [...holdIds, ...holdIds] });
  equal(codeOf(twice), "HOLD_LAPSED");
  await assertInvariants(at.database);
});

inShop("the same line named twice is one line", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const id = await holdOne(mina, at.scene.variantIds[0]);
  const { status, body } = await mina.post<Placed>("/api/orders", {
    ...orderBody,
    holdIds: [id, id],
  });
  deepEqual([status, body.orders[0]?.goods], [201, 1000]);
});

inShop("points are off, and unknown fields are refused", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = [await holdOne(mina, at.scene.variantIds[0])];
  const wish = { ...orderBody, holdIds };
  equal(codeOf(await mina.post("/api/orders", { ...wish, points: 500 })), "POINTS_OFF");
  const wrong = [
    { ...wish, points: -1 },
    { ...wish, points: 1.5 },
    { ...wish, total: 1 },
    { ...wish, address: { ...wish.address, total: 1 } },
    { ...wish, address: { ...wish.address, postalCode: "1" } },
    { ...wish, address: { ...wish.address, country: "KR" } },
    { ...wish, address: "somewhere" },
    { ...wish, depositorName: "" },
    { ...wish, depositorName: "x".repeat(101) },
  ];
  for (const body of wrong) {
    equal(codeOf(await mina.post("/api/orders", body)), "INVALID", JSON.stringify(body));
  }
  equal((await mina.post("/api/orders", { ...wish, points: 0 })).status, 201);
});

inShop("half a character is refused, not a bug", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = [await holdOne(mina, at.scene.variantIds[0])];
  for (const depositorName of ["a\u0000b", "a\ud800b"]) {
    equal(
      codeOf(await mina.post("/api/orders", { ...orderBody, holdIds, depositorName })),
      "INVALID",
    );
  }
});

inShop("an order's number is never used again", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const numbers: string[] = [];
  for (let n = 0; n < 2; n++) {
    const holdIds = [await holdOne(mina, at.scene.variantIds[0])];
    const { body } = await mina.post<Placed>("/api/orders", { ...orderBody, holdIds });
    numbers.push(body.orders[0]!.number);
    await mina.post(`/api/orders/${numbers.at(-1)}/cancellation`);
  }
  notEqual(numbers[0], numbers[1]);
});

inShop("a guest cannot order", { stock: [5] }, async (at) => {
  const guest = at.app.guest();
  equal((await guest.post("/api/orders", { ...orderBody, holdIds: [] })).status, 401);
  equal((await guest.submit("/orders", checkoutForm)).status, 401);
});
