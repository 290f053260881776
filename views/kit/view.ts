import type { Refusal } from "../../src/errors.ts";

export type Locale = "ko" | "en";

/** What every page and fragment is drawn with. Views have no clock, no chance and no files. */
export interface View {
  readonly locale: Locale;
  /** The server's clock when the page was made, ISO 8601. */
  readonly now: string;
  /** IANA name of the zone that days and times are shown in. */
  readonly timeZone: string;
  /** A new identity for one form; every call answers another. */
  requestId(): string;
  /** The public path of an asset, by its plain name: `"shop.css"`. */
  asset(name: string): string;
}

/** Integer minor units: cents of a dollar, whole won. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

export type Currency = "USD" | "KRW";

/** A form that was refused: why, and what had been typed, by field. */
export interface Fault {
  readonly refusal: Refusal;
  readonly values?: Readonly<Record<string, string | undefined>>;
}

/** A stored picture. Width and height are those of the file, in pixels. */
export interface PictureFile {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** What it shows; empty where the text beside it says so already. */
  readonly alt?: string;
}

/** What was typed before the refusal, else what is stored. */
export function typed(fault: Fault | undefined, field: string, stored?: string | number | null) {
  return fault?.values?.[field] ?? (stored ?? "").toString();
}

/** Joins the class names that apply. */
export function classes(...names: (string | false | undefined)[]) {
  return names.filter(Boolean).join(" ");
}
