/** Tools whose comments and annotations can be heard in place. */
export const PRAGMA_TOOLS = [
  "hadolint",
  "buildkit",
  "trivy",
  "checkov",
  "kube-linter",
  "kube-score",
  "polaris",
] as const;

/** A tool whose comments and annotations can be heard in place. */
export type PragmaTool = (typeof PRAGMA_TOOLS)[number];

/** Tools whose checks are compared with our rules, and whose settings can be migrated. Their names start the aliases of rules. */
export const PEER_TOOLS = [
  "hadolint",
  "buildkit",
  "trivy",
  "checkov",
  "kube-linter",
  "kube-score",
  "polaris",
  "kubescape",
] as const;

/** A tool whose checks our rules stand for. */
export type PeerTool = (typeof PEER_TOOLS)[number];

/** The tool of a name, or undefined where there is none of that name. */
export function peerTool(name: string): PeerTool | undefined {
  return PEER_TOOLS.find((tool) => tool === name);
}

/** The tool of a name whose pragmas can be heard, or undefined. */
export function pragmaTool(name: string): PragmaTool | undefined {
  return PRAGMA_TOOLS.find((tool) => tool === name);
}

/**
 * The id of a check as aliases of rules write it. Tools accept several spellings: Trivy knows `AVD-DS-0002`, `DS002` and
 * `ds-0002` for one check, hadolint, Checkov and Kubescape take no notice of case.
 */
export function checkId(tool: PeerTool, written: string): string {
  const id = written.trim();
  if (tool === "trivy") return trivyId(id.toUpperCase());
  return tool === "hadolint" || tool === "checkov" || tool === "kubescape" ? id.toUpperCase() : id;
}

/** The alias of a check: the tool's name and the check's id. */
export function checkAlias(tool: PeerTool, written: string): string {
  return `${tool}:${checkId(tool, written)}`;
}

/** The id of an alias, without the tool; undefined where the alias is one of another tool. */
export function idOfTool(alias: string, tool: PeerTool): string | undefined {
  return alias.startsWith(`${tool}:`) ? alias.slice(tool.length + 1) : undefined;
}

/**
 * The aliases by which tools know a rule. hadolint runs ShellCheck, so what is ShellCheck's is hadolint's too.
 */
export function toolAliases(aliases: readonly string[]): readonly string[] {
  const shell = aliases.filter((alias) => alias.startsWith(SHELLCHECK));
  if (shell.length === 0) return aliases;
  return [...new Set([...aliases, ...shell.map((alias) => `hadolint:${alias.slice(SHELLCHECK.length)}`)])];
}

const SHELLCHECK = "shellcheck:";
const TRIVY_FAMILIES = ["DS", "KSV", "KCV"] as const;
const TRIVY_DIGITS = 4;

/** `AVD-DS-0002`, `DS002` and `DS-0002` are `DS-0002`. What has another form stays as it is. */
function trivyId(id: string): string {
  const bare = id.startsWith("AVD-") ? id.slice("AVD-".length) : id;
  const family = TRIVY_FAMILIES.find((name) => bare.startsWith(name));
  if (family === undefined) return bare;
  const rest = bare.slice(family.length);
  const number = rest.startsWith("-") ? rest.slice(1) : rest;
  if (!/^\d{1,8}$/.test(number)) return bare;
  return `${family}-${number.padStart(TRIVY_DIGITS, "0")}`;
}
