/** Comfort at the desk: figures that follow a show on air, and ticking all at once. */
import { keepFigures } from "./desk/figures.ts";
import { tickAll } from "./desk/ticks.ts";

keepFigures();
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement) tickAll(target);
});
