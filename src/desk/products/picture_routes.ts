import { Hono } from "hono";
import { addPictures } from "../../catalog/add_pictures.ts";
import { arrangePictures } from "../../catalog/arrange_pictures.ts";
import { type Outcome, refuse } from "../../errors.ts";
import type { Env, Visit } from "../../http/env.ts";
import { selling } from "../../http/session.ts";
import { pictures_per_product } from "../../limits.ts";
import { storePicture } from "../../uploads/store_picture.ts";
import { atDesk, idIn } from "../desk.ts";
import { post } from "../post.ts";
import { PictureMoveForm, PicturesForm } from "./forms.ts";
import { productPage } from "./page.tsx";
import { readProduct } from "./read_product.ts";
import { on } from "./routes.ts";

/** The pictures of a product. */
export const deskPictures = new Hono<Env>();

deskPictures.post("/desk/products/:id/pictures", async function addGallery(c) {
  const desk = await atDesk(c);
  const productId = idIn(c);
  return await post(c, {
    schema: PicturesForm,
    act: async ({ pictures }, requestId) => {
      const { database } = c.var.shop.platform;
      const stored = await store(c, desk.sellerId, pictures);
      if (stored.refusal) return stored;
      return await addPictures(database, { ...desk, requestId }, productId, stored.ids);
    },
    again: (fault) => productPage(c, on("pictures", fault)),
    next: () => `/desk/products/${productId}?done=saved#pictures`,
  });
});

deskPictures.post("/desk/products/:id/pictures/:pictureId", async function arrange(c) {
  const desk = await atDesk(c);
  const productId = idIn(c);
  const pictureId = idIn(c, "pictureId");
  return await post(c, {
    schema: PictureMoveForm,
    act: ({ to }, requestId) =>
      arrangePictures(c.var.shop.platform.database, { ...desk, requestId }, productId, {
        pictureId,
        to,
      }),
    again: (fault) => productPage(c, on("pictures", fault)),
    next: () => `/desk/products/${productId}#pictures`,
  });
});

/** Keeps the files, unless the product has no room for them: those would be nobody's. */
async function store(
  c: Visit,
  sellerId: string,
  files: readonly File[],
): Promise<Outcome<{ ids: string[] }>> {
  const product = await readProduct(c.var.shop.platform.database, sellerId, idIn(c));
  if (!product) return refuse("NOT_YOURS");
  if (product.pictures.length + files.length > pictures_per_product) {
    const rule = `tooMany:${pictures_per_product}`;
    return refuse("INVALID", { field: "pictures", fields: [{ field: "pictures", rule }] });
  }
  const ids: string[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const stored = await storePicture(c.var.shop, selling(c), bytes, "pictures");
    if (stored.refusal) return stored;
    ids.push(stored.id);
  }
  return { ids };
}
