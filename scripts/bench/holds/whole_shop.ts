import { fromHex, toHex } from "../../../src/bytes.ts";
import { uuidv7 } from "uuidv7";
import { named } from "../../../edge/environment.ts";
import { tokens } from "../../../src/accounts/tokens.ts";
import type { Measure, Stretch } from "../measure.ts";
import { serve } from "../servers.ts";
import type { Contender } from "./contenders.ts";
import type { Crowd } from "./crowd.ts";
import type { Stage } from "./stage.ts";

/** The application as it is deployed, in a process of its own; the crowd comes from another. */
export async function openWholeShop({ url, variantId }: Stage): Promise<Contender> {
  const secret = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const dataDir = await Deno.makeTempDir({ prefix: "maru-bench-" });
  const { origin, stop } = await serve("edge/deno.ts", "/readyz", {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SECRET: secret,
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

/** Access tokens as the shop gives them at sign-in; so many sign-ins would take longer than the bench. */
async function signedIn(people: readonly string[], secret: string): Promise<string[]> {
  const { access } = await tokens({
    secrets: { current: named(fromHex(secret)) },
    developerSignIn: false,
    timeZone: "UTC",
    secureCookies: false,
  });
  const person = { displayName: "Somebody", admin: false, sellerId: undefined, moderates: [] };
  return await Promise.all(
    people.map((id) => access({ ...person, id, sessionId: uuidv7() }, Date.now())),
  );
}

async function come(crowd: Crowd & Stretch, folder: string): Promise<Measure> {
  const file = `${folder}/crowd.json`;
  await Deno.writeTextFile(file, JSON.stringify(crowd));
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", "scripts/bench/holds/crowd.ts", file],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error("the crowd did not come through");
  return JSON.parse(new TextDecoder().decode(stdout));
}
