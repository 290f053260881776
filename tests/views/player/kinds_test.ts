import { deepEqual } from "node:assert/strict";
import { type Abilities, kindsFor } from "../../../views/islands/player/kinds.ts";

const chrome =
  "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";
const all: Abilities = { flv: true, hls: true, native: true, userAgent: chrome };

Deno.test("FLV comes first where it can play, and HLS by script before HLS by the browser", () => {
  deepEqual(kindsFor(all), ["flv", "hls"]);
  deepEqual(kindsFor({ ...all, native: false }), ["flv", "hls"]);
  deepEqual(kindsFor({ ...all, hls: false }), ["flv", "native"]);
});

Deno.test("without a source to write to, the list is played; with nothing at all, nothing", () => {
  deepEqual(kindsFor({ ...all, flv: false }), ["hls"]);
  deepEqual(kindsFor({ ...all, flv: false, hls: false }), ["native"]);
  deepEqual(kindsFor({ ...all, flv: false, hls: false, native: false }), []);
});

Deno.test("browsers within apps begin with HLS", () => {
  const apps = [
    `${chrome} KAKAOTALK 10.8.3`,
    `${chrome} Instagram 350.0.0.0`,
    `${chrome} [FBAN/FBIOS;FBAV/500.0]`,
    `${chrome} Line/14.0.0`,
    `${chrome} NAVER(inapp; search; 2000; 12.0.0)`,
    chrome.replace("Android 16", "Android 16; wv"),
  ];
  for (const userAgent of apps) deepEqual(kindsFor({ ...all, userAgent }), ["hls", "flv"]);
});
