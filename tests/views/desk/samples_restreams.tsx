import type { VNode } from "preact";
import { standings, type TargetStanding } from "../../../src/restreams/read_targets.ts";
import {
  RestreamsPage,
  type RestreamsProps,
} from "../../../views/desk/restreams/restreams_page.tsx";
import type { View } from "../../../views/kit/view.ts";

/** A target in each standing. */
export function samplesOfTargets(text: string): TargetStanding[] {
  return standings.map((standing, at) => ({
    id: `t${at}`,
    name: text,
    service: "other",
    url: `rtmps://live.example/app?a=${at}`,
    sound: "copy",
    enabled: standing !== "off",
    standing,
    showId: null,
    tries: at,
    seconds: 59 + at * 1000,
    reason: standing === "failed" ? "certificate" : null,
  }));
}

export function restreamPages(view: View, text: string): Record<string, VNode> {
  const shared: RestreamsProps = { view, targets: samplesOfTargets(text), without: false };
  const refusal = {
    code: "INVALID",
    fields: [{ field: "key", rule: "keyAgain" }, { field: "url", rule: "rtmpUrl" }],
  } as const;
  const values = { name: text, url: text };
  return {
    "restreams": <RestreamsPage {...shared} done={text} />,
    "restreams, none": <RestreamsPage {...shared} targets={[]} without />,
    "restreams, refused": <RestreamsPage {...shared} fault={{ refusal, values }} at="new" />,
    "restreams, change refused": <RestreamsPage {...shared} fault={{ refusal, values }} at="t1" />,
  };
}
