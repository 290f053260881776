import { copy } from "../copy/mod.ts";
import { Icon } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";

interface Props {
  view: View;
  /** As shown. */
  text: string;
  /** As copied, when that is not what is shown. */
  value?: string;
  /** What it is, to tell its button from the others. */
  what: string;
}

/** Something to be typed elsewhere exactly; with scripts, a button copies it. */
export function CopyLine({ view, text, value = text, what }: Props) {
  const t = copy(view.locale).copyButton;
  return (
    <span class="copy-line">
      <span class="copy-text">{text}</span>
      <button
        type="button"
        class="button button-secondary button-small scripted"
        data-copy={value}
        data-copied={t.copied}
        aria-label={t.label(what)}
      >
        <Icon name="copy" />
        <span>{t.copy}</span>
      </button>
    </span>
  );
}
