import { deepEqual } from "node:assert/strict";
import { live_catch_up_seconds } from "../../../../src/limits.ts";
import { Lately } from "../../../../src/shows/live/lately.ts";
import type { LiveEvent } from "../../../../src/shows/live/event.ts";

const word = (about: string, text: string): LiveEvent => ({ name: "fragment", about, text });
const moment = live_catch_up_seconds * 1000;

Deno.test("of two words about the same element the later one is remembered", () => {
  const lately = new Lately();
  lately.add([word("a", "1"), word("b", "1")], 0);
  lately.add([word("a", "2")], 1);
  deepEqual(lately.events(1), [word("b", "1"), word("a", "2")]);
});

Deno.test("what was said longer ago is forgotten", () => {
  const lately = new Lately();
  lately.add([word("a", "1")], 0);
  lately.add([word("b", "1")], 1);
  deepEqual(lately.events(moment - 1).length, 2);
  deepEqual(lately.events(moment), [word("b", "1")]);
});
