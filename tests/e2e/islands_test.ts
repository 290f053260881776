import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import type { Page } from "playwright-core";
import { freePort } from "../../scripts/provide/port.ts";
import { withPage } from "../support/browser.ts";
import { chatNews, heldAnswer, rowNews } from "../views/samples/news.tsx";
import { serveSamples } from "../views/samples/serve.ts";

/** Sends news to the page, once it listens. */
type Tell = (event: string, data: string) => Promise<void>;
type Posts = { path: string; fields: Record<string, string> }[];

/** Visits a sample page whose forms are answered; `posts` gathers what was sent. */
async function visiting(
  path: string,
  visit: (page: Page, posts: Posts, tell: Tell) => Promise<void>,
  { scripts = true } = {},
) {
  const posts: Posts = [];
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const tell: Tell = async (event, data) => {
    while (streams.size === 0) await pause();
    const lines = data.split("\n").map((line) => `data: ${line}`).join("\n");
    const bytes = new TextEncoder().encode(`event: ${event}\n${lines}\n\n`);
    streams.forEach((stream) => stream.enqueue(bytes));
  };
  const { origin, server } = await serveSamples(freePort(), async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith("/live")) return stream(streams);
    if (request.method !== "POST") return undefined;
    const fields = Object.fromEntries(await request.formData()) as Record<string, string>;
    posts.push({ path: pathname, fields });
    await pause();
    return new Response(heldAnswer(), { headers: { "content-type": "text/html; charset=utf-8" } });
  });
  try {
    await withPage({ origin, scripts, language: "en" }, async (page) => {
      await page.goto(path);
      await visit(page, posts, tell);
    });
  } finally {
    streams.forEach((stream) => stream.close());
    await server.shutdown();
  }
}

const pause = () => new Promise((over) => setTimeout(over, 100));

function stream(streams: Set<ReadableStreamDefaultController<Uint8Array>>) {
  let mine: ReadableStreamDefaultController<Uint8Array>;
  return new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        streams.add(mine = controller);
        controller.enqueue(new TextEncoder().encode(": here\n\n"));
      },
      cancel: () => void streams.delete(mine),
    }),
    { headers: { "content-type": "text/event-stream" } },
  );
}

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

Deno.test("news redraws a row around what somebody is doing in it", async () => {
  await visiting("/en/show-live", async (page, _, tell) => {
    const row = page.locator("#product-p2");
    await row.locator("summary").click();
    await row.getByLabel("Option").selectOption("p2v12");
    await row.getByLabel("Quantity").fill("4");
    const identity = await row.locator("[name=request]").inputValue();
    await tell("fragment", rowNews("p2", 0));
    await row.locator(".row-flags").getByText("Sold out").waitFor();
    equal(await row.getByLabel("Quantity").inputValue(), "4");
    equal(await row.getByLabel("Option").inputValue(), "p2v12");
    equal(await row.locator("[name=request]").inputValue(), identity);
    equal(await row.getByRole("button", { name: "Wait in line" }).isVisible(), true);
    await tell("gone", "product-p2");
    await row.waitFor({ state: "detached" });
  });
});

Deno.test("messages join the chat once, and it keeps the last hundred", async () => {
  await visiting("/en/show-live", async (page, _, tell) => {
    for (let place = 0; place < 120; place++) {
      await tell("chat", chatNews(`n${place}`, `No. ${place}`));
    }
    await tell("chat", chatNews("n119", "changed"));
    const log = page.locator("#chat-list");
    await log.getByText("changed").waitFor();
    equal(await log.locator("li").count(), 100);
    equal(await log.getByText("No. 119").count(), 0);
    equal(
      await page.evaluate(
        "(() => { const log = document.querySelector('.chat-log'); return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight); })()",
      ),
      0,
    );
  });
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
