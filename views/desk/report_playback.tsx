import type { PlaybackFigures } from "../../src/playback/figures.ts";
import { copy } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";
import { Panel } from "./desk_page.tsx";

/** How the picture came to those who told of it. */
export function ReportPlayback({ view, playback }: { view: View; playback: PlaybackFigures }) {
  const t = copy(view.locale).desk.report.playback;
  const { samples, flv, hls, native, unseen, median_ms, slow_ms, smooth } = playback;
  const { rebuffers, stalls } = playback;
  const seconds = (ms: number | null) =>
    ms === null ? t.none : t.seconds((ms / 1000).toLocaleString(view.locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }));
  const share = (part: number) => `${Math.round(part * 100 / samples)} %`;
  const facts: [name: string, value: string][] = [
    [t.median, seconds(median_ms)],
    [t.slow, seconds(slow_ms)],
    [t.smooth, share(smooth)],
    [t.rebuffers, rebuffers.toLocaleString(view.locale)],
    [t.stalls, stalls.toLocaleString(view.locale)],
    [t.unseen, share(unseen)],
    [t.ways, t.way(share(flv), share(hls + native))],
  ];
  return (
    <Panel title={t.title}>
      {samples === 0 ? <p class="soft">{t.nothing}</p> : (
        <>
          <p class="soft small">{t.from(samples.toLocaleString(view.locale), samples)}</p>
          <dl class="facts">
            {facts.map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </Panel>
  );
}
