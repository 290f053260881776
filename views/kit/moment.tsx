import type { Locale, View } from "./view.ts";

export type MomentStyle = "time" | "day" | "short" | "dayTime" | "full" | "month";

interface Props {
  view: View;
  /** ISO 8601. */
  at: string;
  style?: MomentStyle;
}

/** A moment in the shop's zone. */
export function Moment({ view, at, style = "dayTime" }: Props) {
  return <time datetime={at}>{formatMoment(view, at, style)}</time>;
}

export function formatMoment(
  { locale, timeZone }: Pick<View, "locale" | "timeZone">,
  at: string,
  style: MomentStyle = "dayTime",
): string {
  return formatter(locale, timeZone, style).format(new Date(at));
}

/** The zone in words: `"Korean Standard Time"`. */
export function zoneName(view: Pick<View, "locale" | "timeZone" | "now">): string {
  const parts = formatter(view.locale, view.timeZone, "zone").formatToParts(new Date(view.now));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? view.timeZone;
}

const styles: Record<MomentStyle | "zone", Intl.DateTimeFormatOptions> = {
  time: { hour: "numeric", minute: "2-digit" },
  day: { year: "numeric", month: "short", day: "numeric" },
  short: { month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit" },
  dayTime: { month: "short", day: "numeric", weekday: "short", hour: "numeric", minute: "2-digit" },
  full: {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
  month: { year: "numeric", month: "long" },
  zone: { timeZoneName: "long" },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: Locale,
  timeZone: string,
  style: keyof typeof styles,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "ko" ? "ko-KR" : "en-US", {
    ...styles[style],
    timeZone,
  });
  formatters.set(key, made);
  return made;
}
