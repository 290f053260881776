import { uuidv7 } from "uuidv7";
import { sha256, toBase64Url } from "../bytes.ts";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { type Outcome, refuse } from "../errors.ts";
import { signingKey } from "../http/keys.ts";
import type { Secret } from "../platform.ts";
import type { Shop } from "../shop.ts";

/** What a seller's encoder is set to. Never store it, log it or put it into an address. */
export interface EncoderSettings {
  /** `rtmp://media.example/live` */
  readonly server: string;
  readonly key: string;
  /** What encoders call the stream key: the show's id with the key. */
  readonly stream: string;
}

/**
 * Makes the key that a show is published with, in place of the one before. The shop does not keep
 * it: it is made from the request's identity, so that the same request again shows the same key.
 * Refusals: NOT_YOURS, SHOW_STATE (it is over), UNAVAILABLE (there is no media server),
 * IDEMPOTENCY_MISMATCH.
 */
export async function makePublishKey(
  { platform: { database, configuration } }: Pick<Shop, "platform">,
  asked: AskedBySeller,
  showId: string,
): Promise<Outcome<EncoderSettings>> {
  const { media, secrets } = configuration;
  if (!media) return refuse("UNAVAILABLE");
  const made = await keyOf(secrets.current, asked, showId);
  const outcome = await answerOnce<{ secretId: string }>(database, asked, {
    name: "make_publish_key",
    text: make_publish_key,
    parameters: [showId, sha256(made), uuidv7(), secrets.current.id],
    wish: showId,
  });
  if (outcome.refusal) return outcome;
  const secret = [secrets.current, secrets.previous].find((one) => one?.id === outcome.secretId);
  if (!secret) return refuse("IDEMPOTENCY_MISMATCH");
  const key = await keyOf(secret, asked, showId);
  return { server: media.publishUrl, key, stream: `${showId}?key=${key}` };
}

async function keyOf(secret: Secret, { requestId }: AskedBySeller, showId: string) {
  const key = await signingKey(secret, "publish keys");
  const text = new TextEncoder().encode(`${showId} ${requestId}`);
  return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, text)));
}

const make_publish_key = `
  with asked as (select), mine as (
    select * from shows where id = $5 and seller_id = $4 for no key update
  ), judged as (
    select mine.id, case
      when mine.id is null then refusal('NOT_YOURS')
      when mine.state not in ('scheduled', 'live')
        then refusal('SHOW_STATE', jsonb_build_object('state', mine.state))
    end as refused
    from asked left join mine on true
  ), made as (
    insert into publish_keys (show_id, hash)
    select id, decode($6, 'hex') from judged where refused is null
    on conflict (show_id) do update set hash = excluded.hash, made_at = now()
    returning show_id
  ), noted as (
    insert into audit (id, seller_id, actor_id, verb, subject)
    select $7::uuid, $4, $1, 'make_publish_key', show_id from made
  )
  ${remember("coalesce(judged.refused, jsonb_build_object('secretId', $8::text))", "judged")}`;
