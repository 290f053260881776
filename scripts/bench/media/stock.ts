import NodeMediaServer from "node-media-server/src/index.js";

/** node-media-server as it comes, for the bench to compare with: `stock.ts <rtmp port> <http port>`. */
const [rtmp, http] = Deno.args.map(Number);
new NodeMediaServer({
  bind: "127.0.0.1",
  rtmp: { port: rtmp },
  http: { port: http },
  store: { path: await Deno.makeTempDir() },
}).run();
