import type { RefusalCode } from "../../src/errors.ts";

/** As much of JSON Schema as the API's own schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

export interface ApiEndpoint {
  /** Unique on the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly signIn: boolean;
  readonly parameters: readonly ApiParameter[];
  readonly body?: JsonSchema;
  readonly answer: { readonly status: number; readonly schema?: JsonSchema };
  readonly refusals: readonly { readonly status: number; readonly code: RefusalCode }[];
}

export interface ApiGroup {
  readonly name: string;
  readonly description: string;
  readonly endpoints: readonly ApiEndpoint[];
}
