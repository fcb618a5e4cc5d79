import type { CommandName } from "./arguments/command.ts";
import type { RunCommand } from "./run.ts";

/** Every command, loaded when it is called. */
export const ALL_COMMANDS: Readonly<Record<CommandName, () => Promise<RunCommand>>> = {
  check: async () => (await import("./commands/check.ts")).check,
  fix: async () => (await import("./commands/fix.ts")).fix,
  explain: async () => (await import("./commands/explain.ts")).explain,
  rules: async () => (await import("./commands/rules.ts")).rules,
  requirements: async () => (await import("./commands/requirements.ts")).requirements,
  assess: async () => (await import("./commands/assess.ts")).assessCommand,
  pipeline: async () => (await import("./commands/pipeline.ts")).pipeline,
  init: async () => (await import("./commands/init.ts")).init,
  migrate: async () => (await import("./commands/migrate.ts")).migrate,
  waive: async () => (await import("./commands/waive.ts")).waive,
  "scan merge": async () => (await import("./commands/scan-merge.ts")).scanMerge,
  "scan gate": async () => (await import("./commands/scan-gate.ts")).scanGate,
  "scan diff": async () => (await import("./commands/scan-diff.ts")).scanDiff,
  "scap read": async () => (await import("./commands/scap-read.ts")).scapRead,
  "release decide": async () => (await import("./commands/release-decide.ts")).releaseDecide,
  "promote plan": async () => (await import("./commands/promote-plan.ts")).promotePlan,
  "promote apply": async () => (await import("./commands/promote-apply.ts")).promoteApply,
  schema: async () => (await import("./commands/schema.ts")).schema,
};
