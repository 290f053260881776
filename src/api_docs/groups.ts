import type {
  ApiEndpoint,
  ApiGroup,
  ApiParameter,
  JsonSchema,
} from "../../views/api_docs/types.ts";
import type { RefusalCode } from "../errors.ts";
import type { ApiDocument } from "./document.ts";

/** As much of an OpenAPI document as ours uses. */
interface Described {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly parameters: Readonly<Record<string, Omit<ApiParameter, "required">>>;
  };
}

interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly unknown[];
  readonly parameters?: readonly (ApiParameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { description: string; content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** The endpoints of a document by their tag, in the order in which it names both. */
export function groupsOf(document: ApiDocument): ApiGroup[] {
  const described = document as unknown as Described;
  const endpoints = Object.entries(described.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      tag: operation.tags[0],
      endpoint: endpointOf(method, path, operation, described),
    }))
  );
  return described.tags.map(({ name, description }) => ({
    name,
    description,
    endpoints: endpoints.filter(({ tag }) => tag === name).map(({ endpoint }) => endpoint),
  }));
}

export function schemasOf(document: ApiDocument): Readonly<Record<string, JsonSchema>> {
  return (document as unknown as Described).components.schemas;
}

function endpointOf(
  method: string,
  path: string,
  operation: Operation,
  { components }: Described,
): ApiEndpoint {
  const { summary, security, parameters = [], requestBody, responses } = operation;
  const answers = Object.entries(responses).map(([status, answer]) => ({
    status: Number(status),
    ...answer,
  }));
  const answer = answers.find(({ status }) => status < 300)!;
  return {
    id: `${method}-${path}`.replace(/[^a-z]+/gi, "-").replace(/-$/, "").toLowerCase(),
    method: method.toUpperCase(),
    path,
    summary,
    signIn: security.length > 0,
    parameters: parameters.map((parameter) =>
      "$ref" in parameter
        ? { required: false, ...components.parameters[parameter.$ref.split("/").at(-1)!]! }
        : parameter
    ),
    body: requestBody && schemaIn(requestBody.content),
    answer: { status: answer.status, schema: answer.content && schemaIn(answer.content) },
    refusals: answers.filter(({ status }) => status >= 400).flatMap(({ status, description }) =>
      description.split(", ").map((code) => ({ status, code: code as RefusalCode }))
    ),
  };
}

function schemaIn(content: Content) {
  return Object.values(content)[0]?.schema;
}
