import { copy } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";
import { Endpoint, Method } from "./endpoint.tsx";
import { Schema, schemaId } from "./schema.tsx";
import type { ApiGroup, JsonSchema } from "./types.ts";

export interface ApiDocsProps {
  view: View;
  groups: readonly ApiGroup[];
  /** By name. */
  schemas: Readonly<Record<string, JsonSchema>>;
}

/** Every endpoint of the API, to read without a script. */
export function ApiDocs({ view, groups, schemas }: ApiDocsProps) {
  const t = copy(view.locale).apiDocs;
  return (
    <article class="api narrow">
      <div class="page-head">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
        <ul class="api-rules">{t.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
        <p>
          <a href="/api/openapi.json">{t.openApi}</a>
        </p>
      </div>
      <Contents view={view} groups={groups} />
      {groups.map(({ name, endpoints }) => (
        <section key={name} class="section" aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`}>{t.groups[name] ?? name}</h2>
          {endpoints.map((endpoint) => (
            <Endpoint key={endpoint.id} view={view} endpoint={endpoint} />
          ))}
        </section>
      ))}
      <section class="section" aria-labelledby="schemas">
        <h2 id="schemas">{t.schemas}</h2>
        {Object.entries(schemas).map(([name, schema]) => (
          <section key={name} class="api-schema" id={schemaId(name)}>
            <h3>{name}</h3>
            <Schema view={view} schema={schema} />
          </section>
        ))}
      </section>
    </article>
  );
}

function Contents({ view, groups }: Pick<ApiDocsProps, "view" | "groups">) {
  const t = copy(view.locale).apiDocs;
  return (
    <nav class="api-contents" aria-label={t.contents}>
      {groups.map(({ name, endpoints }) => (
        <ul key={name}>
          <li>{t.groups[name] ?? name}</li>
          {endpoints.map(({ id, method, path }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <Method method={method} /> <code>{path}</code>
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
