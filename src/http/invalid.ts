import type { core } from "zod";
import type { FieldFault, Refusal } from "../errors.ts";

type Issue = core.$ZodIssue;

/** What the schema found, as one refusal with a rule for each field. */
export function invalid(issues: readonly Issue[]): Refusal {
  const fields = issues.flatMap(faults);
  return { code: "INVALID", field: fields[0]?.field, fields };
}

function faults(issue: Issue): FieldFault[] {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join("."),
      rule: "unknownField",
    }));
  }
  return [{ field, rule: rule(issue) }];
}

// A schema may name the rule itself, as its message; sentences of the library hold spaces.
function rule(issue: Issue): string {
  if (/^[a-zA-Z]+(:\d+)*$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "string") return `tooLong:${issue.maximum}`;
      return issue.origin === "array" ? `tooMany:${issue.maximum}` : "outOfRange";
    case "too_small":
      if (issue.origin === "string") {
        return issue.minimum === 1 ? "required" : `tooShort:${issue.minimum}`;
      }
      return issue.origin === "array" ? `tooFew:${issue.minimum}` : "outOfRange";
    case "invalid_value":
      return "unknownOption";
    case "invalid_type":
      if (/received undefined/.test(issue.message)) return "required";
      return issue.expected === "int"
        ? "wholeNumber"
        : issue.expected === "number"
        ? "number"
        : "invalid";
    case "invalid_format":
      return issue.format === "email" ? "email" : "invalid";
    default:
      return "invalid";
  }
}
