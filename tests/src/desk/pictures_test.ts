import { deepEqual, equal, match } from "node:assert/strict";
import type { Person } from "../../support/person.ts";
import { atDesk } from "../../support/desk.ts";
import { jpeg } from "../uploads/drawings.ts";

const picture = (width: number) => new Uint8Array(jpeg({ width }));

function upload(by: Person, path: string, files: readonly Uint8Array<ArrayBuffer>[], name: string) {
  const body = new FormData();
  files.forEach((bytes, at) => body.append(name, new File([bytes], `${at}.txt`)));
  return by.send<string>("POST", path, { body });
}

const shown = (page: string) =>
  [...page.matchAll(/<img src="(\/pictures\/[^"]+)"[^>]*alt="Picture \d/g)].map(([, src]) => src);

atDesk("pictures are added, put in order and taken away", async (at) => {
  const { seller, makeProduct, app } = at;
  const product = await makeProduct();
  const path = `/desk/products/${product.id}/pictures`;
  equal((await upload(seller, path, [picture(1), picture(2), picture(3)], "pictures")).status, 303);
  const page = () => seller.get<string>(`/desk/products/${product.id}`);
  const before = shown((await page()).body);
  equal(before.length, 3);
  equal((await app.guest().get(before[0]!)).status, 200);

  const ids = [...(await page()).body.matchAll(/pictures\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
  equal((await seller.submit(`${path}/${ids[2]}`, { to: "earlier" })).status, 303);
  deepEqual(shown((await page()).body), [before[0], before[2], before[1]]);
  equal((await seller.submit(`${path}/${ids[0]}`, { to: "away" })).status, 303);
  deepEqual(shown((await page()).body), [before[2], before[1]]);
  equal((await seller.submit(`${path}/${ids[0]}`, { to: "later" })).status, 404);
});

atDesk("what is no picture, or one too many, is refused and kept nowhere", async (at) => {
  const { seller, makeProduct, database } = at;
  const product = await makeProduct();
  const path = `/desk/products/${product.id}/pictures`;
  const html = new TextEncoder().encode("<script>alert(1)</script>");
  const refused = await upload(seller, path, [html], "pictures");
  equal(refused.status, 422);
  match(refused.body, /Use a JPEG, PNG, GIF or WebP picture/);
  equal((await upload(seller, path, [], "pictures")).status, 422);

  const ten = Array.from({ length: 10 }, (_, n) => picture(n + 1));
  equal((await upload(seller, path, ten, "pictures")).status, 303);
  const more = await upload(seller, path, [picture(11)], "pictures");
  deepEqual([more.status, /At most 10/.test(more.body)], [422, true]);
  equal((await upload(seller, path, [...ten, picture(12)], "pictures")).status, 422);
  const rows = await database.query("select from pictures");
  equal(rows.length, 10);
});

atDesk("a show has one picture", async ({ seller, makeShow, scene }) => {
  const { id } = await makeShow();
  const path = `/desk/shows/${id}`;
  equal((await upload(seller, `${path}/pictures`, [picture(1)], "picture")).status, 303);
  match((await seller.get<string>(path)).body, /\/pictures\/[\w-]+\.jpg/);
  equal((await seller.submit(`${path}/picture-removal`, {})).status, 303);
  equal(/\/pictures\/[\w-]+\.jpg/.test((await seller.get<string>(path)).body), false);
  const other = `/desk/shows/${scene.showId}/pictures`;
  equal((await upload(seller, other, [picture(1)], "picture")).status, 404);
});
