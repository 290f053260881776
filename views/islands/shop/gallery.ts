/** A small picture turns the strip to its large one, and leaves the page where it is. */
export function turnGallery(event: MouseEvent) {
  if (!(event.target instanceof Element)) return;
  const thumb = event.target.closest<HTMLAnchorElement>("[data-thumb]");
  const picture = thumb && document.querySelector<HTMLElement>(thumb.hash);
  const strip = picture?.parentElement;
  if (!strip) return;
  event.preventDefault();
  strip.scrollTo({ left: picture.offsetLeft - strip.offsetLeft, behavior: "smooth" });
}
