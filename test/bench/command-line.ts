import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifest, NAMESPACES, namespaceObjects } from "./manifests.ts";
import { atMost, median, shown, type Figure } from "./measure.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bundle = join(root, "packages/cli/dist/plimsoll.js");
const ROUNDS = 31;
const FILES = 100_000;
const GIBIBYTE = 1024 * 1024 * 1024;

/** Builds the bundle that users get. */
export function buildCommandLine(): void {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--conditions=source", "packages/cli/build.ts"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`the command line was not built:\n${stdout}${stderr}`);
}

/** The start of the command line on one small file, over the start of Node that does nothing. */
export function benchStart(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-start-"));
  try {
    writeFileSync(join(folder, "pod.yaml"), manifest(1));
    writeFileSync(join(folder, "empty.mjs"), "");
    return [
      ...startFigures("a manifest", folder, [bundle, "check", "pod.yaml"]),
      ...startFigures(
        "a Dockerfile",
        folder,
        [bundle, "check", "Dockerfile"],
        "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\nUSER 1001\n",
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startFigures(
  what: string,
  folder: string,
  args: readonly string[],
  dockerfile?: string,
): readonly Figure[] {
  if (dockerfile !== undefined) writeFileSync(join(folder, "Dockerfile"), dockerfile);
  const bare: Spent[] = [];
  const ours: Spent[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const one = timeChild(folder, ["empty.mjs"]);
    const two = timeChild(folder, args);
    if (round < 0) continue;
    bare.push(one);
    ours.push(two);
  }
  const over = (part: keyof Spent): number =>
    median(ours.map((spent) => spent[part])) - median(bare.map((spent) => spent[part]));
  const node = median(bare.map(({ cpu }) => cpu));
  return [
    atMost(`start of the command line on ${what}, over bare Node`, over("cpu"), {
      limit: 60,
      unit: " ms",
      note: `CPU; Node itself ${node.toFixed(0)} ms`,
    }),
    shown(`  the same by the clock on the wall`, `${over("wall").toFixed(1)} ms`),
  ];
}

interface Spent {
  readonly cpu: number;
  readonly wall: number;
}

/** What a child spent, as the shell that waits for it knows. */
function timeChild(cwd: string, args: readonly string[]): Spent {
  const start = performance.now();
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null 2>&1';
  const { stderr } = spawnSync("bash", ["-c", script, "bash", process.execPath, ...args], {
    cwd,
    encoding: "utf8",
    env: childEnvironment(cwd),
  });
  const wall = performance.now() - start;
  const [user = Number.NaN, system = Number.NaN] = stderr.trim().split(" ").map(Number);
  return { cpu: (user + system) * 1000, wall };
}

/** No colours, and a compile cache of its own, as after the first run on a machine. */
function childEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    HOME: folder,
    NO_COLOR: "1",
    LC_ALL: "C",
    NODE_COMPILE_CACHE: join(folder, "cache"),
  };
}

/** The most memory that the command line takes for 100,000 manifests on disk. */
export async function benchMemory(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-many-"));
  try {
    for (let number = 0; number < NAMESPACES; number += 1) {
      writeFileSync(join(folder, `namespace-${number}.yaml`), namespaceObjects(`team-${number}`));
    }
    for (let number = 0; number < FILES - NAMESPACES; number += 1) {
      const parent = join(folder, `team-${Math.floor(number / 500)}`);
      if (number % 500 === 0) mkdirSync(parent);
      writeFileSync(join(parent, `service-${number}.yaml`), manifest(number));
    }
    const start = performance.now();
    const { peak, code } = await peakMemory(folder, [
      bundle,
      "check",
      ".",
      "--format",
      "json",
      "--output",
      "report.json",
    ]);
    const findings = countOf(readFileSync(join(folder, "report.json")), '"ruleId":');
    const note = `${FILES} files, ${findings} findings, exit code ${code}, ${((performance.now() - start) / 1000).toFixed(0)} s`;
    return [
      atMost("most memory for 100,000 manifests, all threads", peak / GIBIBYTE, {
        limit: 1,
        unit: " GiB",
        note,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countOf(bytes: Buffer, part: string): number {
  let count = 0;
  for (let at = bytes.indexOf(part); at !== -1; at = bytes.indexOf(part, at + part.length)) count += 1;
  return count;
}

/** Runs a child and reads the high-water mark of its memory, which the kernel keeps, until it ends. */
function peakMemory(
  cwd: string,
  args: readonly string[],
): Promise<{ readonly peak: number; readonly code: number | null }> {
  return new Promise((resolve, reject) => {
    let peak = 0;
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
      env: childEnvironment(cwd),
    });
    const read = (): void => {
      const mark = /VmHWM:\s+(\d+) kB/u.exec(statusOf(child.pid))?.[1];
      if (mark !== undefined) peak = Math.max(peak, Number(mark) * 1024);
    };
    const watch = setInterval(read, 20);
    child.on("error", reject);
    child.on("exit", (code) => {
      clearInterval(watch);
      resolve({ peak, code });
    });
  });
}

/** Empty once the process is gone. */
function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
  } catch {
    return "";
  }
}
