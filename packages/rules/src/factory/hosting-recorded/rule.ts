import {
  defineRule,
  NEWEST_KUBERNETES_MINOR,
  parseKubernetesVersion,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import { factoryWithInventory, type DeclaredEntry } from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/hosting-recorded",
  title: "Hosting, impact level, authorization, owner and support of every environment are recorded",
  severity: "warning",
  confidence: "high",
  surface: "factory",
  catalogue: ["FI007"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const factory = factoryWithInventory(inventory);
    for (const environment of factory?.environments ?? []) {
      if (factory !== undefined) yield* judgeEnvironment(factory.file, environment);
    }
  },
});

/** What a record must say, and how it is spoken of. */
const FIELDS: readonly (readonly [field: string, words: string])[] = [
  ["hosting", "what hosts it"],
  ["impactLevel", "its impact level"],
  ["authorization", "its authorization"],
  ["owner", "who maintains it"],
  ["kubernetesVersion", "its Kubernetes version"],
  ["supportEnds", "until when it is supported"],
];

/** Kubernetes supports its three newest minor versions, and each somewhat longer than until the fourth comes. */
const SUPPORTED_VERSIONS = 4;

function* judgeEnvironment(file: string, environment: DeclaredEntry): Iterable<WorkspaceProblem> {
  const name = environment.get("name");
  if (name === undefined) return;
  const missing = FIELDS.filter(([field]) => !environment.has(field)).map(([, words]) => words);
  if (missing.length > 0) {
    yield {
      problem: "incomplete",
      file,
      at: name.range,
      subject: name.text,
      message: `The record of environment "${name.text}" does not say ${listed(missing)}.`,
    };
  }
  const version = environment.get("kubernetesVersion");
  const minor = version === undefined ? undefined : parseKubernetesVersion(version.text);
  if (version === undefined || minor === undefined || minor > NEWEST_KUBERNETES_MINOR - SUPPORTED_VERSIONS)
    return;
  yield {
    problem: "outOfSupport",
    file,
    at: version.range,
    subject: `${name.text} ${version.text}`,
    message: `Kubernetes ${version.text} of environment "${name.text}" gets no fixes from the project any more; the newest is 1.${NEWEST_KUBERNETES_MINOR}.`,
  };
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
