import {
  activitiesOf,
  defineRule,
  environmentName,
  type FoundActivity,
  type WorkspaceRule,
} from "@plimsoll/core";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/images-built-once",
  title: "An image is built once and goes through all environments",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI017"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory) {
    const first = new Map<string, FoundActivity>();
    const builds = activitiesOf(inventory.pipeline(), ["build-image"]);
    // Whatever order the files come in, the same build is the first.
    const ordered = [...builds].sort((a, b) =>
      a.activity.file < b.activity.file ? -1 : Number(a.activity.file !== b.activity.file),
    );
    for (const found of ordered) {
      const environment = environmentOf(found);
      const { dockerfile } = found.activity;
      if (environment === undefined || dockerfile === undefined) continue;
      const before = first.get(dockerfile);
      if (before === undefined) {
        first.set(dockerfile, found);
        continue;
      }
      if (environmentOf(before) === environment) continue;
      const { file, range } = before.activity;
      yield {
        problem: "rebuilt",
        message: `${dockerfile} is built again for ${environment}, so this is not the image that was tested.`,
        file: found.activity.file,
        at: found.activity.range,
        subject: `${dockerfile} ${environment}`,
        related: [{ file, range, message: "Here it is built before." }],
      };
    }
  },
});

/** The environment that a build is for: its own job's, or that of a job of its workflow which needs it. */
function environmentOf({ stage, flow }: FoundActivity): string | undefined {
  const own = stage.environment?.text;
  const after = flow.stages
    .filter(({ needs }) => needs.includes(stage.id))
    .map(({ environment }) => environment?.text);
  const names = [own, ...after].filter((name) => name !== undefined && !name.includes("${{"));
  const [name] = names;
  return name === undefined ? undefined : (environmentName(name) ?? name);
}
