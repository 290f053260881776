import * as z from "zod";
import { uuidv7 } from "uuidv7";
import { sha256 } from "../bytes.ts";
import type { Outcome } from "../errors.ts";
import type { Shop } from "../shop.ts";
import { type Opened, openSession } from "./sessions.ts";

export const developerRoles = ["shopper", "moderator", "seller", "admin"] as const;
export type DeveloperRole = typeof developerRoles[number];

/** Who a developer wants to be. */
export const DeveloperSignIn = z.strictObject({
  email: z.email().trim().toLowerCase().max(254),
  name: z.string().trim().min(1, "required").max(40).optional(),
  role: z.enum(developerRoles).default("shopper"),
});

/**
 * Signs somebody in by an address that nobody verified, in the role they ask for: a seller gets an
 * approved shop, a moderator the first shop there is, an admin everything. Roles are never taken
 * away by it. Only where the deployment has switched it on.
 *
 * Refusal: RATE_LIMITED, when too many have wanted to be this person, whoever they were.
 */
export async function signInDeveloper(
  { platform: { database }, rates }: Shop,
  { email, name, role }: z.output<typeof DeveloperSignIn>,
  device: string,
): Promise<Outcome<Opened>> {
  const refusal = await rates.over("signIn", sha256(email));
  if (refusal) return { refusal };
  const displayName = name ?? email.split("@")[0]!.slice(0, 40);
  const [row] = await database.query<{ id: string }>(
    `with person as (
       insert into people (id, email, display_name, admin) values ($1, $2, $3, $4 = 'admin')
       on conflict (email) do update set admin = people.admin or excluded.admin,
         display_name = case when $6 then excluded.display_name else people.display_name end
       returning id, display_name
     ), shop as (
       insert into sellers (id, person_id, name, approved_at, bank_account)
       select $5, id, display_name, now(), 'Maru Bank 110-0000-0000' from person where $4 = 'seller'
       on conflict (person_id) do update set approved_at = coalesce(sellers.approved_at, now())
     ), helper as (
       insert into moderators (seller_id, person_id)
       select s.id, p.id from person p, (select id from sellers order by created_at, id limit 1) s
       where $4 = 'moderator'
       on conflict do nothing
     )
     select id from person`,
    [uuidv7(), email, displayName, role, uuidv7(), name !== undefined],
    { name: "sign_in_developer" },
  );
  return await openSession(database, row!.id, device);
}
