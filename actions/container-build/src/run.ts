import { type ActionOutcome, type ActionPorts, refuseUntrustedEvent } from "@plimsoll/action-kit";
import { settleBases, type BaseImage, type BaseProblem } from "./bases/settle-bases.ts";
import { checkHardening, type Hardening } from "./hardening/check-dockerfile.ts";
import type { Inputs, OutputName } from "./inputs.generated.ts";
import { buildAndPublish } from "./build-and-publish.ts";
import { openEngine } from "./engine/open-engine.ts";
import { readCredentials } from "./registry/credentials.ts";
import { digestResolver } from "./registry/resolve-digest.ts";
import { baseImagesJson } from "./report/base-images.ts";
import { renderSummary } from "./report/summary.ts";
import { readRequest } from "./request/build-request.ts";

/** Builds an image: judges, builds, examines, attests, pushes, verifies, tags, in this order. What fails stops all that follows. */
export async function run(inputs: Inputs, ports: ActionPorts): Promise<ActionOutcome<OutputName>> {
  const { environment } = ports;
  if (inputs.push) refuseUntrustedEvent(environment);
  const request = readRequest(inputs, environment);
  const given = {
    registry: request.image.registry,
    username: inputs.registryUsername,
    password: inputs.registryPassword,
  };
  const credentials = readCredentials({ environment, secrets: ports.secrets, given });
  const hardening = await checkHardening({
    request,
    config: inputs.config,
    approved: inputs.approvedRegistries,
    today: new Date(ports.now()).toISOString().slice(0, 10),
  });
  const engine = await openEngine(inputs, request.workspace, ports);
  const { bases, problems } = await settleBases(hardening, {
    requirePinned: inputs.requirePinnedBase,
    frontend: engine.frontend,
    resolve: digestResolver({ ports, credentials }),
  });
  annotate(ports, hardening, problems);
  const errors = hardening.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0 || problems.length > 0) return refused(hardening, bases, problems);
  return buildAndPublish({ inputs, request, hardening, bases, engine, credentials, ports });
}

function annotate(
  { log }: ActionPorts,
  { path, findings }: Hardening,
  problems: readonly BaseProblem[],
): void {
  for (const { message, line, column } of problems)
    log.annotate({
      level: "error",
      title: "base image",
      message,
      file: path,
      startLine: line,
      startColumn: column,
    });
  for (const { severity, ruleId, message, range } of findings) {
    log.annotate({
      level: severity === "info" ? "notice" : severity,
      title: ruleId,
      message,
      file: path,
      startLine: range.start.line,
      endLine: range.end.line,
      startColumn: range.start.column,
      endColumn: range.end.column,
    });
  }
}

/** The verdict that the Dockerfile must not be built. */
function refused(
  hardening: Hardening,
  bases: readonly BaseImage[],
  baseProblems: readonly BaseProblem[],
): ActionOutcome<OutputName> {
  const errors = hardening.findings.filter(({ severity }) => severity === "error").length;
  const parts = [
    ...(errors === 0 ? [] : [`${errors} ${errors === 1 ? "finding" : "findings"} of severity error`]),
    ...(baseProblems.length === 0 ? [] : [baseProblems.map(({ message }) => message).join(" ")]),
  ];
  const summary = renderSummary({
    title: "Not built",
    facts: [["Dockerfile", hardening.path]],
    findings: hardening.findings,
    bases,
    baseProblems,
    leaks: [],
    notes: ["Nothing was built and nothing was pushed."],
  });
  const message = `${hardening.path} must not be built: ${parts.join("; ")}. Nothing was pushed.`;
  return { result: "fail", message, outputs: { "base-images": baseImagesJson(bases) }, summary };
}
