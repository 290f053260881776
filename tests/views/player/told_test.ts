import { deepEqual, equal, ok } from "node:assert/strict";
import {
  hasSignal,
  isNews,
  type Progress,
  type ScreenState,
  stateOf,
  type Told,
} from "../../../views/islands/player/told.ts";

const told = (state: string, signal: Told["signal"] = "none", turn = 1): Told => ({
  state,
  signal,
  turn,
});

Deno.test("what the player says follows the show first, then its signal, then the picture", () => {
  const said: [Told, Progress, ScreenState][] = [
    [told("scheduled"), "playing", "quiet"],
    [told("live"), "playing", "waiting"],
    [told("live", "lost"), "playing", "reconnecting"],
    [told("live", "on"), "starting", "starting"],
    [told("live", "on"), "playing", "live"],
    [told("live", "on"), "stalled", "reconnecting"],
    [told("live", "on"), "dropped", "reconnecting"],
    [told("live", "on"), "refused", "refused"],
    [told("live", "on"), "failed", "failed"],
    [told("ended", "on"), "playing", "ended"],
    [told("cancelled"), "playing", "ended"],
  ];
  for (const [one, progress, state] of said) equal(stateOf(one, progress), state);
});

Deno.test("there is something to play while a show is on air and its signal is there", () => {
  deepEqual(
    [told("live", "on"), told("live", "lost"), told("live"), told("scheduled", "on")]
      .map(hasSignal),
    [true, false, false, false],
  );
});

Deno.test("what is older than what the page has seen is no news", () => {
  const known = told("live", "on", 3);
  ok(!isNews(known, told("live", "lost", 2)));
  ok(!isNews(known, told("live", "on", 3)));
  ok(isNews(known, told("live", "lost", 3)));
  ok(isNews(known, told("live", "on", 4)));
  ok(isNews(known, told("ended", "none", 3)));
  ok(!isNews(told("ended", "none", 3), told("live", "on", 3)));
});
