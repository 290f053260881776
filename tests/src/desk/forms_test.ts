import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { atDesk } from "../../support/desk.ts";
import { identityOn } from "../../support/in_shop.ts";
import { escaped } from "../../support/refused.ts";

const product = {
  name: "Knit",
  colours: "Maple, Beige",
  sizes: "M，L",
  price: "58.00",
  stock: "3",
  inStore: "true",
} as const;

atDesk("who has no shop has no desk", async ({ app }) => {
  const guest = await app.guest().get("/desk/products?q=a");
  deepEqual([guest.status, guest.headers.get("location")], [
    303,
    "/sign-in?from=%2Fdesk%2Fproducts%3Fq%3Da",
  ]);
  const shopper = await app.signedIn();
  const admin = await app.signedIn({ role: "admin" });
  for (const person of [shopper, admin]) {
    for (const path of ["/desk", "/desk/shows", "/desk/products/new", "/desk/orders"]) {
      equal((await person.get(path)).status, 404, path);
    }
    equal((await person.get("/api/desk/products")).status, 404);
    equal((await person.submit("/desk/products", product)).status, 404);
  }
});

atDesk("a new shop is welcomed; every part says what to do first", async ({ seller }) => {
  match((await seller.get<string>("/desk")).body, /Welcome to your desk/);
  match((await seller.get<string>("/desk/shows")).body, /No shows yet/);
  match((await seller.get<string>("/desk/products")).body, /No products yet/);
  match((await seller.get<string>("/desk/orders")).body, /No orders yet/);
});

atDesk("colours and sizes become options, each with each", async ({ seller }) => {
  const { status, headers } = await seller.submit("/desk/products", product);
  equal(status, 303);
  const page = await seller.get<string>(headers.get("location")!);
  match(page.body, /The product is there/);
  for (const option of ["Maple / M", "Maple / L", "Beige / M", "Beige / L"]) {
    equal(page.body.includes(`<strong>${option}</strong>`), true, option);
  }
  const id = headers.get("location")!.match(/products\/([^?]+)/)![1]!;
  const add = (fields: object) =>
    seller.submit(`/desk/products/${id}/variants`, { price: "1", stock: "0", ...fields });
  const repeated = await add({ colours: "Grey, Maple", sizes: "M" });
  equal(repeated.status, 422);
  match(repeated.body, /This is here twice/);
  match(repeated.body, /value="Grey, Maple"/);
  equal((await add({ colours: "Grey", sizes: "M" })).status, 303);
});

atDesk("a refused form comes back as it was typed, with its reasons by field", async (at) => {
  const { seller } = at;
  const typed = {
    ...product,
    name: "<b>=1+1</b>",
    description: "",
    price: "12.345",
    stock: "-1",
    colours: "Red, Red",
    holdMinutes: "0",
  };
  const { status, body } = await seller.submit("/desk/products", typed);
  equal(status, 422);
  match(body, /role="alert"/);
  for (const value of [escaped(typed.name), typed.price, typed.stock, typed.colours]) {
    equal(body.includes(`value="${value}"`), true, value);
  }
  for (const field of ["price", "stock", "colours", "holdMinutes"]) {
    match(body, new RegExp(`id="${field}-error"`), field);
  }
  equal(body.includes("<b>"), false);
  notEqual(identityOn(body, "/desk/products"), identityOn(body, "/locale"));
});

atDesk("what was emptied stays empty when the form is shown again", async (at) => {
  const { seller, makeProduct } = at;
  const { id } = await makeProduct({ description: "Old words" });
  const { status, body } = await seller.submit(`/desk/products/${id}`, {
    name: "",
    description: "",
  });
  equal(status, 422);
  equal(body.includes("Old words"), false);
});

atDesk("the same form sent twice makes one thing", async ({ seller }) => {
  const page = await seller.get<string>("/desk/products/new");
  const request = identityOn(page.body, "/desk/products");
  const [first, second] = await Promise.all([
    seller.submit("/desk/products", { ...product, request }),
    seller.submit("/desk/products", { ...product, request }),
  ]);
  equal(first!.headers.get("location"), second!.headers.get("location"));
  const changed = await seller.submit("/desk/products", { ...product, request, name: "Other" });
  equal(changed.status, 422);
  match(changed.body, /already sent with other content/);
});

atDesk("a form that is not the desk's own is refused", async ({ seller, makeProduct }) => {
  const { id } = await makeProduct();
  const foreign = await seller.submit(`/desk/products/${id}/deletion`, {}, {
    origin: "https://elsewhere.example",
  });
  equal(foreign.status, 403);
  const unknown = await seller.submit("/desk/products", { ...product, sellerId: "x" });
  equal(unknown.status, 422);
  const large = await seller.submit("/desk/products", {
    ...product,
    description: "x".repeat(70_000),
  });
  equal(large.status, 413);
  equal((await seller.get(`/desk/products/${id}`)).status, 200);
});

atDesk("the show's form moves its start, in the shop's zone", async ({ seller, makeShow }) => {
  const { id } = await makeShow();
  const change = (fields: object) =>
    seller.submit(`/desk/shows/${id}`, {
      title: "Later",
      freeShipping: "always",
      freeShippingFrom: "20",
      ...fields,
    });
  equal((await change({ startsAt: "2999-12-31T20:00" })).status, 303);
  const { body } = await seller.get(`/api/desk/shows/${id}`);
  deepEqual([body.title, body.startsAt, body.freeShipping, body.freeShippingFrom], [
    "Later",
    "2999-12-31T11:00:00.000Z",
    "always",
    2000,
  ]);
  match(
    (await seller.get<string>(`/desk/shows/${id}`)).body,
    /name="startsAt"[^>]* value="2999-12-31T20:00"/,
  );
  equal((await change({ startsAt: "soon" })).status, 422);
});

atDesk("the address cannot put words into the desk's mouth", async ({ seller }) => {
  for (const done of ["saved%3Cb%3E", "constructor", "toString", "__proto__"]) {
    const { status, body } = await seller.get<string>(`/desk/products?done=${done}`);
    deepEqual([status, /notice-good/.test(body)], [200, false], done);
  }
  match((await seller.get<string>("/desk/products?done=deleted")).body, /notice-good/);
});

atDesk(
  "a refused form keeps its place: changing the language leads back to its page",
  async (at) => {
    const { seller, app, makeProduct } = at;
    const { id, variants: [variant] } = await makeProduct();
    const refuse = (referer: string) =>
      seller.submit(`/desk/variants/${variant!.id}/stock-changes`, { delta: "-99" }, { referer });
    const page = await refuse(`${app.origin}/desk/products/${id}?done=saved`);
    equal(page.status, 409);
    match(page.body, new RegExp(`name="from" value="/desk/products/${id}\\?done=saved"`));
    match((await refuse("https://elsewhere.example/desk")).body, /name="from" value="\/"/);
  },
);
