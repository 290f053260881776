import { copy, faultText } from "../copy/mod.ts";
import { type Fault, typed, type View } from "../kit/view.ts";
import type { DeskOrderLine } from "./types.ts";

interface Props {
  view: View;
  lines: readonly DeskOrderLine[];
  /** Says what is asked of a line, with its name. */
  label(line: string): string;
  /** Units that stand in the box at first. */
  stored(line: DeskOrderLine): number;
  most(line: DeskOrderLine): number;
  fault?: Fault;
}

/** Units for each line of an order, sent as `quantity.<line id>`. */
export function LineUnits({ view, lines, label, stored, most, fault }: Props) {
  const t = copy(view.locale).desk.orders;
  const wrong = faultText(view.locale, fault?.refusal, "lines");
  return (
    <ul class="desk-line-units">
      {lines.map((line) => {
        const name = `quantity.${line.id}`;
        const what = [line.name, line.options].filter(Boolean).join(", ");
        const error = faultText(view.locale, fault?.refusal, name);
        return (
          <li key={line.id} class={error && "field-wrong"}>
            <label for={name}>
              <span class="hidden-text">{label(what)}</span>
              <span aria-hidden="true">{what}</span>
            </label>
            <span class="field">
              <input
                id={name}
                name={name}
                type="number"
                inputmode="numeric"
                min={0}
                max={most(line)}
                step={1}
                value={typed(fault, name, stored(line))}
                required
                aria-invalid={error ? "true" : undefined}
                aria-describedby={error ? `${name}-error` : undefined}
              />
            </span>
            <span class="soft small">{t.of(most(line))}</span>
            {error && <span class="field-error" id={`${name}-error`}>{error}</span>}
          </li>
        );
      })}
      {wrong && (
        <li>
          <span class="field-error">{wrong}</span>
        </li>
      )}
    </ul>
  );
}
