import { newSecret, signedIn } from "../signed_in.ts";
import type { Measure, Stretch } from "../measure.ts";
import { serve } from "../servers.ts";
import type { Contender } from "./contenders.ts";
import type { Crowd } from "./crowd.ts";
import type { Stage } from "./stage.ts";

/** The application as it is deployed, in a process of its own; the crowd comes from another. */
export async function openWholeShop({ url, variantId }: Stage): Promise<Contender> {
  const secret = newSecret();
  const dataDir = await Deno.makeTempDir({ prefix: "maru-bench-" });
  const { origin, stop } = await serve("edge/deno.ts", "/readyz", {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SECRET: secret,
    RATE_LIMITS: "off",
  });
  return {
    async rush(people, stretch) {
      const crowd: Crowd = {
        origin,
        variantId,
        tokens: await signedIn(people, secret),
        ...stretch,
      };
      return await come(crowd, dataDir);
    },
    async close() {
      await stop();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/** Lets a crowd come from a process of its own. */
export async function come(crowd: Crowd & Stretch, folder: string): Promise<Measure> {
  const file = `${folder}/crowd.json`;
  await Deno.writeTextFile(file, JSON.stringify(crowd));
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", "scripts/bench/holds/crowd.ts", file],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("the crowd did not come through");
  return JSON.parse(new TextDecoder().decode(stdout));
}
