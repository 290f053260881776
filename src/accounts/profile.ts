import { sha256 } from "../bytes.ts";
import { once } from "../db/once.ts";
import { type Outcome, refuse } from "../errors.ts";
import { DatabaseError } from "../platform.ts";
import type { Shop } from "../shop.ts";
import type { Address } from "./contact.ts";
import { vault } from "./vault.ts";

/** What somebody told about themselves. All but the display name and e-mail may be missing. */
export interface Profile {
  readonly displayName: string;
  readonly email: string;
  /** Rooms do not tell the display name when something was bought. */
  readonly buysUnnamed: boolean;
  readonly depositorName?: string;
  readonly instagram?: string;
  readonly phone?: string;
  readonly address?: Address;
}

export type ProfileChange = Omit<Profile, "email">;

interface Contact {
  readonly phone?: string;
  readonly address?: Address;
}

export async function readProfile(shop: Shop, personId: string): Promise<Profile> {
  const { database, configuration } = shop.platform;
  const [row] = await database.query<{
    display_name: string;
    email: string;
    buys_unnamed: boolean;
    depositor_name: string | null;
    instagram: string | null;
    sealed_contact: string | null;
  }>(
    `select p.display_name, p.email, p.buys_unnamed, f.depositor_name, f.instagram, f.sealed_contact
     from people p left join profiles f on f.person_id = p.id where p.id = $1`,
    [personId],
    { name: "read_profile" },
  );
  if (!row) throw new Error("a signed-in person who does not exist");
  const contact: Contact = row.sealed_contact
    ? JSON.parse(await vault(configuration).open(row.sealed_contact, personId))
    : {};
  return {
    displayName: row.display_name,
    email: row.email,
    buysUnnamed: row.buys_unnamed,
    depositorName: row.depositor_name ?? undefined,
    instagram: row.instagram ?? undefined,
    ...contact,
  };
}

/** Refusals: INVALID (`instagram` taken by someone else), IDEMPOTENCY_MISMATCH. */
export async function saveProfile(
  shop: Shop,
  asked: { readonly personId: string; readonly requestId: string },
  change: ProfileChange,
): Promise<Outcome<{ saved: true }>> {
  const { database, configuration } = shop.platform;
  const { personId, requestId } = asked;
  const { displayName, buysUnnamed, depositorName, instagram, phone, address } = change;
  // What is remembered of a request outlives it, and so must not tell an address.
  const fingerprint = `profile ${sha256(JSON.stringify(change))}`;
  const sealed = await vault(configuration).seal(JSON.stringify({ phone, address }), personId);

  return await once<{ saved: true }>(database, { ...asked, fingerprint }, async () => {
    try {
      await database.query(
        `with person as (
           update people set display_name = $4, buys_unnamed = $8 where id = $1
         ), profile as (
           insert into profiles (person_id, depositor_name, instagram, sealed_contact)
           values ($1, $5, $6, $7)
           on conflict (person_id) do update set depositor_name = excluded.depositor_name,
             instagram = excluded.instagram, sealed_contact = excluded.sealed_contact,
             updated_at = now()
         )
         insert into requests (person_id, id, fingerprint, answer)
         values ($1, $2, $3, '{"saved": true}')`,
        [
          personId,
          requestId,
          fingerprint,
          displayName,
          depositorName ?? null,
          instagram ?? null,
          sealed,
          buysUnnamed,
        ],
        { name: "save_profile" },
      );
    } catch (error) {
      if (error instanceof DatabaseError && error.constraint === "profiles_instagram_key") {
        return refuse("INVALID", {
          field: "instagram",
          fields: [{ field: "instagram", rule: "taken" }],
        });
      }
      throw error;
    }
    return { saved: true };
  });
}
