/** The tables as the migrations make them, for typed reads. */
export * from "./schema/accounts.ts";
export * from "./schema/catalog.ts";
export * from "./schema/sales.ts";
