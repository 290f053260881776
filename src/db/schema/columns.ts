import { bigint, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const id = () => uuid("id").primaryKey();
export const moment = (name: string) => timestamp(name, { withTimezone: true });
export const createdAt = () => moment("created_at").notNull().defaultNow();
export const units = (name: string) => integer(name).notNull().default(0);
export const words = (name: string) => text(name).notNull().default("");
export const version = () => bigint("version", { mode: "number" }).notNull().default(0);
