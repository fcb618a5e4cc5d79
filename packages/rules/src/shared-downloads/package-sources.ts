import { environmentAt, type Dockerfile } from "@plimsoll/syntax";
import type { PackageStep } from "../shared-commands/commands.ts";
import { copyStep } from "../shared-copies/sources.ts";
import { readUrl } from "./urls.ts";

/** How a language's package manager says where it takes packages from. */
interface Sources {
  /** Options with the index's URL. */
  readonly options: readonly string[];
  /** Environment variables with it. */
  readonly variables: readonly string[];
  /** Options with which nothing is fetched. */
  readonly offline: readonly string[];
  /** Configuration files that can say it. */
  readonly files: readonly string[];
  readonly index: string;
}

const SOURCES: ReadonlyMap<string, Sources> = new Map([
  [
    "pip",
    {
      options: ["-i", "--index-url", "--pypi-url"],
      variables: ["PIP_INDEX_URL", "PIP_NO_INDEX"],
      offline: ["--no-index"],
      files: ["pip.conf", "pip.ini"],
      index: "pypi.org",
    },
  ],
  ...["npm", "yarn", "pnpm"].map((name): [string, Sources] => [
    name,
    {
      options: ["--registry"],
      variables: ["NPM_CONFIG_REGISTRY", "npm_config_registry", "YARN_NPM_REGISTRY_SERVER", "YARN_REGISTRY"],
      offline: ["--offline"],
      files: [".npmrc", ".yarnrc", ".yarnrc.yml", "npmrc"],
      index: "registry.npmjs.org",
    },
  ]),
  [
    "gem",
    {
      options: ["-s", "--source"],
      variables: ["BUNDLE_MIRROR__ALL"],
      offline: ["--local", "-l"],
      files: [".gemrc"],
      index: "rubygems.org",
    },
  ],
  [
    "go",
    { options: [], variables: ["GOPROXY"], offline: ["-mod=vendor"], files: [], index: "proxy.golang.org" },
  ],
  [
    "cargo",
    {
      options: ["--index", "--registry"],
      variables: [],
      offline: ["--offline"],
      files: ["config.toml", ".cargo", "cargo-config.toml"],
      index: "crates.io",
    },
  ],
]);

/**
 * The host that a package manager of a language fetches from; undefined where it fetches nothing, or where a file or a variable
 * that is not known decides.
 */
export function packageHost(file: Dockerfile, step: PackageStep): string | undefined {
  const sources = SOURCES.get(step.manager);
  if (sources === undefined || !fetches(step)) return undefined;
  if (step.flags.some(({ value }) => sources.offline.includes(value))) return undefined;
  const named = namedSource(file, step, sources);
  if (named !== undefined) return named.host;
  return copiesConfiguration(file, sources.files) ? undefined : sources.index;
}

/** What an option or a variable names; its host is undefined where that is not known. */
function namedSource(
  file: Dockerfile,
  step: PackageStep,
  sources: Sources,
): { readonly host: string | undefined } | undefined {
  const option = step.options.find(({ flag }) => sources.options.includes(flag.value.split("=", 1)[0] ?? ""));
  if (option !== undefined) return { host: readUrl(option.value)?.host };
  const lookup = environmentAt(file, step.instruction);
  for (const name of sources.variables) {
    const assigned = step.command.assignments.find((one) => one.name === name);
    if (assigned !== undefined) return { host: readUrl(assigned.value?.literal ?? "")?.host };
    const value = lookup(name);
    if (value.kind !== "value") continue;
    return { host: value.unresolved.length > 0 ? undefined : readUrl(value.text)?.host };
  }
  return undefined;
}

function fetches(step: PackageStep): boolean {
  if (step.action !== "install" && step.action !== "download" && step.action !== "upgrade") return false;
  // `go install ./...` builds what is there.
  if (step.manager === "go")
    return step.action === "download" || step.packages.some(({ isLocation }) => !isLocation);
  return !(
    step.packages.length > 0 && step.packages.every(({ isLocation, name }) => isLocation && isArchive(name))
  );
}

function isArchive(name: string): boolean {
  return !name.includes("://") && /\.(whl|tgz|tar\.gz|gem)$/.test(name);
}

/** A configuration file that is copied in, or mounted, can name any index. */
function copiesConfiguration(file: Dockerfile, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  return file.instructions.some((instruction) => {
    if (instruction.keyword === "RUN") {
      return instruction.flags.some(
        ({ name, value }) => name === "mount" && names.some((one) => value?.text.includes(one)),
      );
    }
    if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") return false;
    const { sources, destination } = copyStep(file, instruction);
    const texts = [...sources.map(({ text }) => text), destination?.text ?? ""];
    return texts.some((text) => names.some((one) => text.endsWith(one)));
  });
}
