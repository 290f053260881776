/** Comfort on every page of the shop. Nothing here is needed: each form and link works without. */
import { copyOnClick } from "./shop/copying.ts";
import { countDown } from "./shop/countdown.ts";
import { turnGallery } from "./shop/gallery.ts";
import { guardForms } from "./shop/guard.ts";
import { followChoice } from "./shop/price.ts";
import { step } from "./shop/stepper.ts";
import { tellFailures } from "./shop/toast.ts";
import { addUp } from "./shop/totals.ts";

guardForms();
tellFailures();
countDown();

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  step(target);
  copyOnClick(target);
});
document.addEventListener("click", turnGallery);
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  followChoice(target);
  addUp(target);
});
