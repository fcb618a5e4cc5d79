import { JSON_SCHEMA_DRAFT, map, oneOf, text, texts, type JsonSchema } from "../config/json-schema.ts";
import { JUSTIFICATION_CATEGORIES } from "./waiver.ts";

const scope: JsonSchema = {
  ...map("What it covers. Every part that is given must match.", {
    paths: {
      ...texts(
        "Files; one of the globs must match.",
        "A glob from the workspace's root, such as `deploy/legacy/**`.",
      ),
      minItems: 1,
    },
    resource: {
      ...map("The Kubernetes object; every part that is given must be equal.", {
        kind: text("Such as `Deployment`."),
        name: text("The object's name."),
        namespace: text("The object's namespace."),
      }),
      minProperties: 1,
    },
    fingerprint: text("The fingerprint of one finding, as reports show it."),
    imageDigest: text("The digest of the image that the finding is about, `sha256:…`."),
  }),
  minProperties: 1,
};

const waiver: JsonSchema = map(
  "One record: a rule may be broken here, for this reason, until this day.",
  {
    id: text("A name for the record, unique over all files."),
    rule: text("The id of the rule that may be broken."),
    scope,
    category: oneOf("Why the finding may stand.", JUSTIFICATION_CATEGORIES),
    statement: text("The reason, for the one who approves and for the auditor."),
    approver: text("Who approved it."),
    ticket: text("Where the approval is tracked."),
    created: text("The day of approval, as YYYY-MM-DD."),
    expires: text(
      "The last day on which it holds, as YYYY-MM-DD. The profile limits how far away it may be.",
    ),
    planOfAction: text("The item of the plan of action and milestones."),
  },
  ["id", "rule", "scope", "category", "statement", "approver", "created", "expires"],
);

/** The schema of a file with waivers. */
export const waiverSchema: JsonSchema = {
  $schema: JSON_SCHEMA_DRAFT,
  title: "plimsoll-waivers.yaml",
  ...map(
    "Exceptions that somebody approved, each until a day.",
    {
      $schema: text("Where an editor finds this schema. Plimsoll does not read it."),
      // An empty key is what is left when the last record is deleted.
      waivers: { description: "The records.", type: ["array", "null"], items: waiver },
    },
    ["waivers"],
  ),
};
