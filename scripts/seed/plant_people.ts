import { uuidv7 } from "uuidv7";
import { vault } from "../../src/accounts/vault.ts";
import type { Ground } from "../../edge/ground.ts";
import * as plan from "./plan.ts";

/** Ids by the plan's names. */
export type Ids = Map<string, string>;

export async function plantPeople({ database, configuration }: Ground): Promise<Ids> {
  const ids: Ids = new Map();
  const all = { seller: { email: plan.seller.email, name: plan.seller.owner }, ...plan.people };
  for (const [key, { email, name }] of Object.entries(all)) {
    const id = uuidv7();
    ids.set(key, id);
    await database.query(
      "insert into people (id, email, display_name, admin) values ($1, $2, $3, $4)",
      [id, email, name, key === "admin"],
    );
    const contact = JSON.stringify({ phone: "+12135550123", address: addressOf(name) });
    await database.query(
      "insert into profiles (person_id, depositor_name, sealed_contact) values ($1, $2, $3)",
      [id, name, await vault(configuration).seal(contact, id)],
    );
  }
  return ids;
}

/** Where everybody of the demo lives. */
export function addressOf(name: string) {
  return {
    country: "US",
    name,
    line1: "3250 W Olympic Blvd",
    line2: "Apt 210",
    city: "Los Angeles",
    state: "CA",
    postalCode: "90006",
  };
}

export async function plantSeller({ database }: Ground, people: Ids) {
  const id = uuidv7();
  await database.query(
    `insert into sellers (id, person_id, name, approved_at, bank_account, zelle, venmo)
     values ($1, $2, $3, now(), '하늘은행 110-123-456789 (하늘상점)', 'pay@haneul.example', '@haneul-goods')`,
    [id, people.get("seller")!, plan.seller.name],
  );
  await database.query(
    `insert into shipping_zones (id, seller_id, country, region, fee) values ($1, $2, 'US', 'CA', 800)`,
    [uuidv7(), id],
  );
  await database.query("insert into moderators (seller_id, person_id) values ($1, $2)", [
    id,
    people.get("moderator")!,
  ]);
  return id;
}
