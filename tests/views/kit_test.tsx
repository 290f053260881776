import { equal, match, ok } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import {
  Countdown,
  Field,
  formatMoment,
  formatMoney,
  Pagination,
  Price,
  Stock,
} from "../../views/kit/mod.ts";
import { percentOff } from "../../views/kit/money.tsx";
import { sampleView } from "./samples/pages.tsx";

const view = sampleView("en");

Deno.test("money is written from minor units, as people write it", () => {
  equal(formatMoney("en", { amount: 2990, currency: "USD" }), "$29.90");
  equal(formatMoney("ko", { amount: 2990, currency: "USD" }), "$29.90");
  equal(formatMoney("ko", { amount: 39_000, currency: "KRW" }), "39,000원");
  equal(formatMoney("en", { amount: 39_000, currency: "KRW" }), "₩39,000");
});

Deno.test("a discount is never rounded up, and none is shown where there is none", () => {
  equal(percentOff(1000, 667), 33);
  equal(percentOff(1000, 1000), 0);
  const money = { amount: 1000, currency: "USD" } as const;
  ok(!renderToString(<Price view={view} money={money} before={money} />).includes("%"));
});

Deno.test("a moment is shown in the shop's zone", () => {
  equal(formatMoment(view, "2026-11-21T15:30:00Z", "time"), "12:30 AM");
  match(formatMoment(view, "2026-11-21T15:30:00Z", "day"), /Nov 22, 2026/);
});

Deno.test("a countdown is a time of day until a script runs, and says so when it is over", () => {
  const running = renderToString(<Countdown view={view} deadline="2026-11-21T03:10:00Z" />);
  match(running, /data-deadline="2026-11-21T03:10:00Z"/);
  match(running, /until 12:10/);
  const over = renderToString(<Countdown view={view} deadline="2026-11-21T02:00:00Z" />);
  ok(!over.includes("data-deadline"));
  match(over, /Time is up/);
});

Deno.test("stock is said when it is low or gone", () => {
  const said = [0, 1, 4, 5].map((available) =>
    renderToString(<Stock view={view} available={available} />).replaceAll(/<[^>]+>/g, "")
  );
  equal(said.join("|"), "Sold out|Only 1 left|Only 4 left|");
});

Deno.test("a field says what is wrong with it, and keeps what was typed", () => {
  const html = renderToString(
    <Field
      view={view}
      name="postalCode"
      label="ZIP"
      hint="5 digits"
      value="90012"
      fault={{
        refusal: { code: "INVALID", fields: [{ field: "postalCode", rule: "zip" }] },
        values: { postalCode: "9" },
      }}
    />,
  );
  match(html, /value="9"/);
  match(html, /aria-invalid="true"/);
  match(html, /aria-describedby="postalCode-hint postalCode-error"/);
  match(html, /id="postalCode-error">Give a ZIP/);
});

Deno.test("a long list shows its ends and the pages around", () => {
  const pages = (page: number, pages: number) =>
    renderToString(<Pagination view={view} page={page} pages={pages} href={(to) => `?${to}`} />)
      .replaceAll(/<[^>]+>/g, "");
  equal(pages(1, 1), "");
  equal(pages(1, 3), "123");
  equal(pages(5, 9), "1…456…9");
});
