import type Full from "hls.js";
import Light from "hls.js/light";
import type { Play } from "./picture.ts";

// It comes without types of its own; it has all that is used here.
const Hls: typeof Full = Light;

const behind_seconds_max = 6;

const not_found = 404;

/** For a moment after a show went on air there is no playlist, which hls.js would give up at. */
const manifest = {
  maxTimeToFirstByteMs: 4000,
  maxLoadTimeMs: 8000,
  timeoutRetry: null,
  errorRetry: {
    maxNumRetry: 20,
    retryDelayMs: 500,
    maxRetryDelayMs: 500,
    shouldRetry: (_: unknown, tries: number, _isTimeout: boolean, answer?: { code?: number }) =>
      answer?.code === not_found && tries < 20,
  },
};

/** HLS by Media Source Extensions: some seconds behind. */
export const playHls: Play = (video, url, failed) => {
  const hls = new Hls({
    // A worker made of a string breaks the page's policy.
    enableWorker: false,
    liveSyncDurationCount: 2,
    maxLiveSyncPlaybackRate: 1.2,
    backBufferLength: 30,
    manifestLoadPolicy: { default: manifest },
  });
  hls.on(Hls.Events.ERROR, (_, { fatal }) => fatal && failed());
  hls.loadSource(url);
  hls.attachMedia(video);
  return {
    toEdge() {
      const edge = hls.liveSyncPosition;
      if (edge && edge - video.currentTime > behind_seconds_max) video.currentTime = edge;
    },
    stop() {
      hls.destroy();
      video.playbackRate = 1;
    },
  };
};
