import fc from "fast-check";
import { onPostgres } from "../../../support/databases.ts";
import { StandInMedia } from "../../../support/stand_in_media.ts";
import { shop, Story } from "./story.ts";
import { stories } from "./verbs.ts";

const runs = Number(Deno.env.get("MODEL_RUNS") ?? 500);

onPostgres(
  `${runs} shows whose hooks come late, twice or never are as the model says`,
  async ({ database }) => {
    await using media = new StandInMedia();
    let app = shop(database, media);
    try {
      await fc.assert(
        fc.asyncProperty(stories, async (verbs) => {
          await database.query("with gone as (delete from shows) delete from media_servers");
          const story = new Story(database, media, app);
          await story.tell(verbs).finally(() => app = story.app);
        }),
        { numRuns: runs, endOnFailure: false },
      );
    } finally {
      await app[Symbol.asyncDispose]();
    }
  },
);
