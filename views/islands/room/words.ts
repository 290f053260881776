import type { State } from "./connection.ts";

/** What the island says, as the server drew it: `{}` stands where something is to be filled in. */
export interface Words {
  readonly locale: string;
  readonly timeZone: string;
  /** By state of the connection. */
  readonly states: Record<State, string>;
  /** By code; of those that name a time one in seconds and one in minutes. */
  readonly refusals: Record<string, readonly [seconds: string, minutes: string]>;
  /** By state of the show. */
  readonly showStates: Readonly<Record<string, string>>;
  readonly seller: string;
  readonly announced: string;
  readonly heldBack: string;
  readonly sending: string;
  readonly waiting: string;
  readonly newMessages: string;
  readonly says: string;
  readonly viewers: string;
  readonly soldOut: string;
  readonly left: string;
  readonly soldOutOption: string;
  readonly leftOption: string;
  readonly bought: string;
  readonly somebodyBought: string;
}

export function wordsOf(page: HTMLElement): Words {
  return JSON.parse(page.dataset.words!);
}

export function fill(text: string, ...parts: (string | number)[]): string {
  return text.split("{}").map((piece, at) => piece + (parts[at] ?? "")).join("");
}

export interface Refusal {
  readonly code: string;
  readonly retryAfterMs?: number;
}

/** Why something was refused, in a sentence. */
export function sentenceOf(words: Words, { code, retryAfterMs = 0 }: Refusal): string {
  const [seconds, minutes] = words.refusals[code] ?? words.refusals.UNAVAILABLE!;
  const wait = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return wait < 90 ? fill(seconds, wait) : fill(minutes, Math.ceil(wait / 60));
}

/** @param at seconds since 1970 */
export function timeOf({ locale, timeZone }: Words, at: number): string {
  const language = locale === "ko" ? "ko-KR" : "en-US";
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone })
    .format(at * 1000);
}
