import { Controls } from "./controls.ts";
import { abilities, type Kind, kindsFor } from "./kinds.ts";
import { playOf } from "./picture.ts";
import { Measures } from "./measures.ts";
import { Playback, type Ways } from "./playback.ts";
import { sayState } from "./say.ts";
import { Still } from "./still.ts";
import { tellOnLeaving } from "./tell.ts";
import { hasSignal, type Progress, stateOf, type Told, toldBy } from "./told.ts";

/** The picture of a show on its page: a new playback for each turn of its signal. */
export class Player {
  readonly #video: HTMLVideoElement;
  readonly #still: Still;
  readonly #controls: Controls;
  readonly #ways: Ways;
  readonly #measures: Measures;
  #told: Told;
  #progress: Progress = "starting";
  #playback?: Playback;
  #turn = 0;
  #isPaused = false;

  constructor(private readonly screen: HTMLElement) {
    this.#video = screen.querySelector("video")!;
    this.#told = toldBy(screen);
    this.#still = new Still(this.#video);
    this.#ways = {
      kinds: kindsFor(abilities(this.#video)),
      playOf,
      isHidden: () => document.hidden,
      urlOf: (kind) => (kind === "flv" ? screen.dataset.flv : screen.dataset.hls)!,
    };
    this.#measures = new Measures(this.#video);
    tellOnLeaving(screen, this.#measures);
    this.#controls = new Controls(screen, this.#video, {
      pause: () => this.#pause(),
      play: () => this.#resume(),
    });
    document.addEventListener("visibilitychange", () => document.hidden || this.#comeBack());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#restart());
  }

  hear(told: Told): void {
    this.#told = told;
    if (!hasSignal(told)) this.#stop();
    else if (!this.#playback && !this.#isPaused || told.turn !== this.#turn) this.#restart();
    this.#say();
  }

  #restart() {
    this.#stop();
    const { turn } = this.#told;
    if (!hasSignal(this.#told) || this.#isPaused) return;
    this.#turn = turn;
    this.#measures.begin();
    this.#progress = this.#ways.kinds.length > 0 ? "starting" : "failed";
    this.#say();
    if (this.#ways.kinds.length === 0) return;
    this.#playback = new Playback(
      this.#video,
      this.#ways,
      (progress, kind) => this.#progressed(progress, kind),
    );
  }

  #stop() {
    if (!this.#playback) return;
    this.#still.keep();
    this.#playback.stop();
    this.#playback = undefined;
  }

  #progressed(progress: Progress, kind: Kind) {
    this.#progress = progress;
    this.#measures.take(progress, kind);
    if (progress === "playing") {
      this.screen.dataset.kind = kind;
      this.screen.dataset.shown = "";
      this.#still.drop();
    } else if (progress !== "starting") {
      this.#still.keep();
    }
    if (progress === "failed" || progress === "refused") this.#stop();
    this.#say();
  }

  #pause() {
    this.#isPaused = true;
    this.#stop();
    this.#say();
  }

  /** What somebody asks for begins anew, at what happens now. */
  #resume() {
    this.#isPaused = false;
    this.#restart();
  }

  #comeBack() {
    if (this.#isPaused || !this.#playback) return;
    this.#playback.toEdge();
    if (this.#video.paused) this.#video.play().catch(() => {});
  }

  #say() {
    sayState(this.screen, stateOf(this.#told, this.#progress));
    this.#controls.tell({ isPaused: this.#isPaused || this.#progress === "refused" });
  }
}
