/** A hosted runner of GitHub. */
interface Runner {
  readonly system: "linux" | "windows" | "macos";
}

const CURRENT: Readonly<Record<Runner["system"], readonly string[]>> = {
  linux: [
    "ubuntu-latest",
    "ubuntu-slim",
    "ubuntu-26.04",
    "ubuntu-26.04-arm",
    "ubuntu-24.04",
    "ubuntu-24.04-arm",
    "ubuntu-22.04",
    "ubuntu-22.04-arm",
    "ubuntu-latest-4-cores",
    "ubuntu-latest-8-cores",
    "ubuntu-latest-16-cores",
  ],
  windows: [
    "windows-latest",
    "windows-latest-8-cores",
    "windows-2025",
    "windows-2025-vs2026",
    "windows-2022",
    "windows-11-arm",
  ],
  macos: [
    "macos-latest",
    "macos-latest-large",
    "macos-latest-xlarge",
    "macos-26",
    "macos-26-intel",
    "macos-26-large",
    "macos-26-xlarge",
    "macos-15",
    "macos-15-intel",
    "macos-15-large",
    "macos-15-xlarge",
    "macos-14",
    "macos-14-large",
    "macos-14-xlarge",
  ],
};

/** Names that GitHub gave up: a job that asks for one of them waits and is then cancelled. */
const GONE: ReadonlySet<string> = new Set([
  "ubuntu-16.04",
  "ubuntu-18.04",
  "ubuntu-20.04",
  "windows-2016",
  "windows-2019",
  "windows-2022-vs2022",
  "macos-10",
  "macos-10.15",
  "macos-11",
  "macos-11.0",
  "macos-12",
  "macos-12-large",
  "macos-12-xlarge",
  "macos-12.0",
  "macos-13",
  "macos-13-large",
  "macos-13-xlarge",
  "macos-13.0",
]);

/** Labels that a runner of one's own has by itself. */
const SELF_HOSTED: ReadonlySet<string> = new Set([
  "self-hosted",
  "x64",
  "arm",
  "arm64",
  "x86",
  "linux",
  "macos",
  "windows",
]);

const SYSTEM_OF: ReadonlyMap<string, Runner["system"]> = new Map(
  (["linux", "windows", "macos"] as const).flatMap((system) =>
    CURRENT[system].map((label) => [label, system] as const),
  ),
);

/** The system of a hosted runner by its label; undefined for a label that is none of GitHub's. */
export function hostedSystem(label: string): Runner["system"] | undefined {
  return SYSTEM_OF.get(label.toLowerCase());
}

export function isGone(label: string): boolean {
  return GONE.has(label.toLowerCase());
}

export function isSelfHosted(label: string): boolean {
  return SELF_HOSTED.has(label.toLowerCase());
}

export function hostedLabels(): readonly string[] {
  return [...SYSTEM_OF.keys()];
}
