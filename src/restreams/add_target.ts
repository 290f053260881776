import { uuidv7 } from "uuidv7";
import { vault } from "../accounts/vault.ts";
import { sha256 } from "../bytes.ts";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import { restream_targets_per_seller } from "../limits.ts";
import type { Platform } from "../platform.ts";
import type { Sound } from "./door.ts";
import type { Service } from "./forms.ts";
import { notedTarget, type Target, targetJson } from "./target.ts";

export interface TargetWish {
  readonly name: string;
  readonly service: Service;
  readonly url: string;
  /** Kept sealed, and shown to nobody again. */
  readonly key: string;
  readonly sound: Sound;
}

/**
 * Sends a seller's shows to one place more, from now on.
 * Refusals: INVALID (too many), IDEMPOTENCY_MISMATCH.
 */
export async function addTarget(
  { database, configuration }: Pick<Platform, "database" | "configuration">,
  asked: AskedBySeller,
  { name, service, url, key, sound }: TargetWish,
): Promise<Outcome<Target>> {
  const id = uuidv7();
  const sealed = await vault(configuration).seal(key, id);
  return await answerOnce<Target>(database, asked, {
    name: "add_target",
    text: add_target,
    parameters: [id, name, service, url, sealed, sound, restream_targets_per_seller],
    // The seal differs each time.
    wish: [name, service, url, sha256(key), sound],
  });
}

const add_target = `
  with shop as (
    select id from sellers where id = $4 for no key update
  ), judged as (
    select shop.id, case
      when (select count(*) from restream_targets t where t.seller_id = shop.id) >= $11
        then refusal('INVALID', jsonb_build_object('field', 'name', 'fields', jsonb_build_array(
          jsonb_build_object('field', 'name', 'rule', 'tooMany:' || $11::int))))
    end as refused
    from shop
  ), made as (
    insert into restream_targets (id, seller_id, name, service, url, key_sealed, sound)
    select $5, judged.id, $6, $7, $8, $9, $10 from judged where judged.refused is null
    returning *
  ), noted as (${notedTarget("add_target", "made", "jsonb_build_object('service', made.service)")})
  ${remember(`coalesce(judged.refused, ${targetJson("made")})`, "judged left join made on true")}`;
