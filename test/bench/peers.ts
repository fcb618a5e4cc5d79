import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ruleSet } from "@plimsoll/rules";
import { isDockerfileName } from "@plimsoll/syntax";
import { corpusNames, corporaPresent } from "@plimsoll/testkit/corpus";
import { pythonCommand, CHECKOV, HADOLINT } from "../../scripts/real/set-ups/python-tool.ts";
import { binFolder, TRIVY } from "../../scripts/real/set-ups/go-tool.ts";
import type { PlainFile } from "../corpora/check-all.ts";
import { plainFilesOf } from "../corpora/files.ts";
import { readWorkspace } from "../real/peers/files.ts";
import {
  checkovCommand,
  hadolintCommand,
  peerEnvironment,
  trivyCommand,
  type PeerCommand,
} from "../real/peers/run-peers.ts";
import { atMost, median, shown, type Figure } from "./measure.ts";

const bundle = fileURLToPath(new URL("../../packages/cli/dist/plimsoll.js", import.meta.url));

/** Names the folder that holds the Dockerfiles of public repositories; they are fetched by hand, and nothing of them is kept. */
const PUBLIC_FOLDER = "PLIMSOLL_PUBLIC_DOCKERFILES";

const ROUNDS = 3;

/** The other tools and ours on the same files, turn by turn: CPU time of whole processes, and the most memory that one of them took. */
export function benchPeers(): readonly Figure[] {
  const absent = [
    pythonCommand(HADOLINT)[0],
    pythonCommand(CHECKOV)[0],
    join(binFolder(TRIVY), TRIVY.name),
  ].filter((program) => !existsSync(program));
  if (absent.length > 0)
    throw new Error(`not in the cache: ${absent.join(", ")}; npm run test:real brings it`);
  const scratch = mkdtempSync(join(tmpdir(), "plimsoll-bench-peers-"));
  try {
    return [...onPublicDockerfiles(scratch), ...onRealYaml(scratch)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function onPublicDockerfiles(scratch: string): readonly Figure[] {
  const source = process.env[PUBLIC_FOLDER];
  const what = "Dockerfiles of public repositories";
  if (source === undefined || source === "")
    return [shown(what, `not measured: name their folder in ${PUBLIC_FOLDER}`)];
  const files = readWorkspace(source).files.filter(({ path }) => isDockerfileName(path));
  const folder = writeFiles(join(scratch, "dockerfiles"), files);
  const spent = measure(folder, scratch, [
    hadolintCommand(files.map(({ path }) => path)),
    trivyCommand(scratch, { scanners: "dockerfile" }),
    checkovCommand("dockerfile"),
  ]);
  const name = `${files.length} ${what}`;
  return [
    ratio(`${name}, CPU over hadolint`, spent, { tool: "hadolint", part: "cpu", limit: 0.1 }),
    ratio(`${name}, CPU over trivy config`, spent, { tool: "trivy", part: "cpu", limit: 0.25 }),
    ratio(`${name}, CPU over checkov`, spent, { tool: "checkov", part: "cpu", limit: 0.25 }),
  ];
}

function onRealYaml(scratch: string): readonly Figure[] {
  if (!corporaPresent) return [shown("real YAML", "not measured: the corpora are absent")];
  const files = corpusNames.real.flatMap(plainFilesOf).filter(({ path }) => /\.ya?ml$/.test(path));
  const folder = writeFiles(join(scratch, "yaml"), files);
  const spent = measure(folder, scratch, [
    trivyCommand(scratch, { scanners: "kubernetes" }),
    checkovCommand("kubernetes"),
  ]);
  const name = `${files.length} real YAML files`;
  return [
    ratio(`${name}, CPU over trivy config`, spent, { tool: "trivy", part: "cpu", limit: 0.1 }),
    ratio(`${name}, CPU over checkov`, spent, { tool: "checkov", part: "cpu", limit: 0.5 }),
    ratio(`${name}, memory over checkov`, spent, { tool: "checkov", part: "memory", limit: 0.5 }),
  ];
}

function writeFiles(folder: string, files: readonly PlainFile[]): string {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}

interface Spent {
  /** Seconds of all its processes and threads. */
  readonly cpu: number;
  /** MiB that the largest of its processes had in memory at most. */
  readonly memory: number;
}

type Tool = PeerCommand["tool"] | "plimsoll";

/** The median of a few turns of each tool, ours among them, on the same folder. */
function measure(folder: string, scratch: string, peers: readonly PeerCommand[]): ReadonlyMap<Tool, Spent> {
  writeFileSync(join(folder, "plimsoll.yaml"), everyRule());
  const commands: readonly { readonly tool: Tool; readonly words: readonly string[] }[] = [
    {
      tool: "plimsoll",
      words: [process.execPath, bundle, "check", ".", "--format", "json", "--no-render"],
    },
    ...peers.map(({ tool, program, args }) => ({ tool, words: [program, ...args] })),
  ];
  const turns = new Map<Tool, Spent[]>(commands.map(({ tool }) => [tool, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { tool, words } of commands) {
      const spent = spentBy(tool, words, { folder, scratch });
      if (round >= 0) turns.get(tool)?.push(spent);
    }
  }
  return new Map(
    [...turns].map(([tool, all]) => [
      tool,
      { cpu: median(all.map(({ cpu }) => cpu)), memory: median(all.map(({ memory }) => memory)) },
    ]),
  );
}

/** Settings under which every rule speaks. */
function everyRule(): string {
  const lines = [...ruleSet.rules.values()].map(({ id, severity }) => `  ${id}: ${severity}\n`);
  return `profile: reference-design\nrules:\n${lines.join("")}`;
}

/** The kernel counts what a finished child and its own finished children spent. */
const COUNTED = `
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
sys.stderr.buffer.write(done.stderr[-2000:])
`;

function spentBy(
  tool: Tool,
  words: readonly string[],
  { folder, scratch }: { readonly folder: string; readonly scratch: string },
): Spent {
  const [python] = pythonCommand({ ...CHECKOV, module: "json" });
  const env = { ...peerEnvironment(scratch), NODE_COMPILE_CACHE: join(scratch, "compile-cache") };
  const run = spawnSync(python, ["-I", "-c", COUNTED, ...words], { cwd: folder, env, encoding: "utf8" });
  const answer: unknown = run.status === 0 ? JSON.parse(run.stdout) : [];
  const [code, cpu, memory] = Array.isArray(answer) ? answer.map(Number) : [];
  // Ours ends with 1 where it has found something, as it has here.
  if (code === undefined || cpu === undefined || memory === undefined || code > (tool === "plimsoll" ? 1 : 0))
    throw new Error(`${tool} did not run: exit code ${code}\n${run.stderr}`);
  return { cpu, memory };
}

function ratio(
  name: string,
  spent: ReadonlyMap<Tool, Spent>,
  { tool, part, limit }: { readonly tool: Tool; readonly part: keyof Spent; readonly limit: number },
): Figure {
  const ours = spent.get("plimsoll")?.[part] ?? Number.NaN;
  const theirs = spent.get(tool)?.[part] ?? Number.NaN;
  const show = (value: number): string =>
    part === "cpu" ? `${value.toFixed(2)} s` : `${value.toFixed(0)} MiB`;
  return atMost(name, ours / theirs, { limit, unit: "×", note: `${show(ours)} over ${show(theirs)}` });
}
