/** Chat and products of a replay, in step with its picture. */
import { Steps } from "./replay/steps.ts";

const page = document.querySelector<HTMLElement>("[data-replay]");
const video = page?.querySelector("video");
if (page && video) follow(page, video);

function follow(page: HTMLElement, video: HTMLVideoElement) {
  const chat = page.querySelector<HTMLElement>("[data-replay-chat]")!;
  const lines = new Steps([...chat.querySelectorAll<HTMLElement>("[data-second]")], secondOf);
  const marks = new Steps(
    [...page.querySelectorAll<HTMLElement>(".replay-marks [data-second]")],
    secondOf,
  );

  function step() {
    const { passed, ahead } = lines.at(video.currentTime);
    for (const line of passed) line.hidden = false;
    for (const line of ahead) line.hidden = true;
    const log = chat.parentElement!;
    if (passed.length + ahead.length > 0) log.scrollTop = log.scrollHeight;
    for (const mark of marks.all) mark.removeAttribute("aria-current");
    marks.at(video.currentTime);
    marks.last?.setAttribute("aria-current", "true");
  }

  for (const line of lines.all) line.hidden = true;
  for (const event of ["timeupdate", "seeking", "loadedmetadata"]) {
    video.addEventListener(event, step);
  }
  video.addEventListener("ended", () => page.querySelector<HTMLElement>("[data-next]")?.click());
  page.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-seek]");
    if (!link) return;
    event.preventDefault();
    video.currentTime = Number(link.dataset.seek);
    void video.play().catch(() => {});
  });
  step();
}

function secondOf({ dataset }: HTMLElement): number {
  return Number(dataset.second);
}
