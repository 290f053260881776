import { boolean, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, units, words } from "./columns.ts";

export const people = pgTable("people", {
  id: id(),
  email: text("email").notNull(),
  displayName: text("display_name").notNull(),
  admin: boolean("admin").notNull().default(false),
  locale: text("locale", { enum: ["ko", "en"] }).notNull().default("ko"),
  buysUnnamed: boolean("buys_unnamed").notNull().default(false),
  suspendedAt: moment("suspended_at"),
  createdAt: createdAt(),
});

export const sellers = pgTable("sellers", {
  id: id(),
  personId: uuid("person_id").notNull(),
  name: text("name").notNull(),
  approvedAt: moment("approved_at"),
  currency: text("currency", { enum: ["USD", "KRW"] }).notNull().default("USD"),
  holdMinutesLive: integer("hold_minutes_live").notNull().default(10),
  holdMinutesStore: integer("hold_minutes_store").notNull().default(30),
  waitlistMinutes: integer("waitlist_minutes").notNull().default(10),
  unitsPerShopper: integer("units_per_shopper").notNull().default(10),
  paymentDueHours: integer("payment_due_hours").notNull().default(24),
  shippingFee: integer("shipping_fee").notNull().default(1000),
  bankAccount: words("bank_account"),
  zelle: words("zelle"),
  venmo: words("venmo"),
  createdAt: createdAt(),
});

export const moderators = pgTable("moderators", {
  sellerId: uuid("seller_id").notNull(),
  personId: uuid("person_id").notNull(),
});

export const profiles = pgTable("profiles", {
  personId: uuid("person_id").primaryKey(),
  depositorName: text("depositor_name"),
  instagram: text("instagram"),
  sealedContact: text("sealed_contact"),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

export const sessions = pgTable("sessions", {
  id: id(),
  personId: uuid("person_id").notNull(),
  turn: units("turn"),
  device: words("device"),
  createdAt: createdAt(),
  usedAt: moment("used_at").notNull().defaultNow(),
  turnedAt: moment("turned_at").notNull().defaultNow(),
  expiresAt: moment("expires_at").notNull(),
  revokedAt: moment("revoked_at"),
});
