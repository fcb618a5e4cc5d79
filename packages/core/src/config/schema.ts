import { PRAGMA_TOOLS } from "../peer/peer-tools.ts";
import type { RuleOption } from "../rule/rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { builtInRules } from "./built-in-rules.ts";
import { inventorySchema } from "./inventory-schema.ts";
import { JSON_SCHEMA_DRAFT, map, oneOf, text, texts, type JsonSchema } from "./json-schema.ts";

const SEVERITIES = ["off", "info", "warning", "error"] as const;
const SEVERITY_HELP = "How findings of the rule weigh. `off` switches it off.";
const GLOB_HELP =
  "A path from the workspace's root. `*` stays inside one folder, `**` crosses folders, `{a,b}` is either.";
const INTEGRITY_HELP =
  "`sha512-` and the base64 of the SHA-512 digest of the file's bytes. A file that does not match is refused.";

/** The shape of an option value: anything that YAML can say; the rule's own schema checks it. */
const severitySchema: JsonSchema = oneOf(SEVERITY_HELP, SEVERITIES);

/** What may be said of one rule: a severity, or a map of severity and options. */
function ruleSchema(description: string, options: JsonSchema): JsonSchema {
  return {
    description,
    anyOf: [severitySchema, map("Severity and options of the rule.", { severity: severitySchema, options })],
  };
}

const anyRule: JsonSchema = ruleSchema(
  "`off`, `info`, `warning`, `error`, or a map of `severity` and `options`.",
  {
    description: "Values for the rule's options; the rule's page lists them.",
    type: "object",
  },
);

function pinned(description: string): JsonSchema {
  return {
    description,
    anyOf: [
      text("A path, from the folder of this file."),
      map(
        "A file whose content is pinned.",
        { path: text("A path, from the folder of this file."), integrity: text(INTEGRITY_HELP) },
        ["path", "integrity"],
      ),
    ],
  };
}

const extendsForms: readonly JsonSchema[] = [
  text("The path of a configuration file, from the folder of this file."),
  map(
    "A configuration file, pinned by the digest of its bytes. With `package` it is read from an installed npm package; nothing is ever fetched.",
    {
      package: text("The name of an npm package in node_modules, such as `@acme/policy`."),
      path: text("The path of the file: in the package, or from the folder of this file."),
      integrity: text(INTEGRITY_HELP),
    },
    ["path", "integrity"],
  ),
];

const extendsEntry: JsonSchema = { description: "A configuration to build on.", anyOf: extendsForms };

const imagesSchema: JsonSchema = map("Where container images may come from.", {
  trusted: texts(
    "Sources that need nothing more. Replaces the list of the layers below; without any, `registry1.dso.mil/ironbank/**` and `scratch`.",
    "A glob over an image reference without tag and digest, such as `registry1.dso.mil/ironbank/**`.",
  ),
  approvedUntrusted: texts(
    "Sources that may be used although they are not trusted, each with an exception on record. Replaces the list of the layers below.",
    "A glob over an image reference without tag and digest.",
  ),
  mirrors: {
    description:
      "Upstream prefixes that your own registry mirrors; used to suggest the mirrored path. Replaces the list of the layers below.",
    type: "array",
    items: map(
      "One mirrored prefix.",
      {
        from: text("Prefix of the upstream reference, such as `registry1.dso.mil/ironbank/`."),
        to: text("Prefix that replaces it, such as `registry.example.mil/ironbank/`."),
      },
      ["from", "to"],
    ),
  },
  registry: text("Host and path prefix of your own registry, such as `registry.example.mil/team`."),
  releaseTag: text("A glob that tags of released images match, such as `v*`."),
});

