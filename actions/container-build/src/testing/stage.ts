import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ActionHost,
  type Annotation,
  type Command,
  type CommandOutcome,
  inputVariable,
  performAction,
} from "@plimsoll/action-kit";
import { inputSpecs } from "../inputs.generated.ts";
import { run } from "../run.ts";
import { MemoryRegistry } from "./memory-registry.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { type LayoutWish, writeLayout } from "./write-layout.ts";

/** The world in which the action runs in a test: a workspace, stand-ins for programs, a registry in memory. */
export class Stage {
  readonly workspace: string;
  readonly temporary: string;
  readonly tools: string;
  readonly registry: MemoryRegistry;
  readonly commands: Command[] = [];
  readonly annotations: Annotation[] = [];
  readonly log: string[] = [];
  readonly masks: string[] = [];
  readonly outputs = new Map<string, string>();
  summary = "";
  failure: string | undefined;
  /** What the engine builds. */
  image: LayoutWish = {};
  /** The pinned Dockerfile that the engine got. */
  pinned = "";
  components: readonly object[] = [{ name: "busybox" }];

  constructor(files: Readonly<Record<string, string>>, registry: MemoryRegistry = new MemoryRegistry()) {
    this.workspace = temporaryFolder(files);
    this.temporary = temporaryFolder();
    this.tools = temporaryFolder();
    this.registry = registry;
    for (const name of ["buildah", "syft", "git"]) this.#install(name);
  }

  #install(name: string): void {
    mkdirSync(this.tools, { recursive: true });
    writeFileSync(join(this.tools, name), "");
    chmodSync(join(this.tools, name), 0o755);
  }

  /** Runs the action. Variables of the step beside its inputs may be given. */
  async run(
    inputs: Readonly<Record<string, string>>,
    variables: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const given = Object.entries({ tags: "registry.example/team/app:1.0", ...inputs });
    await performAction(
      { inputs: inputSpecs, run },
      this.#host({
        PATH: this.tools,
        GITHUB_WORKSPACE: this.workspace,
        RUNNER_TEMP: this.temporary,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "team/app",
        ...Object.fromEntries(given.map(([name, value]) => [inputVariable(name), value])),
        ...variables,
      }),
    );
    return this.outputs.get("result") ?? "";
  }

  #host(environment: Readonly<Record<string, string>>): ActionHost {
    return {
      environment,
      runCommand: (command) => Promise.resolve(this.#answer(command)),
      fetch: this.registry.fetch,
      now: () => Date.parse("2026-11-24T12:00:00Z"),
      writeLine: (line) => this.log.push(line),
      annotate: (annotation) => this.annotations.push(annotation),
      startGroup: (title) => this.log.push(title),
      endGroup: () => undefined,
      mask: (secret) => this.masks.push(secret),
      setOutput: (name, value) => this.outputs.set(name, value),
      writeSummary: (markdown) => {
        this.summary += markdown;
        return Promise.resolve();
      },
      fail: (message) => {
        this.failure = message;
      },
    };
  }

  #answer(command: Command): CommandOutcome {
    this.commands.push(command);
    const { args, program } = command;
    if (program.endsWith("git")) return said("0123456789012345678901234567890123456789 1700000000\n");
    if (program.endsWith("syft"))
      return said(JSON.stringify({ bomFormat: "CycloneDX", components: this.components }));
    if (args.includes("--version")) return said("buildah version 1.28.2 (image-spec 1.1.0)");
    const file = args[args.indexOf("--file") + 1];
    if (args.includes("build") && file !== undefined) this.pinned = readFileSync(file, "utf8");
    const layout = args.find((arg) => arg.startsWith("oci:"));
    if (layout !== undefined) writeLayout(layout.slice("oci:".length, layout.lastIndexOf(":")), this.image);
    return said("");
  }
}

function said(text: string): CommandOutcome {
  return { kind: "exited", status: 0, stdout: Buffer.from(text), stderr: "" };
}
