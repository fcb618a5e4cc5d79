import { isRecord, listOf, textOf, entryOf } from "../config/plain-value.ts";
import { CodedError } from "../error/coded-error.ts";
import { readLocatedDocument } from "../config/located-document.ts";
import { PEER_TOOLS, type PeerTool } from "../peer/peer-tools.ts";
import { readCheckov } from "./checkov.ts";
import { readHadolint } from "./hadolint.ts";
import { readKubeLinter } from "./kube-linter.ts";
import { readKubescape, type ControlIdOf } from "./kubescape.ts";
import { readPolaris } from "./polaris.ts";
import type { PeerSetting, SettingsFile } from "./setting.ts";
import { readTrivyConfiguration, readTrivyIgnore, readTrivyIgnoreYaml } from "./trivy.ts";

type Format =
  | "hadolint"
  | "trivyignore"
  | "trivyignore-yaml"
  | "trivy"
  | "checkov"
  | "kube-linter"
  | "polaris"
  | "kubescape";

const TOOLS: Readonly<Record<Format, PeerTool>> = {
  hadolint: "hadolint",
  trivyignore: "trivy",
  "trivyignore-yaml": "trivy",
  trivy: "trivy",
  checkov: "checkov",
  "kube-linter": "kube-linter",
  polaris: "polaris",
  kubescape: "kubescape",
};

const NAMES: ReadonlyMap<string, Format> = new Map([
  [".hadolint.yaml", "hadolint"],
  [".hadolint.yml", "hadolint"],
  ["hadolint.yaml", "hadolint"],
  ["hadolint.yml", "hadolint"],
  [".trivyignore", "trivyignore"],
  [".trivyignore.yaml", "trivyignore-yaml"],
  [".trivyignore.yml", "trivyignore-yaml"],
  ["trivy.yaml", "trivy"],
  ["trivy.yml", "trivy"],
  [".checkov.yaml", "checkov"],
  [".checkov.yml", "checkov"],
  [".kube-linter.yaml", "kube-linter"],
  [".kube-linter.yml", "kube-linter"],
  ["polaris.yaml", "polaris"],
  ["polaris.yml", "polaris"],
]);

/** Names that other programs use too: what the file holds decides. */
const SHARED_NAMES: ReadonlyMap<string, Format> = new Map([
  ["config.yaml", "polaris"],
  ["exceptions.json", "kubescape"],
  ["kubescape-exceptions.json", "kubescape"],
]);

/** Names of files in which other tools keep settings, in the order in which they are read. */
export const SETTINGS_FILE_NAMES: readonly string[] = [...NAMES.keys(), ...SHARED_NAMES.keys()];

/** The settings of one file. */
export interface ReadSettingsFile {
  readonly tool: PeerTool;
  readonly settings: readonly PeerSetting[];
}

/**
 * Reads a file of another tool's settings. The tool follows from the file's name, else from what it holds; undefined where
 * neither tells.
 * @throws ConfigurationError where the file is malformed.
 */
export function readSettingsFile(file: SettingsFile, controlIdOf: ControlIdOf): ReadSettingsFile | undefined {
  const format = formatOf(file);
  return format === undefined
    ? undefined
    : { tool: TOOLS[format], settings: READERS[format](file, controlIdOf) };
}

/**
 * The same for a file that a person named.
 * @throws CodedError `migrate/unknown-file` where it is no tool's.
 */
export function readNamedSettings(file: SettingsFile, controlIdOf: ControlIdOf): ReadSettingsFile {
  const found = readSettingsFile(file, controlIdOf);
  if (found !== undefined) return found;
  throw new CodedError({
    code: "migrate/unknown-file",
    message: `${JSON.stringify(file.path)} does not look like settings of a tool that Plimsoll migrates from.`,
    nextStep: `Tools are ${PEER_TOOLS.join(", ")}; give the file the name that its tool looks for.`,
  });
}

const READERS: Readonly<
  Record<Format, (file: SettingsFile, controlIdOf: ControlIdOf) => readonly PeerSetting[]>
> = {
  hadolint: readHadolint,
  trivyignore: readTrivyIgnore,
  "trivyignore-yaml": readTrivyIgnoreYaml,
  trivy: readTrivyConfiguration,
  checkov: readCheckov,
  "kube-linter": readKubeLinter,
  polaris: readPolaris,
  kubescape: readKubescape,
};

function formatOf(file: SettingsFile): Format | undefined {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const byName = NAMES.get(name);
  if (byName !== undefined) return byName;
  const found = formatOfContent(file);
  const shared = SHARED_NAMES.get(name);
  return shared === undefined || shared === found ? found : undefined;
}

/** Keys that only one tool's settings have. */
const TELLING_KEYS: readonly (readonly [key: string, format: Format])[] = [
  ["ignored", "hadolint"],
  ["trustedRegistries", "hadolint"],
  ["label-schema", "hadolint"],
  ["failure-threshold", "hadolint"],
  ["misconfigurations", "trivyignore-yaml"],
  ["customChecks", "kube-linter"],
  ["skip-check", "checkov"],
  ["exemptions", "polaris"],
];

function formatOfContent({ path, text }: SettingsFile): Format | undefined {
  if (path.endsWith(".trivyignore")) return "trivyignore";
  const { document } = readLocatedDocument({ file: path, text, area: "migrate", maximumLength: 1024 * 1024 });
  const value = document?.value;
  if (Array.isArray(value)) {
    const isException = (item: unknown): boolean =>
      textOf(entryOf(item, "policyType")) === "postureExceptionPolicy";
    return listOf(value).some(isException) ? "kubescape" : undefined;
  }
  if (!isRecord(value)) return undefined;
  const found = TELLING_KEYS.find(([key]) => Object.hasOwn(value, key));
  return found === undefined ? formatOfChecks(value["checks"]) : found[1];
}

/** kube-linter's `checks` holds lists of names, that of Polaris severities by name. */
function formatOfChecks(checks: unknown): Format | undefined {
  if (!isRecord(checks)) return undefined;
  if (
    ["addAllBuiltIn", "doNotAutoAddDefaults", "include", "exclude"].some((key) => Object.hasOwn(checks, key))
  )
    return "kube-linter";
  return Object.values(checks).some((level) => level === "danger") ? "polaris" : undefined;
}
