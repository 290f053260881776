import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { freePort } from "../../scripts/provide/port.ts";
import { axe, screenshot, withPage } from "../support/browser.ts";

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";

async function serving(body: string, visit: (origin: string) => Promise<void>): Promise<void> {
  const html = `<!doctype html><html lang="ko"><head><title>마루</title>
    <link rel="icon" href="data:,"></head><body><main><h1>마루</h1>${body}</main></body></html>`;
  const server = Deno.serve(
    { port: freePort(), hostname: "127.0.0.1", onListen() {} },
    () =>
      new Response(html, {
        headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": strict },
      }),
  );
  try {
    await visit(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

Deno.test("axe reads a page under a strict policy, with scripts on and off", async () => {
  await serving('<input name="quantity"><p>안녕</p>', async (origin) => {
    for (const scripts of [true, false]) {
      await withPage({ origin, scripts }, async (page) => {
        await page.goto("/");
        const found = await axe(page);
        equal(found.length, 1);
        match(found[0]!, /^label \| critical/);
      });
    }
  });
  await serving("<p>안녕</p>", async (origin) => {
    await withPage({ origin }, async (page) => {
      await page.goto("/");
      deepEqual(await axe(page), []);
    });
  });
});

Deno.test("a page that breaks its policy fails its visit", async () => {
  await serving('<p style="color: red">안녕</p>', async (origin) => {
    await rejects(withPage({ origin }, (page) => page.goto("/")), /page complained[\s\S]*style/);
  });
});

Deno.test("a look decides on width, language, scheme and scripts", async () => {
  await serving("<p>안녕하세요</p>", async (origin) => {
    const look = { origin, width: "desktop", language: "en", scheme: "dark" } as const;
    await withPage(look, async (page) => {
      await page.goto("/");
      const seen =
        "[innerWidth, navigator.language, matchMedia('(prefers-color-scheme: dark)').matches]";
      deepEqual(await page.evaluate(seen), [1280, "en-US", true]);
      await screenshot(page, "support/hangul");
      equal((await Deno.stat(".build/screenshots/support/hangul.png")).isFile, true);
    });
  });
});
