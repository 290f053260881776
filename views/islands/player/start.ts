/**
 * Starts a video: with sound where the browser lets it, else without, which `silenced` tells.
 * @returns false when the browser refuses even that, for want of a gesture
 */
export async function startPlaying(video: HTMLVideoElement): Promise<boolean> {
  try {
    await video.play();
    return true;
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "NotAllowedError") return true;
    if (video.muted) return false;
    video.muted = true;
    video.dispatchEvent(new Event("silenced"));
    return await startPlaying(video);
  }
}
