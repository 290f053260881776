import type { Media } from "../../src/platform.ts";

/** A media server that is named and not there. */
export const media: Media = {
  publishUrl: "rtmp://media.test/live",
  playUrl: "http://play.test",
  apiUrl: "http://api.test",
  hookToken: "a-token-of-the-hooks",
};
