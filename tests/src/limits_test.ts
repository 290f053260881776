import { rejects } from "node:assert/strict";
import {
  grace_seconds_range,
  hold_minutes_live_range,
  hold_minutes_store_range,
  hold_quantity_range,
  payment_due_hours_range,
  slow_mode_seconds_range,
  waitlist_minutes_range,
} from "../../src/limits.ts";
import { DatabaseError } from "../../src/platform.ts";
import { anyDatabase } from "../support/databases.ts";
import { setScene } from "../support/scene.ts";

const settings = [
  ["sellers", "hold_minutes_live", hold_minutes_live_range],
  ["sellers", "hold_minutes_store", hold_minutes_store_range],
  ["sellers", "waitlist_minutes", waitlist_minutes_range],
  ["sellers", "grace_seconds", grace_seconds_range],
  ["sellers", "units_per_shopper", hold_quantity_range],
  ["sellers", "payment_due_hours", payment_due_hours_range],
  ["shows", "slow_mode_seconds", slow_mode_seconds_range],
] as const;

anyDatabase("the database keeps settings within the ranges that are told", async (database) => {
  await setScene(database, { stock: [] });
  for (const [table, column, [least, most]] of settings) {
    const set = (value: number) => database.query(`update ${table} set ${column} = ${value}`);
    await set(least);
    await set(most);
    for (const beyond of [least - 1, most + 1]) {
      await rejects(
        set(beyond),
        (error) => error instanceof DatabaseError && error.sqlState === "23514",
        `${column} = ${beyond}`,
      );
    }
  }
});