/** Keys that are the same whatever rules and profiles there are. */
const fixedProperties: Readonly<Record<string, JsonSchema>> = {
  $schema: text("Where an editor finds this schema. Plimsoll does not read it."),
  kubernetesVersion: {
    description: 'The Kubernetes version that manifests are for, such as `"1.34"`, or `latest`.',
    type: ["string", "number"],
    minLength: 1,
  },
  extends: {
    description:
      "Configurations to build on, in order; later ones win over earlier ones, and this file wins over all of them.",
    anyOf: [...extendsForms, { type: "array", items: extendsEntry }],
  },
  images: imagesSchema,
  customRules: {
    description: "Files with your own rules in YAML. Joined with those of the layers below.",
    type: "array",
    items: pinned("A file with rules."),
  },
  waivers: texts(
    "Files with waivers. Joined with those of the layers below; without any, `plimsoll-waivers.yaml` beside this file, where it exists.",
    "A path, from the folder of this file.",
  ),
  files: map("Which files are checked.", {
    include: texts("Only files that match are checked. Replaces the list of the layers below.", GLOB_HELP),
    exclude: texts("Files that match are not checked. Joined with those of the layers below.", GLOB_HELP),
  }),
  inlineIgnores: {
    description: "Whether `# plimsoll-ignore` comments count. The profile decides where this is not set.",
    type: "boolean",
  },
  compatibility: {
    description:
      "Other tools whose comments and annotations in place count like `# plimsoll-ignore` comments. Replaces the list of the layers below.",
    type: "array",
    items: oneOf("A tool.", PRAGMA_TOOLS),
  },
  checks: {
    description:
      "How findings weigh that stand for a check of another tool, by `<tool>:<id>` such as `hadolint:DL3008`. Wins over `rules`. A finding that stands for several checks of one tool is off only where all of them are.",
    type: "object",
    additionalProperties: severitySchema,
  },
  buildArguments: {
    description:
      "Values that your pipeline passes with `docker build --build-arg`, so that references with variables can be judged.",
    type: "object",
    additionalProperties: { type: ["string", "number", "boolean", "null"] },
  },
  inventory: inventorySchema,
};

/** The keys of `plimsoll.yaml`, given the schemas of its `rules` and its `profile`. */
function properties(rules: JsonSchema, profile: JsonSchema): Readonly<Record<string, JsonSchema>> {
  const settings = { paths: { ...texts("Where they apply.", GLOB_HELP), minItems: 1 }, rules };
  const overrides = {
    description:
      "Other settings of rules for some paths. Where several match, later ones win. Joined with those of the layers below.",
    type: "array",
    items: map("Settings for some paths.", settings, ["paths", "rules"]),
  };
  return { profile, rules, overrides, ...fixedProperties };
}

/** The schema that `plimsoll.yaml` is validated with: every rule id is accepted here and looked up later. */
export const baseConfigurationSchema: JsonSchema = map(
  "The configuration of Plimsoll.",
  properties(
    {
      description: "Settings of single rules by id; they win over the profile.",
      type: "object",
      additionalProperties: anyRule,
    },
    text("The name of the profile to judge by."),
  ),
);

/** The schema of `plimsoll.yaml` for editors: with every profile, and every rule with its options. */
export function configurationSchema(ruleSet: RuleSet): JsonSchema {
  const rules: Record<string, JsonSchema> = {};
  for (const id of [...ruleSet.rules.keys()].sort()) {
    const rule = ruleSet.rules.get(id);
    if (rule !== undefined) rules[id] = ruleSchema(`${rule.title}.`, optionsSchema(rule.options ?? {}));
  }
  for (const [id, rule] of builtInRules) rules[id] = ruleSchema(`${rule.title}.`, optionsSchema({}));
  const profiles = Object.values(ruleSet.profiles);
  const rulesSchema: JsonSchema = {
    description: "Settings of single rules by id; they win over the profile.",
    type: "object",
    properties: rules,
    // Users' own rules have ids that this schema cannot know.
    additionalProperties: anyRule,
  };
  const profile: JsonSchema = {
    description: `The way to judge. ${profiles.map(({ name, title }) => `\`${name}\`: ${title}`).join(". ")}.`,
    type: "string",
    enum: profiles.map(({ name }) => name),
    default: DEFAULT_PROFILE,
  };
  return {
    $schema: JSON_SCHEMA_DRAFT,
    title: "plimsoll.yaml",
    ...map("The configuration of Plimsoll.", properties(rulesSchema, profile)),
  };
}

/** The profile where the user names none. */
export const DEFAULT_PROFILE = "reference-design";

function optionsSchema(options: Readonly<Record<string, RuleOption>>): JsonSchema {
  const schemas: Record<string, JsonSchema> = {};
  for (const [name, option] of Object.entries(options)) {
    schemas[name] = { ...option.schema, description: option.description, default: option.default };
  }
  return map("Options of the rule.", schemas);
}
