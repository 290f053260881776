import { bodyLimit } from "hono/body-limit";
import { Refused } from "../errors.ts";
import { body_bytes_max, csv_bytes_max, form_with_pictures_bytes_max } from "../limits.ts";

function bounded(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refused({ code: "BODY_TOO_LARGE" });
    },
  });
}

const plain = bounded(body_bytes_max);
const withPictures = bounded(form_with_pictures_bytes_max);
const withTable = bounded(csv_bytes_max + body_bytes_max);

/** Bounds every body; only the forms that carry files may be larger. */
export const boundedBody: typeof plain = (c, next) => {
  if (/\/(pictures|payment-claims)$/.test(c.req.path)) return withPictures(c, next);
  if (/\/(imports|payment-matches|shipments)$/.test(c.req.path)) return withTable(c, next);
  return plain(c, next);
};
