import { vault } from "../accounts/vault.ts";
import { sha256 } from "../bytes.ts";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { columnsOf } from "../db/columns_of.ts";
import type { Outcome } from "../errors.ts";
import type { Platform } from "../platform.ts";
import type { TargetWish } from "./add_target.ts";
import { notedTarget, type Target, targetJson } from "./target.ts";

/** What is to change; what is left out stays. */
export type TargetChange = Partial<Omit<TargetWish, "service">>;

/**
 * Changes a target; another address, key or sound makes sending begin anew. A key goes only to the
 * address that it was given for: another address wants the key again.
 * Refusals: NOT_YOURS, INVALID (the key is wanted), IDEMPOTENCY_MISMATCH.
 */
export async function changeTarget(
  { database, configuration }: Pick<Platform, "database" | "configuration">,
  asked: AskedBySeller,
  targetId: string,
  { key, ...change }: TargetChange,
): Promise<Outcome<Target>> {
  const keySealed = key && await vault(configuration).seal(key, targetId);
  return await answerOnce<Target>(database, asked, {
    name: "change_target",
    text: change_target,
    parameters: [targetId, columnsOf({ ...change, keySealed })],
    wish: [targetId, change, key && sha256(key)],
  });
}

const change_target = `
  with asked as (select), mine as (
    select t as row from restream_targets t where t.id = $5 and t.seller_id = $4 for update
  ), wish as (
    select w.*, (w.url, w.key_sealed, w.sound) is distinct from
        ((mine.row).url, (mine.row).key_sealed, (mine.row).sound) as anew,
      w.url <> (mine.row).url and not $6::jsonb ? 'key_sealed' as keyless
    from mine, jsonb_populate_record(mine.row, $6) w
  ), judged as (
    select wish.id, case
      when wish.id is null then refusal('NOT_YOURS')
      when wish.keyless then refusal('INVALID', '{"field": "key", "fields":
        [{"field": "key", "rule": "keyAgain"}]}')
    end as refused
    from asked left join wish on true
  ), changed as (
    update restream_targets t set name = w.name, url = w.url, key_sealed = w.key_sealed,
      sound = w.sound, version = t.version + w.anew::int
    from wish w, judged where judged.refused is null and t.id = w.id
    returning t.*
  ), noted as (${
  notedTarget("change_target", "changed", "jsonb_build_object('key', $6::jsonb ? 'key_sealed')")
})
  ${
  remember(`coalesce(judged.refused, ${targetJson("changed")})`, "judged left join changed on true")
}`;
