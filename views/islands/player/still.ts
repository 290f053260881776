/** Keeps the last frame in sight while there is no picture to show. */
export class Still {
  #canvas = document.createElement("canvas");

  constructor(private readonly video: HTMLVideoElement) {
    this.#canvas.className = "screen-still";
    this.#canvas.hidden = true;
    this.#canvas.setAttribute("aria-hidden", "true");
    video.after(this.#canvas);
  }

  keep(): void {
    const { videoWidth: width, videoHeight: height, readyState } = this.video;
    if (width === 0 || readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    Object.assign(this.#canvas, { width, height });
    this.#canvas.getContext("2d")?.drawImage(this.video, 0, 0);
    this.#canvas.hidden = false;
  }

  drop(): void {
    this.#canvas.hidden = true;
  }
}
