import type { Play } from "./picture.ts";

const behind_seconds_max = 12;
const target_seconds = 4;

/** HLS by the browser itself, where scripts cannot write to a video. */
export const playNative: Play = (video, url, failed) => {
  video.addEventListener("error", failed);
  video.src = url;
  return {
    toEdge() {
      const { seekable } = video;
      if (seekable.length === 0) return;
      const end = seekable.end(seekable.length - 1);
      if (end - video.currentTime > behind_seconds_max) video.currentTime = end - target_seconds;
    },
    stop() {
      video.removeEventListener("error", failed);
      video.removeAttribute("src");
      video.load();
    },
  };
};
