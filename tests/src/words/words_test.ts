import { equal, match } from "node:assert/strict";
import { anyDatabase } from "../../support/databases.ts";
import { TestApp } from "../../support/test_app.ts";

anyDatabase(
  "guests read the terms, the privacy page and the help in their language",
  async (database) => {
    await using shop = new TestApp(database);
    for (const path of ["/terms", "/privacy", "/help"]) {
      for (const language of ["ko", "en"]) {
        const { status, body } = await shop.guest().get<string>(path, {
          "accept-language": language,
        });
        equal(status, 200);
        match(body, new RegExp(`<html lang="${language}">`));
      }
    }
  },
);
