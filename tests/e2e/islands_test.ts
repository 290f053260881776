import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { freePort } from "../../scripts/provide/port.ts";
import { withPage } from "../support/browser.ts";
import { heldAnswer } from "../views/samples/news.tsx";
import { serveSamples } from "../views/samples/serve.ts";

type Posts = { path: string; fields: Record<string, string> }[];

/** Visits a sample page whose forms are answered; `posts` gathers what was sent. */
async function visiting(
  path: string,
  visit: (page: Page, posts: Posts) => Promise<void>,
  { scripts = true } = {},
) {
  const posts: Posts = [];
  const { origin, server } = await serveSamples(freePort(), async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "POST") return undefined;
    const fields = Object.fromEntries(await request.formData()) as Record<string, string>;
    posts.push({ path: pathname, fields });
    await pause();
    return new Response(heldAnswer(), { headers: { "content-type": "text/html; charset=utf-8" } });
  });
  try {
    await withPage({ origin, scripts, language: "en" }, async (page) => {
      await page.goto(path);
      await visit(page, posts);
    });
  } finally {
    await server.shutdown();
  }
}

const pause = () => new Promise((over) => setTimeout(over, 100));

Deno.test("two clicks hold once, and the next click is another wish", async () => {
  await visiting("/en/product-sold-out", async (page, posts) => {
    const button = page.getByRole("button", { name: "Wait in line" });
    await button.dblclick();
    await page.getByText("is yours for now").waitFor();
    equal(posts.length, 1);
    equal(posts[0]?.fields.waitlist, "true");
    await page.locator("[aria-busy]").waitFor({ state: "detached" });
    await button.click();
    while (posts.length < 2) await pause();
    notEqual(posts[1]?.fields.request, posts[0]?.fields.request);
    equal(await page.locator("#cart-link .header-count").textContent(), "3");
  });
});

Deno.test("when the network fails, the retry carries the same identity", async () => {
  await visiting("/en/product-sold-out", async (page, posts) => {
    const [first] = await Promise.all([
      page.waitForRequest("**/holds"),
      page.route("**/holds", (route) => route.abort(), { times: 1 }).then(() =>
        page.getByRole("button", { name: "Wait in line" }).click()
      ),
    ]);
    await page.getByText("The connection failed").waitFor();
    await page.getByRole("button", { name: "Wait in line" }).click();
    await page.getByText("is yours for now").waitFor();
    equal(posts.length, 1);
    equal(posts[0]?.fields.request, new URLSearchParams(first.postData() ?? "").get("request"));
  }).catch((error: Error) => {
    // The browser complains of the failure that was made here, and of nothing else.
    match(error.message, /^the page complained:\n.*ERR_FAILED\n.*htmx:error: Failed to fetch.*$/s);
  });
});

Deno.test("without scripts the same form posts, and the row opens by itself", async () => {
  await visiting("/en/show-live", async (page, posts) => {
    const row = page.locator("#product-p2");
    await row.locator("summary").click();
    await row.getByLabel("Option").selectOption("p2v01");
    equal(await row.getByRole("button", { name: "Add to cart" }).isVisible(), false);
    await row.getByRole("button", { name: "Wait in line" }).click();
    deepEqual(posts.map(({ path }) => path), ["/holds"]);
    const { variantId, quantity, waitlist, from } = posts[0]!.fields;
    deepEqual([variantId, quantity, waitlist, from], ["p2v01", "1", "true", "/shows/live-0"]);
  }, { scripts: false });
});

Deno.test("a countdown runs by the server's clock, and the stepper asks at once", async () => {
  await visiting("/en/cart", async (page, posts) => {
    const line = page.locator("#hold-h00");
    match(await line.locator("[data-left]").textContent() ?? "", /^01:(20|1\d)$/);
    await line.getByRole("button", { name: "One more" }).click();
    while (posts.length === 0) await pause();
    deepEqual([posts[0]?.path, posts[0]?.fields.quantity], ["/holds/h00/quantity", "2"]);
  });
});

Deno.test("the total follows the lines that are chosen", async () => {
  await visiting("/en/cart", async (page) => {
    const total = page.locator("#cart-summary [data-total]");
    equal(await total.textContent(), "$176.87");
    await page.locator("#hold-h00").getByRole("checkbox").uncheck();
    equal(await total.textContent(), "$127.65");
  });
});
