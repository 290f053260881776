import { equal, notEqual } from "node:assert/strict";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

eachDatabase(
  "of a page that is drawn once for all, each visitor gets forms of their own",
  async (database) => {
    await using shop = new TestApp(database);
    const { showId } = await setScene(database, { stock: [3, 4] });
    const kim = await shop.signedIn();
    const pages = await Promise.all([1, 2].map(() => kim.get<string>(`/shows/${showId}`)));
    const [one, two] = pages.map(({ body }) => body.match(/name="request" value="[^"]+"/g) ?? []);
    notEqual(one!.length, 0);
    equal(new Set([...one!, ...two!]).size, one!.length + two!.length);
  },
);
