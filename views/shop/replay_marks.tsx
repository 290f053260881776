import { copy } from "../copy/mod.ts";
import { clockTime } from "../kit/clock_time.ts";
import { Price } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import type { View } from "../kit/view.ts";
import { asking } from "./options.ts";
import type { ProductOffer } from "./types.ts";

/** What was shown from this second of a part on. */
export interface ReplayMark {
  readonly product: ProductOffer;
  readonly second: number;
}

interface Props {
  view: View;
  showId: string;
  /** The number of the part, from 1. */
  part: number;
  marks: readonly ReplayMark[];
}

/** What was shown in a part, each with the way to where it was. */
export function ReplayMarks({ view, showId, part, marks }: Props) {
  const t = copy(view.locale).replay;
  if (marks.length === 0) return null;
  return (
    <section aria-labelledby="replay-marks">
      <h2 id="replay-marks">{t.shown}</h2>
      <ol class="replay-marks">
        {marks.map(({ product, second }, at) => {
          const { money, before, from } = asking(product);
          return (
            <li key={at} data-second={second}>
              <a
                class="replay-time"
                href={`/shows/${showId}/replay?part=${part}&t=${second}`}
                data-seek={second}
              >
                <span class="hidden-text">{t.from}</span> {clockTime(second)}
              </a>
              <Picture
                file={product.pictures[0] && { ...product.pictures[0], alt: "" }}
                instead={product.name}
              />
              <span class="replay-product">
                <a href={`/products/${product.id}`}>{product.name}</a>
                <Price
                  view={view}
                  money={money}
                  before={before}
                  from={from ? copy(view.locale).product.from : undefined}
                />
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
