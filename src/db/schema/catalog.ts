import { boolean, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, units, version, words } from "./columns.ts";

export const pictures = pgTable("pictures", {
  id: id(),
  ownerId: uuid("owner_id").notNull(),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: integer("bytes").notNull(),
  createdAt: createdAt(),
});

export const shows = pgTable("shows", {
  id: id(),
  sellerId: uuid("seller_id").notNull(),
  title: text("title").notNull(),
  description: words("description"),
  pictureId: uuid("picture_id"),
  state: text("state", { enum: ["scheduled", "live", "ended", "cancelled"] }).notNull()
    .default("scheduled"),
  startsAt: moment("starts_at").notNull(),
  startedAt: moment("started_at"),
  endedAt: moment("ended_at"),
  freeShipping: text("free_shipping", { enum: ["never", "always", "threshold"] }).notNull()
    .default("threshold"),
  freeShippingFrom: integer("free_shipping_from").notNull().default(15_000),
  featuredProductId: uuid("featured_product_id"),
  notice: words("notice"),
  slowModeSeconds: units("slow_mode_seconds"),
  pinnedMessageId: uuid("pinned_message_id"),
  viewersPeak: units("viewers_peak"),
  version: version(),
  createdAt: createdAt(),
});

export const products = pgTable("products", {
  id: id(),
  sellerId: uuid("seller_id").notNull(),
  showId: uuid("show_id"),
  name: text("name").notNull(),
  description: words("description"),
  originalPrice: integer("original_price"),
  newBadge: boolean("new_badge").notNull().default(false),
  position: units("position"),
  visibleFrom: moment("visible_from"),
  visibleUntil: moment("visible_until"),
  inStore: boolean("in_store").notNull().default(true),
  holdMinutes: integer("hold_minutes"),
  deletedAt: moment("deleted_at"),
  createdAt: createdAt(),
});

export const productPictures = pgTable("product_pictures", {
  productId: uuid("product_id").notNull(),
  pictureId: uuid("picture_id").notNull(),
  position: integer("position").notNull(),
});

export const variants = pgTable("variants", {
  id: id(),
  productId: uuid("product_id").notNull(),
  colour: words("colour"),
  size: words("size"),
  label: words("label"),
  position: units("position"),
  price: integer("price").notNull(),
  hidden: boolean("hidden").notNull().default(false),
  stock: integer("stock").notNull(),
  available: integer("available").notNull(),
  held: units("held"),
  sold: units("sold"),
  setAside: units("set_aside"),
  version: version(),
});

export const messages = pgTable("messages", {
  id: id(),
  showId: uuid("show_id").notNull(),
  personId: uuid("person_id").notNull(),
  place: integer("place").notNull().generatedAlwaysAsIdentity(),
  text: text("text").notNull(),
  createdAt: createdAt(),
  deletedAt: moment("deleted_at"),
  kind: text("kind", { enum: ["said", "announced"] }).notNull().default("said"),
  heldWord: text("held_word"),
});
