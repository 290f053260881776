import { Hono } from "hono";
import { type Outcome, refuse } from "../../errors.ts";
import type { Env } from "../../http/env.ts";
import { selling } from "../../http/session.ts";
import { editShow } from "../../shows/edit_show.ts";
import { storePicture } from "../../uploads/store_picture.ts";
import { atDesk, idIn } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import { PictureForm } from "./forms.ts";
import { showPage } from "./page.tsx";
import { readShow } from "./read_show.ts";

/** The picture of a show. */
export const pictureRoutes = new Hono<Env>();

pictureRoutes.post("/desk/shows/:id/pictures", async function showPicture(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  const showId = idIn(c);
  return await post(c, {
    schema: PictureForm,
    act: async ({ picture }, requestId): Promise<Outcome<unknown>> => {
      if (!await readShow(database, desk.sellerId, showId)) return refuse("NOT_YOURS");
      const bytes = new Uint8Array(await picture.arrayBuffer());
      const stored = await storePicture(c.var.shop, selling(c), bytes);
      if (stored.refusal) return stored;
      return await editShow(database, { ...desk, requestId }, showId, { pictureId: stored.id });
    },
    again: (fault) => showPage(c, fault),
    next: () => `/desk/shows/${showId}?done=saved#picture`,
  });
});

pictureRoutes.post("/desk/shows/:id/picture-removal", async function hidePicture(c) {
  const desk = await atDesk(c);
  const showId = idIn(c);
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) =>
      editShow(c.var.shop.platform.database, { ...desk, requestId }, showId, { pictureId: null }),
    again: (fault) => showPage(c, fault),
    next: () => `/desk/shows/${showId}?done=saved#picture`,
  });
});
