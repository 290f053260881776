/** Kept for this visit: who has turned the sound off does not want it back on the next page. */
const kept = "sound";

/** The sound of a video: how loud, whether at all, and why not. */
export class Sound {
  constructor(private readonly screen: HTMLElement, private readonly video: HTMLVideoElement) {
    const before = this.#store?.getItem(kept);
    if (before === "off") video.muted = true;
    else if (before) video.volume = Number(before);
    // The browser wants a gesture first.
    video.addEventListener("silenced", () => screen.dataset.silenced = "");
  }

  /** Nobody has turned it off, and nobody hears it. */
  get isSilenced(): boolean {
    return "silenced" in this.screen.dataset;
  }

  mute(muted: boolean): void {
    this.video.muted = muted;
    if (!muted && this.video.volume === 0) this.video.volume = 1;
    this.#keep();
  }

  /** @param volume 0 to 1; what is beyond counts as that */
  set(volume: number): void {
    this.video.volume = Math.min(1, Math.max(0, volume));
    this.video.muted = this.video.volume === 0;
    this.#keep();
  }

  #keep() {
    delete this.screen.dataset.silenced;
    this.#store?.setItem(kept, this.video.muted ? "off" : String(this.video.volume));
  }

  /** Absent where the browser keeps nothing of this site. */
  get #store(): Storage | undefined {
    return navigator.cookieEnabled ? sessionStorage : undefined;
  }
}
