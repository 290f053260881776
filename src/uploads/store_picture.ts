import { uuidv7 } from "uuidv7";
import { type Outcome, refuse } from "../errors.ts";
import type { Person } from "../http/env.ts";
import {
  picture_bytes_max,
  picture_bytes_per_seller_max,
  picture_bytes_per_shopper_max,
  picture_pixels_a_side_max,
} from "../limits.ts";
import type { Platform } from "../platform.ts";
import { type MediaType, type Picture, readPicture } from "./picture.ts";

/** A picture as pages draw it, with the id that products, shows and claims name it by. */
export interface StoredPicture {
  readonly id: string;
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export const extensions: Record<MediaType, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
};

/**
 * Keeps a picture under a name that nobody can guess, without what was written beside its pixels.
 *
 * Refusals: INVALID at `field`, with the rule `picture` (no whole JPEG, PNG, GIF or WebP),
 * `pictureTooLarge` (bytes or pixels) or `pictureQuota` (with all else that this person has stored).
 */
export async function storePicture(
  { platform }: { readonly platform: Pick<Platform, "database" | "files"> },
  person: Pick<Person, "id" | "sellerId">,
  bytes: Uint8Array,
  field = "picture",
): Promise<Outcome<StoredPicture>> {
  const faulty = (rule: string) => refuse("INVALID", { field, fields: [{ field, rule }] });
  if (bytes.length > picture_bytes_max) return faulty("pictureTooLarge");
  const picture = readPicture(bytes);
  if (!picture) return faulty("picture");
  const { width, height } = picture;
  if (Math.max(width, height) > picture_pixels_a_side_max) return faulty("pictureTooLarge");

  const { files } = platform;
  const name = nameFor(picture.type);
  await files.put(name, picture.bytes);
  const id = await own(platform, person, name, picture);
  if (id) return { id, src: `/pictures/${name}`, width, height };
  await files.delete(name);
  return faulty("pictureQuota");
}

function nameFor(type: MediaType) {
  const secret = crypto.getRandomValues(new Uint8Array(16)).toHex();
  return `${secret}.${extensions[type]}`;
}

/** The row that says whose picture it is, unless that would be more than they may store. */
async function own(
  { database }: Pick<Platform, "database">,
  person: Pick<Person, "id" | "sellerId">,
  name: string,
  { type, width, height, bytes }: Picture,
): Promise<string | undefined> {
  const quota = person.sellerId ? picture_bytes_per_seller_max : picture_bytes_per_shopper_max;
  const [row] = await database.query<{ id: string }>(
    `insert into pictures (id, owner_id, file_name, media_type, width, height, bytes)
     select $1::uuid, $2::uuid, $3, $4, $5::int, $6::int, $7::int
     where (select coalesce(sum(bytes), 0) from pictures where owner_id = $2) + $7 <= $8::bigint
     returning id`,
    [uuidv7(), person.id, name, type, width, height, bytes.length, quota],
    { name: "own_picture" },
  );
  return row?.id;
}
