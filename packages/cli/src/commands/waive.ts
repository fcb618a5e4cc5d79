import { posix, resolve } from "node:path";
import {
  addWaiver,
  CodedError,
  createEngine,
  DEFAULT_WAIVER_FILE,
  type Finding,
  newWaiver,
  type WaiverRequest,
  type WaiverScope,
} from "@plimsoll/core";
import { ruleHeaders } from "@plimsoll/rules/lazy";
import {
  isInside,
  pathFromFolder,
  type Workspace,
  workspacePath,
  writeFilesAtomically,
} from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { assess } from "../check/assess.ts";
import { openFor } from "../check/open.ts";
import { printable, Progress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

const NEEDED = ["reason", "category", "approver", "expires"] as const;

/** `plimsoll waive`: adds a record to the waiver file. */
export async function waive(args: Arguments, terminal: Terminal): Promise<number> {
  checkNeeded(args);
  const workspace = await openFor(args, terminal, []);
  const file = waiverFile(args, terminal, workspace);
  const target = args.operands[0] ?? "";
  const finding = isFingerprint(target) ? await findingOf(target, workspace, terminal) : undefined;
  const { ruleSet } = createEngine({ ruleSet: ruleHeaders, configuration: workspace.configuration });
  const scope =
    finding === undefined
      ? scopeOf(args, { terminal, workspace, file })
      : { fingerprint: finding.fingerprint };
  const waiver = newWaiver(waiverRequest(args, finding?.ruleId ?? target, scope), {
    today: terminal.today(),
    profile: ruleSet.profiles[workspace.configuration.profile],
    ruleSet,
    file,
  });
  const text = addWaiver(workspace.read(file) ?? "", waiver);
  writeFilesAtomically(workspace.root, [{ path: resolve(workspace.root, file), text }]);
  await terminal.print(
    `Added waiver ${waiver.id} to ${printable(file)}. It holds until ${waiver.expires}.\n`,
  );
  if (!isRead(file, workspace)) {
    await terminal.print(`The configuration does not read that file: add it to waivers in plimsoll.yaml.\n`);
  }
  return 0;
}

function waiverRequest(args: Arguments, rule: string, scope: WaiverScope): WaiverRequest {
  const [statement = "", category = "", approver = "", expires = ""] = NEEDED.map((name) =>
    args.valueOf(name),
  );
  const ticket = args.valueOf("ticket");
  return { rule, scope, category, statement, approver, expires, ...(ticket === undefined ? {} : { ticket }) };
}

/** All that is missing is told at once. */
function checkNeeded(args: Arguments): void {
  const missing = NEEDED.filter((name) => args.valueOf(name) === undefined).map((name) => `--${name}`);
  if (missing.length === 0) return;
  throw new CodedError({
    code: "cli/missing-option",
    message: `A waiver also needs ${missing.join(", ")}.`,
    nextStep: "See plimsoll waive --help for an example.",
  });
}

function isFingerprint(target: string): boolean {
  return /^[0-9a-f]{8,32}$/u.test(target);
}

/** The finding that a fingerprint, or its beginning, stands for. */
async function findingOf(fingerprint: string, workspace: Workspace, terminal: Terminal): Promise<Finding> {
  const progress = new Progress(terminal);
  const { assessment } = await assess({
    workspace: { ...workspace, paths: [workspace.root] },
    terminal,
    progress,
    auditor: false,
    render: true,
    changedSince: undefined,
    baseline: undefined,
    input: undefined,
  });
  progress.end();
  const found = assessment.findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [finding] = found;
  if (finding !== undefined && found.length === 1) return finding;
  throw new CodedError({
    code: "waivers/no-such-finding",
    message: `${found.length === 0 ? "No finding has" : `${found.length} findings have`} a fingerprint that starts with ${fingerprint}.`,
    nextStep: "Take the whole fingerprint from plimsoll check --format json.",
  });
}

interface WaiverPlace {
  readonly terminal: Terminal;
  readonly workspace: Workspace;
  readonly file: string;
}

function scopeOf(args: Arguments, place: WaiverPlace): WaiverScope {
  const paths = args.valuesOf("path").map((glob) => globInFile(glob, place));
  const parts = {
    kind: args.valueOf("kind"),
    name: args.valueOf("name"),
    namespace: args.valueOf("namespace"),
  };
  const resource = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return {
    ...(paths.length === 0 ? {} : { paths }),
    ...(Object.keys(resource).length === 0 ? {} : { resource }),
  };
}

/** A glob is typed from the folder of the call and stored from the folder of the waiver file. */
function globInFile(glob: string, { terminal, workspace, file }: WaiverPlace): string {
  const absolute = resolve(terminal.cwd, glob);
  const path = workspacePath(workspace.root, absolute);
  const folder = posix.dirname(file);
  if (isInside(workspace.root, absolute) && (folder === "." || path.startsWith(`${folder}/`)))
    return pathFromFolder(file, path);
  throw new CodedError({
    code: "waivers/outside-folder",
    message: `${JSON.stringify(glob)} lies outside the folder of the waiver file ${file}.`,
    nextStep: "Choose a waiver file in a folder above it with --file.",
  });
}

function waiverFile(args: Arguments, terminal: Terminal, workspace: Workspace): string {
  const given = args.valueOf("file");
  if (given !== undefined) return workspacePath(workspace.root, resolve(terminal.cwd, given));
  const [first] = workspace.configuration.waiverFiles;
  return first ?? usualFile(workspace);
}

/** Beside the configuration, else in the root. */
function usualFile({ configurationFile }: Workspace): string {
  return configurationFile === undefined
    ? DEFAULT_WAIVER_FILE
    : posix.join(posix.dirname(configurationFile), DEFAULT_WAIVER_FILE);
}

function isRead(file: string, workspace: Workspace): boolean {
  const { waiverFiles } = workspace.configuration;
  return waiverFiles.includes(file) || (waiverFiles.length === 0 && file === usualFile(workspace));
}
