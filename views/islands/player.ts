/**
 * The picture of a show. What plays it weighs more than the rest of the page, so it is fetched when
 * there is something to play, and the page has been painted.
 */
import type { Player } from "./player/player.ts";
import { sayState } from "./player/say.ts";
import { hasSignal, isNews, stateOf, type Told, toldBy } from "./player/told.ts";
import { afterPaint } from "./shop/after_paint.ts";

const screen = document.querySelector<HTMLElement>("[data-screen]");
if (screen) afterPaint(() => follow(screen));

function follow(screen: HTMLElement) {
  let told = toldBy(screen);
  let player: Promise<Player> | undefined;

  function hear(news: Told) {
    if (!isNews(told, news)) return;
    told = news;
    act();
  }

  function act() {
    if (hasSignal(told)) {
      player ??= import("./player/player.ts").then(({ Player }) => new Player(screen));
    }
    if (player) player.then((one) => one.hear(told));
    else sayState(screen, stateOf(told));
  }

  document.addEventListener("room:show", ({ detail }: CustomEventInit<Told>) => hear(detail!));
  act();
}
