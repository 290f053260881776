import { deepEqual } from "node:assert/strict";
import type { Configuration } from "../../../src/platform.ts";
import { anyDatabase } from "../../support/databases.ts";
import { TestApp } from "../../support/test_app.ts";

const media = {
  publishUrl: "rtmp://media.test/live",
  playUrl: "https://play.test",
  apiUrl: "http://api.test",
  hookToken: "a-token-of-the-hooks",
};

anyDatabase("a page may play from the media server, where there is one", async (database) => {
  const played = async (configuration: Partial<Configuration>) => {
    await using app = new TestApp(database, { configuration });
    const { headers } = await app.fetch(`${app.origin}/`);
    const policy = headers.get("content-security-policy")!.split("; ");
    return policy.filter((rule) => /^(connect|media)-src/.test(rule));
  };
  deepEqual(await played({}), ["connect-src 'self'", "media-src 'self' blob:"]);
  deepEqual(await played({ media }), [
    "connect-src 'self' https://play.test",
    "media-src 'self' blob: https://play.test",
  ]);
});
