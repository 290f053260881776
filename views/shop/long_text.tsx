import { copy } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";

export function Terms({ view }: { view: View }) {
  return <LongText {...copy(view.locale).terms} />;
}

export function Privacy({ view }: { view: View }) {
  return <LongText {...copy(view.locale).privacy} />;
}

export function Help({ view }: { view: View }) {
  return <LongText {...copy(view.locale).help} />;
}

interface Text {
  title: string;
  lead: string;
  sections: readonly { title: string; text: readonly string[] }[];
}

function LongText({ title, lead, sections }: Text) {
  return (
    <article class="prose">
      <h1>{title}</h1>
      <p class="prose-lead">{lead}</p>
      {sections.map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          {text.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        </section>
      ))}
    </article>
  );
}
