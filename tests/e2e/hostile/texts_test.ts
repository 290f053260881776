import { equal, notEqual } from "node:assert/strict";
import { checkoutForm, holdOne } from "../../support/checkout.ts";
import { Person } from "../../support/person.ts";
import { escaped } from "../../support/refused.ts";
import { stage } from "../../support/stage.ts";

const texts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</title></textarea><b>& &lt;b&gt;",
  "'; drop table holds; --",
  '=HYPERLINK("//evil.example")',
];

for (const text of texts) {
  Deno.test(`${text} is text wherever people can write`, async () => {
    const { origin, shop } = await stage();
    const written = await writeEverywhere(origin, text);
    for (const [who, path] of written.pages) {
      const { status, body } = await who.get<string>(path);
      equal(status, 200, path);
      equal(body.includes(escaped(text)), true, `${path} does not show it`);
      if (/[<"&]/.test(text)) equal(body.includes(text), false, `${path} shows it as it came`);
    }
    for (const [who, path] of written.json) {
      equal(JSON.stringify((await who.get(path)).body).includes(JSON.stringify(text)), true, path);
    }
    equal(shop.log.some((line) => line.includes(JSON.stringify(text).slice(1, -1))), false);
  });
}

/** Where text that was written can be read, and by whom. */
interface Written {
  readonly pages: readonly [who: Person, path: string][];
  readonly json: readonly [who: Person, path: string][];
}

/** A seller and a buyer who write nothing else into any field. */
async function writeEverywhere(origin: string, text: string): Promise<Written> {
  const seller = await Person.signedIn(origin, { name: text, role: "seller" });
  const buyer = await Person.signedIn(origin, { name: text });
  const show = await led(seller, "/desk/shows", {
    title: text,
    description: text,
    notice: text,
    freeShipping: "never",
    startsAt: "2030-01-02T20:00",
  });
  const product = await led(seller, "/desk/products", {
    name: text,
    description: text,
    colours: text,
    showId: show,
    inStore: "true",
    price: "10",
    stock: "5",
  });
  await led(seller, `/desk/shows/${show}/airing`, {});
  await led(buyer, `/shows/${show}/messages`, { text });
  const typed = { name: text, line1: text, line2: text, city: text, depositorName: text };
  const { consentOrder: _, consentPrivacy: __, remember: ___, ...contact } = checkoutForm;
  await led(buyer, "/profile", { ...contact, ...typed, displayName: text });

  const { body } = await seller.get<{ variants: { id: string }[] }>(`/api/products/${product}`);
  const held = await holdOne(buyer, body.variants[0]!.id);
  const order = await led(buyer, "/orders", { ...checkoutForm, ...typed, holdIds: [held] });
  await led(buyer, `/orders/${order}/payment-claims`, { method: "bank", note: text });
  await holdOne(buyer, body.variants[0]!.id);
  await led(seller, `/desk/orders/${order}/payment`, { method: "bank" });
  await led(seller, `/desk/orders/${order}/shipment`, { carrier: text, tracking: text });

  const guest = new Person(origin);
  const query = encodeURIComponent(text);
  const at = (who: Person, ...paths: string[]) =>
    paths.map((path): [Person, string] => [who, path]);
  return {
    pages: [
      ...at(guest, "/", `/shows/${show}`, `/shows/${show}/chat`, `/store?q=${query}`),
      ...at(guest, `/products/${product}`),
      ...at(buyer, "/cart", "/orders", `/orders/${order}`, `/orders/${order}/receipt`, "/profile"),
      ...at(seller, "/desk", "/desk/shows", `/desk/shows/${show}`, "/desk/products"),
      ...at(seller, `/desk/products/${product}`, "/desk/orders", `/desk/orders/${order}`),
      ...at(seller, `/desk/products?q=${query}`, `/desk/orders?q=${query}`),
    ],
    json: [
      ...at(guest, `/api/shows/${show}`, `/api/shows/${show}/messages`, `/api/products/${product}`),
      ...at(buyer, "/api/cart", `/api/orders/${order}`),
    ],
  };
}

/** Sends a form that is taken; answers the id or number that it leads to. */
async function led(who: Person, path: string, fields: Record<string, string | string[]>) {
  const { status, headers, body } = await who.submit(path, fields);
  equal(status, 303, `${path}: ${body.slice(0, 2000)}`);
  const { pathname } = new URL(headers.get("location")!, who.origin);
  return pathname.split("/").at(-1)!;
}

Deno.test("characters that no database keeps break nothing", async () => {
  const { origin } = await stage();
  const seller = await Person.signedIn(origin, { role: "seller" });
  for (const text of ["a\0b", "\ud800", "\u202e\u2066", "\u0000", "é".repeat(3000)]) {
    for (
      const [path, body] of [
        ["/api/sign-in/dev", { email: "odd@example.com", name: text }],
        ["/api/sign-in/dev", { email: text }],
        ["/api/desk/products", { name: text, variants: [{ price: 1, stock: 1, colour: text }] }],
        ["/api/desk/shows", { title: text, startsAt: "2030-01-02T20:00:00Z", notice: text }],
        ["/api/holds", { variantId: text, quantity: 1 }],
        [`/api/orders/${encodeURIComponent(text.toWellFormed())}/cancellation`, {}],
      ] as const
    ) {
      const { status } = await seller.post(path, body);
      notEqual(status, 500, `${path} with ${JSON.stringify(text).slice(0, 40)}`);
    }
    for (
      const path of ["/store?q=", "/orders/", "/products/", "/sign-in?from=", "/desk/orders?q="]
    ) {
      const { status } = await seller.get(path + encodeURIComponent(text.toWellFormed()));
      notEqual(status, 500, `${path} with ${JSON.stringify(text).slice(0, 40)}`);
    }
  }
});
