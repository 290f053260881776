import { deepEqual, match } from "node:assert/strict";
import type { View } from "../../../../views/kit/view.ts";
import type { ShowNow } from "../../../../src/shows/read_show.ts";
import { changes } from "../../../../src/shows/live/changes.tsx";
import { message, offer, showNow } from "./show_now.ts";

const view: View = {
  locale: "en",
  now: "2026-11-21T00:00:00.000Z",
  timeZone: "Asia/Seoul",
  requestId: () => "request",
  asset: (name) => name,
};

function told(before: ShowNow | undefined, now: ShowNow): string[] {
  return changes(view, before, now).map(({ name, about }) => `${name} ${about}`);
}

Deno.test("nobody is told of what did not change", () => {
  deepEqual(told(showNow(), showNow()), []);
});

Deno.test("a page that nobody knows is told everything", () => {
  deepEqual(told(undefined, showNow()), [
    "fragment show-notice",
    "fragment product-a",
    "fragment product-b",
    "fragment featured",
    "chat message-1",
  ]);
});

Deno.test("a product whose stock changed is drawn anew, and no other", () => {
  const now = showNow({ offers: [offer("a"), offer("b", 2)] });
  deepEqual(told(showNow(), now), ["fragment product-b"]);
  match(changes(view, showNow(), now)[0]!.text, /2 left/);
});

Deno.test("a product that is featured is drawn where it stands out, and in its row", () => {
  const featured = showNow({ show: { featuredProductId: "b" } });
  deepEqual(told(showNow(), featured), ["fragment product-b", "fragment featured"]);
  const sold = showNow({
    show: { featuredProductId: "b" },
    offers: [offer("a"), offer("b", 0)],
  });
  deepEqual(told(featured, sold), ["fragment product-b", "fragment featured"]);
  deepEqual(told(featured, showNow()), ["fragment product-b", "fragment featured"]);
});

Deno.test("a product that comes is drawn, one that goes is taken away", () => {
  const three = showNow({ offers: [offer("a"), offer("b"), offer("c")] });
  deepEqual(told(showNow(), three), ["fragment product-c"]);
  deepEqual(told(three, showNow()), ["gone product-c"]);
});

Deno.test("what fragments cannot draw draws the page anew, and nothing else is said", () => {
  const reload = ["reload page"];
  deepEqual(told(showNow(), showNow({ show: { state: "ended" }, messages: [] })), reload);
  deepEqual(told(showNow(), showNow({ show: { title: "Other" } })), reload);
  deepEqual(told(showNow(), showNow({ offers: [offer("b"), offer("a")] })), reload);
  deepEqual(told(showNow({ offers: [] }), showNow()), reload);
});

Deno.test("a page may have been drawn just before the show began or ended", () => {
  const recently = "2026-11-20T23:59:50.000Z";
  deepEqual(told(undefined, showNow({ show: { startedAt: recently } })), ["reload page"]);
  deepEqual(told(undefined, showNow({ show: { endedAt: recently } })), ["reload page"]);
});

Deno.test("a new message and one that was taken away are told, and a notice", () => {
  const now = showNow({
    show: { notice: "Last ones!" },
    messages: [{ ...message("1", ""), deleted: true }, message("2", "<b>hi</b>")],
  });
  deepEqual(told(showNow(), now), ["fragment show-notice", "chat message-1", "chat message-2"]);
  match(changes(view, showNow(), now)[2]!.text, /&lt;b>hi/);
});
