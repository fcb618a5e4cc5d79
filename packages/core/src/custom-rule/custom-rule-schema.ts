import { JSON_SCHEMA_DRAFT, map, oneOf, text, texts, type JsonSchema } from "../config/json-schema.ts";

const PATH_HELP =
  "A path from the part that `each` names, such as `securityContext.runAsUser`; `podSpec.` or `object.` in front starts there instead.";

const value: JsonSchema = { description: "Any value that YAML can say." };

const fix: JsonSchema = map(
  "A correction that Plimsoll can make.",
  {
    title: text("What it does, as an order: `Set runAsNonRoot to true`."),
    safety: oneOf(
      "`safe` only where the change cannot alter what works; `review` where a person should look.",
      ["safe", "review"],
    ),
    set: {
      description: "Values to set.",
      type: "array",
      items: map("One value.", { path: text(PATH_HELP), value }, ["path", "value"]),
    },
    remove: texts("Paths to remove.", PATH_HELP),
  },
  ["title", "safety"],
);

const options: JsonSchema = {
  description: "Options that a configuration can set; the condition reads them as `params.<name>`.",
  type: "object",
  additionalProperties: map(
    "One option.",
    {
      description: text("What it means."),
      schema: {
        description:
          "The JSON schema of its value: type, enum, minimum, maximum, minLength, maxLength, minItems, maxItems, items.",
        type: "object",
      },
      default: value,
    },
    ["description", "schema", "default"],
  ),
};

const condition: Readonly<Record<string, JsonSchema>> = {
  each: text(
    "What is walked over: `resources`, `pods` or `containers`, with an optional path to a list or map below whose elements are `item`, such as `containers.env`.",
  ),
  when: text("CEL. Where it is false, the rule does not apply to this part."),
  require: text(
    "CEL. Must be true. Names: object, podSpec, podMetadata, container, item, itemKey, params, kind, containerType, kubernetesMinor.",
  ),
  problem: text("A short camelCase name of the problem. `violated` where this is not set."),
  at: {
    description:
      "Where the finding stands: paths that are tried in order; one that ends in `:` marks the key. The part itself where this is not set.",
    anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
  },
  message: text("What is wrong. {name}, {kind}, {value}, {item} and {path} are filled in."),
  fix,
};

const rule: JsonSchema = map(
  "One rule.",
  {
    id: text("`<your prefix>/<what must hold>`, such as `acme/owner-label-present`."),
    title: text("What must hold, as a short sentence without a full stop."),
    severity: oneOf("How findings weigh.", ["info", "warning", "error"]),
    confidence: oneOf("How sure a finding is real. `high` where this is not set.", ["high", "medium", "low"]),
    kinds: texts(
      "Kinds of object that it looks at; all where this is not set.",
      "`Kind` or `group/Kind`, such as `apps/Deployment`.",
    ),
    ...condition,
    also: {
      description: "Further conditions of the same rule, each with its own walk and words.",
      type: "array",
      items: map("One condition.", condition, ["each", "require", "message"]),
    },
    options,
    requirements: texts(
      "Requirements of the reference design that it speaks about.",
      "The id of a requirement.",
    ),
    controls: texts("Controls that it speaks about.", "`<document>:<id>`, such as `nist-800-53r5:ac-6(10)`."),
    docs: text("Why it matters and how to satisfy it, in Markdown."),
  },
  ["id", "title", "severity", "each", "require", "message"],
);

/** The schema of a file with users' own rules. */
export const customRuleSchema: JsonSchema = {
  $schema: JSON_SCHEMA_DRAFT,
  title: "Rules of your own",
  ...map(
    "Rules of your own, on the same engine as those of Plimsoll.",
    {
      $schema: text("Where an editor finds this schema. Plimsoll does not read it."),
      rules: { description: "The rules.", type: "array", items: rule },
    },
    ["rules"],
  ),
};
