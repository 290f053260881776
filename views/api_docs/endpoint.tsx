import { copy, refusalText } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";
import { Schema, typeText } from "./schema.tsx";
import type { ApiEndpoint } from "./types.ts";

interface Props {
  view: View;
  endpoint: ApiEndpoint;
}

export function Endpoint({ view, endpoint }: Props) {
  const t = copy(view.locale).apiDocs;
  const { id, method, path, summary, signIn, parameters, body, answer, refusals } = endpoint;
  return (
    <section class="api-endpoint panel" id={id}>
      <h3>
        <Method method={method} /> <code>{path}</code>
      </h3>
      <p>
        <span lang="en">{summary}</span>{" "}
        <span class="soft small">· {signIn ? t.signIn : t.open}</span>
      </p>
      {parameters.length > 0 && <Parameters view={view} parameters={parameters} />}
      {body && (
        <>
          <h4>{t.body}</h4>
          <Schema view={view} schema={body} />
        </>
      )}
      <h4>
        {t.answer} <code>{answer.status}</code>
      </h4>
      {answer.schema && <Schema view={view} schema={answer.schema} />}
      <Refusals view={view} refusals={refusals} />
    </section>
  );
}

export function Method({ method }: { method: string }) {
  return <span class={`api-method api-${method.toLowerCase()}`}>{method}</span>;
}

function Parameters({ view, parameters }: Pick<ApiEndpoint, "parameters"> & { view: View }) {
  const t = copy(view.locale).apiDocs;
  return (
    <>
      <h4>{t.parameters}</h4>
      <ul class="api-fields">
        {parameters.map(({ name, in: place, required, description, schema }) => (
          <li key={name}>
            <code>{name}</code> <span class="soft small">{place} · {typeText(schema)}</span>
            {required && <strong class="small api-required">· {t.required}</strong>}
            {description && <span class="small" lang="en">{description}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Refusals({ view, refusals }: Pick<ApiEndpoint, "refusals"> & { view: View }) {
  const t = copy(view.locale).apiDocs;
  return (
    <details class="api-refusals">
      <summary>
        {t.refusals} <span class="soft">{refusals.length}</span>
      </summary>
      <ul class="api-fields">
        {refusals.map(({ status, code }) => (
          <li key={code}>
            <code>{status}</code> <code>{code}</code>{" "}
            <span class="small">{refusalText(view.locale, { code }).sentence}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
