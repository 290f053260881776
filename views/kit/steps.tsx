import { classes } from "./view.ts";

export interface Step {
  readonly text: string;
  /** When it was reached, already in words. */
  readonly when?: string;
}

interface Props {
  label: string;
  steps: readonly Step[];
  /** How many have been reached; the last of them is where things stand. */
  reached: number;
}

/** How far something has come. */
export function Steps({ label, steps, reached }: Props) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map(({ text, when }, place) => (
        <li
          key={text}
          class={classes("step", place < reached && "step-done")}
          aria-current={place === reached - 1 ? "step" : undefined}
        >
          <span class="step-text">{text}</span>
          {when && <span class="step-when">{when}</span>}
        </li>
      ))}
    </ol>
  );
}
