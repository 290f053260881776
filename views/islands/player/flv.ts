import module from "mpegts.js";
import type { Play } from "./picture.ts";

// Its types are those of an ES module, which it is not.
const mpegts = module as unknown as typeof module.default;

const target_seconds = 0.8;
const latency_seconds_max = 1.2;
/** Further behind than this is not made up by playing faster. */
const behind_seconds_max = 3;

mpegts.LoggingControl.applyConfig({ enableAll: false });

/** HTTP-FLV: about a second behind. */
export const playFlv: Play = (video, url, failed) => {
  const player = mpegts.createPlayer({ type: "flv", isLive: true, url }, {
    enableStashBuffer: false,
    liveSync: true,
    liveSyncTargetLatency: target_seconds,
    liveSyncMaxLatency: latency_seconds_max,
    autoCleanupSourceBuffer: true,
  });
  player.on(mpegts.Events.ERROR, failed);
  player.on(mpegts.Events.LOADING_COMPLETE, failed);
  player.attachMediaElement(video);
  player.load();
  return {
    toEdge() {
      const { buffered } = video;
      if (buffered.length === 0) return;
      const end = buffered.end(buffered.length - 1);
      if (end - video.currentTime > behind_seconds_max) video.currentTime = end - target_seconds;
    },
    stop() {
      player.off(mpegts.Events.ERROR, failed);
      player.off(mpegts.Events.LOADING_COMPLETE, failed);
      player.destroy();
      // It played faster to catch up.
      video.playbackRate = 1;
    },
  };
};
