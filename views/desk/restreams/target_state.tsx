import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { copy } from "../../copy/mod.ts";
import { Badge, type BadgeTone } from "../../kit/badge.tsx";
import type { View } from "../../kit/view.ts";

const tones: Record<TargetStanding["standing"], BadgeTone> = {
  off: "plain",
  idle: "plain",
  signal: "warn",
  unattended: "bad",
  starting: "plain",
  running: "good",
  waiting: "warn",
  failed: "bad",
};

/** How it stands with a target, in a word. */
export function TargetBadge({ view, target }: { view: View; target: TargetStanding }) {
  const { standing } = target;
  return (
    <Badge tone={tones[standing]}>{copy(view.locale).desk.restreams.standings[standing]}</Badge>
  );
}

/** What there is to say about it. */
export function targetNote(view: View, target: TargetStanding): string {
  const t = copy(view.locale).desk.restreams;
  const { standing, seconds, reason, tries } = target;
  if (standing === "idle") return t.idleText;
  if (standing === "unattended") return t.unattendedText;
  if (standing === "running") return t.running(clock(seconds));
  if (standing !== "waiting" && standing !== "failed") return "";
  return [reason && t.reasons[reason], `(${t.tried(tries)})`].filter(Boolean).join(" ");
}

/** `1:02:03`, `2:03` */
function clock(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
