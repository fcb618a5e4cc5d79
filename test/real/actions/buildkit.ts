import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUILDKITD, BUILDX, binFolder } from "../../../scripts/real/set-ups/go-tool.ts";
import { stop, waitFor } from "./container-registry.ts";

/** A BuildKit on this machine, and what lets buildx find it. */
export interface RunningBuildKit {
  /** The folder that buildx lies in. */
  readonly tools: string;
  /** Variables for the step. */
  readonly environment: Readonly<Record<string, string>>;
  /** Forgets all that was built, so that the next build does everything again. */
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

/** Starts BuildKit, for a suite that runs as root. It may speak plainly with one registry. */
export async function startBuildKit(folder: string, registry: string): Promise<RunningBuildKit> {
  mkdirSync(folder, { recursive: true });
  const socket = join(folder, "buildkit.sock");
  const settings = join(folder, "buildkitd.toml");
  writeFileSync(
    settings,
    `[worker.oci]\nenabled = true\nsnapshotter = "overlayfs"\nbinary = "runc"\n[registry."${registry}"]\nhttp = true\n`,
  );
  const child = spawn(
    join(binFolder(BUILDKITD), BUILDKITD.name),
    [
      "--addr",
      `unix://${socket}`,
      "--root",
      join(folder, "root"),
      "--config",
      settings,
      "--containerd-worker=false",
    ],
    { stdio: "ignore", env: { PATH: `${process.env["PATH"] ?? ""}:/usr/sbin` } },
  );
  await waitFor(() => Promise.resolve(existsSync(socket)), child);
  const tools = binFolder(BUILDX);
  const environment = { BUILDX_CONFIG: join(folder, "buildx"), BUILDX_BUILDER: "suite" };
  const buildx = (...args: readonly string[]): void => {
    execFileSync(join(tools, BUILDX.name), args, { env: environment, stdio: "pipe" });
  };
  buildx("create", "--name", "suite", "--driver", "remote", `unix://${socket}`);
  return {
    tools,
    environment,
    forget: () => buildx("prune", "--all", "--force", "--builder", "suite"),
    stop: () => stop(child),
  };
}
