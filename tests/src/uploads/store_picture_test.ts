import { deepEqual, equal, match, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import {
  picture_bytes_max,
  picture_bytes_per_seller_max,
  picture_bytes_per_shopper_max,
  picture_pixels_a_side_max,
} from "../../../src/limits.ts";
import { storePicture } from "../../../src/uploads/store_picture.ts";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";
import { bytes, chunk, exif, holds, jpeg, png } from "./drawings.ts";

eachDatabase(
  "a picture is stored under a name nobody can guess, and served for ever",
  async (database) => {
    await using shop = new TestApp(database);
    const { ownerId } = await setScene(database, { stock: [] });
    const stored = await storePicture(shop.app.shop, { id: ownerId }, jpeg({ extra: [exif(6)] }));
    ok(!stored.refusal);
    match(stored.src, /^\/pictures\/[0-9a-f]{32}\.jpg$/);
    deepEqual([stored.width, stored.height], [2, 3]);

    const answer = await shop.fetch(`${shop.origin}${stored.src}`);
    equal(answer.status, 200);
    equal(answer.headers.get("content-type"), "image/jpeg");
    equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable");
    equal(answer.headers.get("x-content-type-options"), "nosniff");
    equal(answer.headers.get("content-security-policy"), "default-src 'none'; sandbox");
    ok(!holds(new Uint8Array(await answer.arrayBuffer()), "GPS!"));

    const rows = await database.query("select owner_id, media_type, width, height from pictures");
    deepEqual(rows, [{ owner_id: ownerId, media_type: "image/jpeg", width: 2, height: 3 }]);
  },
);

eachDatabase(
  "what is no picture, or too large a one, is refused by field and leaves nothing",
  async (database) => {
    await using shop = new TestApp(database);
    const { ownerId } = await setScene(database, { stock: [] });
    const side = picture_pixels_a_side_max;
    const heavy = (size: number) => {
      const rest = size - png().length - 12;
      return png({ extra: [chunk("iCCP", new Uint8Array(rest))] });
    };
    const rule = async (picture: Uint8Array) => {
      const { refusal } = await storePicture(shop.app.shop, { id: ownerId }, picture, "pictures");
      if (refusal) equal(refusal.field, "pictures");
      return refusal?.fields?.[0]?.rule;
    };

    equal(await rule(bytes("<svg/>")), "picture");
    equal(await rule(png({ width: side + 1 })), "pictureTooLarge");
    equal(await rule(png({ height: side + 1 })), "pictureTooLarge");
    equal(await rule(heavy(picture_bytes_max + 1)), "pictureTooLarge");
    equal(shop.files.size, 0);
    deepEqual(await database.query("select id from pictures"), []);

    equal(await rule(png({ width: side, height: side })), undefined);
    equal(await rule(heavy(picture_bytes_max)), undefined);
  },
);

eachDatabase("nobody stores more than their share; a seller's is larger", async (database) => {
  await using shop = new TestApp(database);
  const { ownerId, sellerId } = await setScene(database, { stock: [] });
  const fill = async (limit: number) => {
    await database.query("delete from pictures");
    await database.query(
      `insert into pictures (id, owner_id, file_name, media_type, width, height, bytes)
       select $1, $2, 'full.png', 'image/png', 1, 1, $3`,
      [uuidv7(), ownerId, limit - png().length],
    );
  };
  const shopper = { id: ownerId };
  const seller = { id: ownerId, sellerId };

  await fill(picture_bytes_per_shopper_max);
  equal((await storePicture(shop.app.shop, shopper, png())).refusal, undefined);
  const { refusal } = await storePicture(shop.app.shop, shopper, png());
  deepEqual(refusal?.fields, [{ field: "picture", rule: "pictureQuota" }]);
  equal(shop.files.size, 1);

  equal((await storePicture(shop.app.shop, seller, png())).refusal, undefined);
  await fill(Math.min(picture_bytes_per_seller_max, 2 ** 31 - 1));
  equal((await storePicture(shop.app.shop, seller, png())).refusal, undefined);
  equal((await storePicture(shop.app.shop, seller, png())).refusal?.code, "INVALID");
});

eachDatabase("no name of a picture leads anywhere else", async (database) => {
  await using shop = new TestApp(database);
  shop.files.set("secret.txt", bytes("secret"));
  shop.files.set("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.svg", bytes("<svg/>"));
  for (
    const name of [
      "secret.txt",
      "..%2Fsecret.txt",
      "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.svg",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png",
      "%00",
    ]
  ) {
    equal((await shop.guest().get(`/pictures/${name}`)).status, 404, name);
  }
});
