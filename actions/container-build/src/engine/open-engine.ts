import { isAbsolute } from "node:path";
import type { ActionPorts } from "@plimsoll/action-kit";
import type { Inputs } from "../inputs.generated.ts";
import { inputFailure } from "../request/failure.ts";
import { openBuildah } from "./buildah.ts";
import { openBuildx } from "./buildx.ts";
import { type Engine, findEngine } from "./engine.ts";

/**
 * The engine that the inputs ask for, asked for its version.
 * @throws ActionFailure `build/engine` where none is installed or it does not start, `build/input` for a folder that is not absolute
 */
export async function openEngine(inputs: Inputs, workspace: string, ports: ActionPorts): Promise<Engine> {
  const relative = inputs.toolPath.find((folder) => !isAbsolute(folder));
  if (relative !== undefined)
    throw inputFailure(`tool-path: ${relative} is not absolute.`, "Write whole paths of folders.");
  const { name, program } = findEngine(inputs.engine, {
    folders: inputs.toolPath,
    path: ports.environment["PATH"],
    notInside: workspace,
  });
  const context = { program, ports, timeoutMilliseconds: inputs.timeoutMinutes * 60_000 };
  return name === "buildah" ? openBuildah(context) : openBuildx(context);
}
