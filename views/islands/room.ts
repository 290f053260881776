/**
 * The live part of a page that belongs to a show. It weighs more than everything else together, so
 * it is fetched when the page has been painted.
 */
import { afterPaint } from "./shop/after_paint.ts";

const page = document.querySelector<HTMLElement>("[data-room]");

if (page) afterPaint(() => import("./room/main.ts").then(({ enter }) => enter(page)));
