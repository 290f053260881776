/** Full screens, also where only a video may fill one (iPhones). */
interface OldVideo extends HTMLVideoElement {
  webkitEnterFullscreen?(): void;
}

export function isFull(frame: HTMLElement): boolean {
  return document.fullscreenElement === frame;
}

export function enterOrLeave(frame: HTMLElement, video: OldVideo): void {
  if (isFull(frame)) void document.exitFullscreen();
  else if (frame.requestFullscreen) frame.requestFullscreen().catch(() => {});
  else video.webkitEnterFullscreen?.();
}

export function onFull(video: HTMLVideoElement, tell: () => void): void {
  document.addEventListener("fullscreenchange", tell);
  // Leaving an iPhone's full screen pauses.
  video.addEventListener("webkitendfullscreen", () => void video.play().catch(() => {}));
}
