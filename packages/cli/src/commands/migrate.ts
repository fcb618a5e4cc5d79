import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  CodedError,
  DEFAULT_PROFILE,
  DEFAULT_WAIVER_FILE,
  PRAGMA_TOOLS,
  type PragmaTool,
  type Waiver,
  waiverFile,
} from "@plimsoll/core";
import {
  type Approval,
  type MigratedSetting,
  noteStaying,
  type PeerSetting,
  type PlacedPragma,
  planConfiguration,
  planWaivers,
  pragmaRows,
  requireApproval,
} from "@plimsoll/core/migrate";
import { ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import {
  CONFIGURATION_NAMES,
  findRepositoryRoot,
  openWorkspace,
  realPath,
  type Workspace,
  writeFilesAtomically,
} from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { assessMigrated } from "../migrate/assess-migrated.ts";
import { findPragmas } from "../migrate/find-pragmas.ts";
import { type GatheredSettings, gatherSettings } from "../migrate/gather-settings.ts";
import { reasonOf } from "../migrate/peer-knowledge.ts";
import { table } from "../report/table.ts";
import { printable } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What was found of other tools, and where. */
interface Found {
  readonly args: Arguments;
  readonly terminal: Terminal;
  readonly folder: string;
  readonly workspace: Workspace;
  readonly profile: string;
  readonly gathered: GatheredSettings;
  readonly pragmas: readonly PlacedPragma[];
}

/** What is to be written, and what each setting became. */
interface Migration {
  readonly configuration: string;
  readonly waivers: readonly Waiver[];
  readonly rows: readonly MigratedSetting[];
  /** Why waivers are missing in a dry run; empty where none are. */
  readonly note: string;
  /** Comments and annotations for other tools that count for nothing from now on. */
  readonly deadPragmas: number;
}

/** `plimsoll migrate`: writes a configuration and waivers with the effect that other tools' settings and pragmas have. */
export async function migrate(args: Arguments, terminal: Terminal): Promise<number> {
  const folder = folderOf(args, terminal);
  const isDry = args.has("dry-run");
  if (!isDry) refuseExisting(folder);
  const migration = await plan(await find(args, terminal, folder));
  if (!isDry) {
    const changes = [{ path: join(folder, CONFIGURATION_NAMES[0]), text: migration.configuration }];
    if (migration.waivers.length > 0)
      changes.push({ path: join(folder, DEFAULT_WAIVER_FILE), text: waiverFile(migration.waivers) });
    writeFilesAtomically(folder, changes);
  }
  await terminal.print(report(migration, isDry ? undefined : folder));
  return 0;
}

function folderOf(args: Arguments, terminal: Terminal): string {
  const given = args.operands[0];
  const cwd = realpathSync(terminal.cwd);
  const folder = given === undefined ? (findRepositoryRoot(cwd) ?? cwd) : resolve(cwd, given);
  const real = realPath(folder);
  if (real !== undefined) return real;
  throw new CodedError({
    code: "path/not-found",
    message: `There is no folder ${JSON.stringify(folder)}.`,
    nextStep: "Check the spelling.",
  });
}

function refuseExisting(folder: string): void {
  const present = [...CONFIGURATION_NAMES, DEFAULT_WAIVER_FILE].find((name) =>
    existsSync(join(folder, name)),
  );
  if (present === undefined) return;
  throw new CodedError({
    code: "migrate/exists",
    message: `${join(folder, present)} is there already, and it is kept.`,
    nextStep: "Look with --dry-run and take over by hand what you want, or move the file away.",
  });
}

async function find(args: Arguments, terminal: Terminal, folder: string): Promise<Found> {
  const profile = args.valueOf("profile") ?? DEFAULT_PROFILE;
  const workspace = await openWorkspace({
    cwd: folder,
    paths: [],
    config: "none",
    overrides: { profile },
    ruleSet,
  });
  const named = args.valuesOf("from").map((path) => resolve(terminal.cwd, path));
  const gathered = gatherSettings(folder, named);
  const { environment } = terminal;
  const pragmas = await findPragmas({ ...workspace, folder, environment });
  if (gathered.settings.length > 0 || pragmas.length > 0)
    return { args, terminal, folder, workspace, profile, gathered, pragmas };
  throw new CodedError({
    code: "migrate/nothing-found",
    message: `No settings and no ignore comments of other tools were found in ${folder}.`,
    nextStep: "Name a file with --from, or start with plimsoll init.",
  });
}

async function plan(found: Found): Promise<Migration> {
  const { args, terminal, folder, workspace, profile, gathered, pragmas } = found;
  const { settings, tools } = gathered;
  const deaf = new Set(settings.flatMap(({ tool, effect }) => (effect.kind === "pragmasOff" ? [tool] : [])));
  const heard = PRAGMA_TOOLS.filter((tool) => !deaf.has(tool));
  const stay = args.has("keep-pragmas");
  const compatibility = stay
    ? heard.filter((tool) => pragmas.some(({ pragma }) => pragma.tool === tool))
    : [];
  const planned = planConfiguration({ profile, tools, settings, ruleSet, compatibility, reasonOf });
  const render = !args.has("no-render");
  const trial = await assessMigrated({
    workspace,
    folder,
    text: planned.configuration,
    heard,
    terminal,
    render,
  });
  const waivers = await planWaivers({
    settings,
    findings: trial.findings,
    excused: stay ? [] : trial.excused,
    approval: approvalOf(args),
    policy: {
      today: terminal.today(),
      profile: ruleSet.profiles[profile],
      ruleSet,
      file: DEFAULT_WAIVER_FILE,
    },
  });
  if (!args.has("dry-run")) requireApproval(waivers);
  const deafTools: ReadonlySet<PragmaTool> = new Set(PRAGMA_TOOLS.filter((tool) => deaf.has(tool)));
  return {
    configuration: planned.configuration,
    waivers: waivers.waivers,
    rows: [
      ...inOrder([...noteStaying(planned.rows, settings, trial.findings), ...waivers.rows], settings),
      ...pragmaRows(pragmas, { excused: trial.excused, deaf: deafTools, stay }),
    ],
    note:
      waivers.missing.length === 0
        ? ""
        : `Waivers cannot be made without ${waivers.missing.join(" and ")}; they are left out here.\n`,
    deadPragmas: stay ? 0 : pragmas.length,
  };
}

/** In the order of the settings that they came from. */
function inOrder(
  rows: readonly MigratedSetting[],
  settings: readonly PeerSetting[],
): readonly MigratedSetting[] {
  const key = ({ file, line, words }: Pick<PeerSetting, "file" | "line" | "words">): string =>
    `${file}\u0000${line}\u0000${words}`;
  const order = new Map(settings.map((setting, index) => [key(setting), index]));
  return [...rows].sort((a, b) => (order.get(key(a)) ?? 0) - (order.get(key(b)) ?? 0));
}

function approvalOf(args: Arguments): Approval {
  return {
    approver: args.valueOf("approver"),
    expires: args.valueOf("expires"),
    category: args.valueOf("category") ?? "risk-accepted",
  };
}

const DEAD_PRAGMAS =
  "Plimsoll does not heed the other tools' comments and annotations; take them away once those tools are gone.";

/** The table of settings, then the files where nothing was written. */
function report(
  { configuration, waivers, rows, note, deadPragmas }: Migration,
  folder: string | undefined,
): string {
  const cells = rows.map(({ tool, file, line, words, outcome, became }) => [
    tool,
    printable(`${file}:${line}`),
    printable(words),
    outcome,
    printable(became),
  ]);
  const lost = rows.filter(({ outcome }) => outcome === "no counterpart" || outcome === "partly").length;
  const settled = `${rows.length} ${rows.length === 1 ? "setting" : "settings"}, ${lost} without the same effect.`;
  const head = `${table(["TOOL", "PLACE", "SETTING", "OUTCOME", "BECAME"], cells)}\n${settled}\n${note}`;
  const many = waivers.length === 1 ? "1 waiver" : `${waivers.length} waivers`;
  if (folder !== undefined) {
    const wrote = waivers.length === 0 ? "" : ` and ${join(folder, DEFAULT_WAIVER_FILE)} with ${many}`;
    const dead = deadPragmas === 0 ? "" : `${DEAD_PRAGMAS}\n`;
    return `${head}Wrote ${join(folder, CONFIGURATION_NAMES[0])}${wrote}.\n${dead}Next: plimsoll check\n`;
  }
  const files = [`\n--- ${CONFIGURATION_NAMES[0]}\n${configuration}`];
  if (waivers.length > 0) files.push(`--- ${DEFAULT_WAIVER_FILE}\n${waiverFile(waivers)}`);
  return `${head}${files.join("\n")}`;
}
