import {
  activitiesOf,
  defineRule,
  imageName,
  type FoundActivity,
  type Inventory,
  type RelatedLocation,
  type WorkspaceContext,
  type WorkspaceProblem,
  type WorkspaceRule,
} from "@plimsoll/core";
import {
  factoryWithInventory,
  type DeclaredFactory,
  type DeclaredText,
} from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/artifact-repository-declared",
  title: "The artifact repository is declared, and images are stored there",
  severity: "error",
  confidence: "high",
  surface: "factory",
  catalogue: ["FI011"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, context) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const host = factory.repository.get("host");
    if (host !== undefined) {
      yield* incomplete(factory, host, context);
      yield* pushedElsewhere(inventory, factory, host);
    } else if (context.declared.artifactRepository === undefined) {
      const message =
        "The inventory does not say which repository keeps the factory's artifacts: name it in `artifactRepository`.";
      yield { problem: "missing", file: factory.file, at: factory.at, message };
    }
  },
});

const FIELDS: readonly (readonly [field: string, words: string])[] = [
  ["mode", "whether it is one or split"],
  ["artifactTypes.0", "which artifacts it keeps"],
  ["retentionDays", "how long it keeps them"],
];

function* incomplete(
  { file, repository }: DeclaredFactory,
  host: DeclaredText,
  { images }: WorkspaceContext,
): Iterable<WorkspaceProblem> {
  const missing = FIELDS.filter(([field]) => !repository.has(field)).map(([, words]) => words);
  if (images.releaseTag === undefined) missing.push("how tags of releases look (`images.releaseTag`)");
  if (missing.length === 0) return;
  const message = `The record of the artifact repository does not say ${missing.join(", ")}.`;
  yield { problem: "incomplete", file, at: host.range, subject: host.text, message };
}

/** A workflow that stores an image with another host, told with the declared host and the workloads that run the image. */
function* pushedElsewhere(
  inventory: Inventory,
  factory: DeclaredFactory,
  host: DeclaredText,
): Iterable<WorkspaceProblem> {
  const told = new Set<string>();
  for (const found of activitiesOf(inventory.pipeline(), ["push-image"])) {
    for (const subject of found.activity.subjects ?? []) {
      const name = imageName(subject);
      const { file, range } = found.activity;
      const key = `${file}:${range.start.offset} ${name ?? ""}`;
      if (name === undefined || isAt(name, host.text) || told.has(key)) continue;
      told.add(key);
      yield elsewhere(found, name, {
        host: host.text,
        related: [
          { file: factory.file, range: host.range, message: "the declared repository" },
          ...runners(inventory, name),
        ],
      });
    }
  }
}

function isAt(name: string, host: string): boolean {
  return name === host || name.startsWith(`${host}/`);
}

interface Told {
  readonly host: string;
  readonly related: readonly RelatedLocation[];
}

function elsewhere({ activity }: FoundActivity, name: string, { host, related }: Told): WorkspaceProblem {
  return {
    problem: "pushedElsewhere",
    file: activity.file,
    at: activity.range,
    subject: name,
    message: `Image ${name} is stored outside of the declared artifact repository ${host}.`,
    related,
  };
}

/** Workloads that run the image. */
function runners(inventory: Inventory, name: string): readonly RelatedLocation[] {
  const graph = inventory.graph();
  return graph
    .to(`image:${name}`, "runs")
    .slice(0, 3)
    .map(({ from, file, range }) => ({
      file,
      range,
      message: `${graph.node(from)?.name ?? "a workload"} runs it`,
    }));
}
