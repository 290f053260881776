import { enterOrLeave, isFull, onFull } from "./full_screen.ts";
import { type PlayerWords, wordsOf } from "./say.ts";

export interface Acts {
  play(): void;
  pause(): void;
}

const volume_step = 0.1;
/** Kept for this visit: who has turned the sound off does not want it back on the next page. */
const kept = "sound";

/** The buttons over the picture, and the same by keys while one of them has the focus. */
export class Controls {
  #words: PlayerWords;
  #isPaused = false;

  constructor(
    private readonly screen: HTMLElement,
    private readonly video: HTMLVideoElement,
    private readonly acts: Acts,
  ) {
    this.#words = wordsOf(screen);
    this.#remember();
    const frame = screen.closest<HTMLElement>(".player") ?? screen;
    screen.addEventListener("click", ({ target }) => this.#click(target as Element, frame));
    screen.addEventListener("keydown", (event) => this.#key(event, frame));
    video.addEventListener("volumechange", () => this.#tellSound());
    // Without sound because the browser wants a gesture first, and not because somebody does.
    video.addEventListener("silenced", () => screen.dataset.silenced = "");
    this.#volume?.addEventListener("input", () => this.#setVolume(Number(this.#volume!.value)));
    onFull(video, () => this.#tellFull(frame));
    this.#offer("pip", document.pictureInPictureEnabled ?? false);
    this.#tellSound();
    this.#tellFull(frame);
  }

  tell({ isPaused }: { readonly isPaused: boolean }): void {
    this.#isPaused = isPaused;
    const { play, pause } = this.#words;
    this.#label("pause", isPaused ? play : pause, isPaused);
  }

  #click(target: Element, frame: HTMLElement) {
    if (target === this.video && "silenced" in this.screen.dataset) return this.#setMuted(false);
    const act = target.closest<HTMLElement>("[data-act]")?.dataset.act;
    if (act) this.#act(act, frame);
  }

  #act(act: string, frame: HTMLElement) {
    switch (act) {
      case "pause":
        return this.#isPaused ? this.acts.play() : this.acts.pause();
      case "again":
        return this.acts.play();
      case "mute":
        return this.#setMuted(!this.video.muted);
      case "unmute":
        return this.#setMuted(false);
      case "full":
        return enterOrLeave(frame, this.video);
      case "pip":
        return void this.#pictureInPicture().catch(() => {});
    }
  }

  #key(event: KeyboardEvent, frame: HTMLElement) {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey) return;
    const acts: Record<string, string> = { k: "pause", m: "mute", f: "full", i: "pip" };
    const act = acts[key.toLowerCase()];
    if (act) return this.#act(act, frame);
    const step = key === "ArrowUp" ? volume_step : key === "ArrowDown" ? -volume_step : 0;
    if (step === 0 || target === this.#volume) return;
    event.preventDefault();
    this.#setVolume(this.video.volume + step);
  }

  async #pictureInPicture() {
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
    else await this.video.requestPictureInPicture();
  }

  #setMuted(muted: boolean) {
    this.video.muted = muted;
    if (!muted && this.video.volume === 0) this.video.volume = 1;
    this.#keep();
  }

  #setVolume(volume: number) {
    this.video.volume = Math.min(1, Math.max(0, volume));
    this.video.muted = this.video.volume === 0;
    this.#keep();
  }

  #keep() {
    delete this.screen.dataset.silenced;
    this.#store?.setItem(kept, this.video.muted ? "off" : String(this.video.volume));
  }

  #remember() {
    const sound = this.#store?.getItem(kept);
    if (sound === "off") this.video.muted = true;
    else if (sound) this.video.volume = Number(sound);
  }

  /** Absent where the browser keeps nothing of this site. */
  get #store(): Storage | undefined {
    return navigator.cookieEnabled ? sessionStorage : undefined;
  }

  #tellSound() {
    const { muted, volume } = this.video;
    const { mute, unmute } = this.#words;
    this.#label("mute", muted ? unmute : mute, muted);
    if (this.#volume) this.#volume.value = String(muted ? 0 : volume);
  }

  #tellFull(frame: HTMLElement) {
    const { full, small } = this.#words;
    this.#label("full", isFull(frame) ? small : full, isFull(frame));
  }

  /** A button with two faces: `isOther` shows the second. */
  #label(act: string, text: string, isOther: boolean) {
    const button = this.screen.querySelector(`[data-act=${act}]`);
    button?.setAttribute("aria-label", text);
    button?.setAttribute("title", text);
    button?.toggleAttribute("data-other", isOther);
  }

  #offer(act: string, isThere: boolean) {
    this.screen.querySelector(`[data-act=${act}]`)?.toggleAttribute("hidden", !isThere);
  }

  get #volume() {
    return this.screen.querySelector<HTMLInputElement>("[data-volume]");
  }
}
