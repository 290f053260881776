import { enterOrLeave, isFull, onFull } from "./full_screen.ts";
import { type PlayerWords, wordsOf } from "./say.ts";
import { Sound } from "./sound.ts";

export interface Acts {
  play(): void;
  pause(): void;
}

const volume_step = 0.1;

/** The buttons over the picture, and the same by keys while one of them has the focus. */
export class Controls {
  #words: PlayerWords;
  #sound: Sound;
  #isPaused = false;

  constructor(
    private readonly screen: HTMLElement,
    private readonly video: HTMLVideoElement,
    private readonly acts: Acts,
  ) {
    this.#words = wordsOf(screen);
    this.#sound = new Sound(screen, video);
    const frame = screen.closest<HTMLElement>(".player") ?? screen;
    screen.addEventListener("click", ({ target }) => this.#click(target as Element, frame));
    screen.addEventListener("keydown", (event) => this.#key(event, frame));
    video.addEventListener("volumechange", () => this.#tellSound());
    this.#volume?.addEventListener("input", () => this.#sound.set(Number(this.#volume!.value)));
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
    if (target === this.video && this.#sound.isSilenced) return this.#sound.mute(false);
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
        return this.#sound.mute(!this.video.muted);
      case "unmute":
        return this.#sound.mute(false);
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
    this.#sound.set(this.video.volume + step);
  }

  async #pictureInPicture() {
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
    else await this.video.requestPictureInPicture();
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
