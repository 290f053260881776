import { copy } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";
import type { JsonSchema } from "./types.ts";

/** What a schema asks for: its fields, each with its type, its bounds and its meaning. */
export function Schema({ view, schema }: { view: View; schema: JsonSchema }) {
  const name = nameOf(schema);
  if (name) {
    return (
      <p>
        <SchemaLink name={name} />
      </p>
    );
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.some(hasFields)) {
    return (
      <ul class="api-fields">
        {choices.map((choice, place) => (
          <li key={place}>
            <Schema view={view} schema={choice} />
          </li>
        ))}
      </ul>
    );
  }
  if (schema.items && hasFields(schema.items)) return <Schema view={view} schema={schema.items} />;
  if (!schema.properties) return <p class="soft small">{typeText(schema)}</p>;
  return (
    <ul class="api-fields">
      {Object.entries(schema.properties).map(([field, of]) => (
        <Field
          key={field}
          view={view}
          name={field}
          schema={of}
          required={schema.required?.includes(field) ?? false}
        />
      ))}
    </ul>
  );
}

function Field({ view, name, schema, required }: {
  view: View;
  name: string;
  schema: JsonSchema;
  required: boolean;
}) {
  const link = nameOf(schema.items ?? schema) ?? nameOf(schema.anyOf?.find(nameOf) ?? {});
  return (
    <li>
      <code>{name}</code> <span class="soft small">{typeText(schema)}</span>
      {link && (
        <>
          <SchemaLink name={link} />
        </>
      )}
      {required && (
        <strong class="small api-required">· {copy(view.locale).apiDocs.required}</strong>
      )}
      {schema.description && <span class="small" lang="en">{schema.description}</span>}
      {hasFields(schema) && <Schema view={view} schema={schema} />}
    </li>
  );
}

function SchemaLink({ name }: { name: string }) {
  return <a href={`#${schemaId(name)}`}>{name}</a>;
}

export function schemaId(name: string): string {
  return `schema-${name}`;
}

function nameOf({ $ref }: JsonSchema) {
  return $ref?.split("/").at(-1);
}

function hasFields(schema: JsonSchema): boolean {
  return schema.properties !== undefined ||
    (schema.items !== undefined && hasFields(schema.items)) ||
    [...schema.anyOf ?? [], ...schema.oneOf ?? []].some(hasFields);
}

/** A type on one line: `"integer 1–99"`, `"string (uuid) | null"`, `"list of object"`. */
export function typeText(schema: JsonSchema): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeText).filter(Boolean).join(" | ");
  if (schema.$ref) return "";
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) {
    return `list ${bounds(schema.minItems, schema.maxItems)}of ${typeText(schema.items)}`;
  }
  const type = [schema.type ?? "any"].flat().join(" | ");
  const format = schema.format ? ` (${schema.format})` : "";
  const range = bounds(schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength);
  const usual = schema.default === undefined ? "" : `= ${JSON.stringify(schema.default)}`;
  return `${type}${format} ${range}${usual}`.trim();
}

function bounds(least?: number, most?: number) {
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return `≥ ${least} `;
  return least === undefined ? `≤ ${most} ` : `${least}–${most} `;
}
