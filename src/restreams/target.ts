import type { Service } from "./forms.ts";
import type { Sound } from "./door.ts";

/** A place that a seller's shows are sent on to, as the seller sees it: without its key. */
export interface Target {
  readonly id: string;
  readonly name: string;
  readonly service: Service;
  /** Server and application. */
  readonly url: string;
  readonly sound: Sound;
  readonly enabled: boolean;
}

/** SQL: a row of `restream_targets` as a `Target`. */
export function targetJson(row: string): string {
  return `jsonb_build_object('id', ${row}.id, 'name', ${row}.name, 'service', ${row}.service,
    'url', ${row}.url, 'sound', ${row}.sound, 'enabled', ${row}.enabled)`;
}

/** SQL: the audit's row about what was done with `from`; `$2` is the identity of the request. */
export function notedTarget(verb: string, from: string, facts = "'{}'::jsonb"): string {
  return `insert into audit (id, seller_id, actor_id, verb, subject, facts)
    select gen_random_uuid(), ${from}.seller_id, $1, '${verb}', ${from}.id, ${facts} from ${from}`;
}
