import { copy } from "../copy/mod.ts";
import { formatMoment } from "./moment.tsx";
import type { View } from "./view.ts";

interface Props {
  view: View;
  /** ISO 8601, by the server's clock. */
  deadline: string;
  /** The page changes when the time is up, and the script draws it anew. */
  refresh?: boolean;
}

/**
 * The time left until a deadline. Without scripts it is a time of day, which never goes stale; the
 * script counts down beside it and announces the last minutes, not every second.
 */
export function Countdown({ view, deadline, refresh }: Props) {
  const t = copy(view.locale).countdown;
  const over = deadline <= view.now;
  return (
    <span
      class={over ? "countdown countdown-over" : "countdown"}
      data-deadline={over ? undefined : deadline}
      data-over={t.over}
      data-refresh={refresh && !over ? "" : undefined}
    >
      <time datetime={deadline}>
        {over ? t.over : t.until(formatMoment(view, deadline, "time"))}
      </time>
      {!over && (
        <>
          <span class="countdown-left" data-left aria-hidden="true" />
          <span class="hidden-text" role="status" data-say={t.minutesLeft("{}")} />
        </>
      )}
    </span>
  );
}
