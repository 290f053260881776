/**
 * `deno task air [show id] [--key <key>] [--server rtmp://…] [--shop <origin>]`: publishes a moving test
 * picture with the time burned in, and a tone, until Ctrl-C. Without a show it is the one on air, else
 * the next; without a key it makes one as the demo's seller, and the key before is over.
 */
import { parseArgs } from "node:util";
import { testPicture } from "../media/test_picture.ts";
import { findShow, makeKey } from "./air/shop.ts";
import { findFfmpeg } from "./provide/ffmpeg.ts";
import { run } from "./provide/run.ts";
import { seller } from "./seed/plan.ts";

try {
  Deno.exit(await air());
} catch (error) {
  console.error(`Not on air: ${error instanceof Error ? error.message : error}`);
  Deno.exit(1);
}

async function air(): Promise<number> {
  const { values: { key, server, shop }, positionals: [id] } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    allowPositionals: true,
    options: {
      key: { type: "string" },
      server: { type: "string", default: "rtmp://127.0.0.1:1935/live" },
      shop: { type: "string", default: `http://127.0.0.1:${Deno.env.get("PORT") || 8000}` },
    },
  });
  const ffmpeg = findFfmpeg();
  if (!ffmpeg) throw new Error("ffmpeg is not here (apt-get install ffmpeg)");
  const show = await findShow(shop, id);
  const to = key
    ? { server, stream: `${show.id}?key=${key}` }
    : await makeKey(shop, seller.email, show.id);
  const clock = (await run("fc-list", [])).text !== "";
  console.log(`${show.title}: ${shop}/shows/${show.id}\nCtrl-C ends the picture.`);
  // Its end is ffmpeg's: what interrupts the terminal reaches both.
  Deno.addSignalListener("SIGINT", () => {});
  const { code } = await new Deno.Command(ffmpeg, {
    args: [...testPicture({ clock }), `${to.server}/${to.stream}`],
    stdin: "null",
  }).spawn().status;
  return code;
}
