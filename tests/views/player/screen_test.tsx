import { equal, match, ok } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { PlayerWords } from "../../../views/islands/player/say.ts";
import { locales } from "../../../views/copy/mod.ts";
import { playerWords } from "../../../views/shop/player_words.ts";
import type { Signal } from "../../../views/shop/types.ts";
import { sampleView } from "../samples/pages.tsx";
import { sampleFeed, sampleShow } from "../samples/shows.tsx";

const view = sampleView("en");
const screens = (html: string) => html.split("data-screen=").length - 1;
const drawn = (state: "live" | "scheduled" | "ended" | "cancelled", signal?: Signal) =>
  renderToString(sampleShow(view, state, {}, signal && sampleFeed(signal)));

Deno.test("a show that is on air or to come has a screen, one that is over has none", () => {
  equal(screens(drawn("live", "on")), 1);
  equal(screens(drawn("scheduled", "none")), 1);
  equal(screens(drawn("ended", "none")), 0);
  equal(screens(drawn("cancelled", "none")), 0);
});

Deno.test("a shop without a media server has none at all", () => {
  equal(screens(drawn("live")), 0);
  ok(!drawn("live").includes("<video"));
});

Deno.test("before a script has run the page says how it stands with the picture", () => {
  match(drawn("live", "none"), /role="status">The picture comes in a moment</);
  match(drawn("live", "lost"), /role="status">Reconnecting…</);
  match(drawn("live", "on"), /role="status">Loading the picture…</);
  match(drawn("scheduled", "none"), /role="status"><\/p>/);
});

Deno.test("without scripts a plain video plays HLS, once there is a signal", () => {
  const html = drawn("live", "on");
  const [plain = ""] = html.match(/<noscript><video.*?<\/noscript>/s) ?? [];
  match(plain, /<video [^>]*src="http:\/\/media\.example\/live\/0\.m3u8"[^>]* controls/);
  match(plain, /poster="/);
  ok(!drawn("live", "none").includes("screen-plain"));
  ok(!drawn("scheduled", "none").includes("screen-plain"));
});

Deno.test("what plays is left alone when the page around it is drawn anew", () => {
  match(drawn("live", "on"), /<div id="screen"[^>]* hx-morph-skip/);
});

Deno.test("the player has words for every state, in every language", () => {
  for (const locale of locales) {
    const { states }: PlayerWords = JSON.parse(playerWords(sampleView(locale)));
    const { quiet, ...others } = states;
    equal(quiet, "");
    for (const text of Object.values(others)) ok(text.length > 0);
    equal(Object.keys(others).length, 7);
  }
});
