import { deepEqual } from "node:assert/strict";
import { freePort } from "../../scripts/provide/port.ts";
import { axe, withPage } from "../support/browser.ts";
import { serveSamples } from "../views/samples/serve.ts";

Deno.test("axe holds nothing against any page, by day and by night", async (test) => {
  const { origin, names, server } = await serveSamples(freePort());
  const looks = [
    { scheme: "light", width: "phone", language: "ko" },
    { scheme: "dark", width: "desktop", language: "en" },
  ] as const;
  for (const look of looks) {
    await withPage({ ...look, origin }, async (page) => {
      for (const name of names) {
        await page.goto(`/${look.language}/${name}`);
        await test.step(`${name} ${look.scheme}`, async () => deepEqual(await axe(page), []));
      }
    });
  }
  await server.shutdown();
});

Deno.test("nothing is wider than a small phone", async (test) => {
  const { origin, names, server } = await serveSamples(freePort());
  await withPage({ origin, width: "phone" }, async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of names) {
      for (const language of ["ko", "en"]) {
        await page.goto(`/${language}/${name}`);
        const wide = await page.evaluate(
          "[...document.querySelectorAll('body *')].filter((one) => " +
            "one.getBoundingClientRect().right > innerWidth + 1 && " +
            "!one.closest('.stages, .gallery-strip, [popover]')).map((one) => one.outerHTML.slice(0, 99))",
        );
        await test.step(`${name} ${language}`, () => deepEqual(wide, []));
      }
    }
  });
  await server.shutdown();
});
