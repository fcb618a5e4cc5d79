export {
  ActionFailure,
  type ActionFailureInit,
  tellFailure,
  type ToldFailure,
} from "./failure/action-failure.ts";
export { EvidenceFolder, evidenceFolderPath, type WrittenFile } from "./evidence-folder/evidence-folder.ts";
export { readBounded } from "./evidence-folder/read-bounded.ts";
export type { InputSpec, InputSpecs, InputsOf, InputValue } from "./inputs/input-spec.ts";
export { splitLines, splitList } from "./inputs/parse-value.ts";
export { type Environment, inputVariable, readInputs } from "./inputs/read-inputs.ts";
export { childEnvironment, type ChildNeeds } from "./process/child-environment.ts";
export { findProgram, type ProgramSearch } from "./process/find-program.ts";
export { type Command, type CommandOutcome, runCommand, type RunCommand } from "./process/run-command.ts";
export { type ActionLog, type Annotation, type AnnotationLevel } from "./run/action-log.ts";
export type { ActionDefinition, ActionOutcome, ActionPorts, ActionResult } from "./run/action.ts";
export { type ActionHost, performAction } from "./run/perform-action.ts";
export { startAction } from "./run/start-action.ts";
export { refuseUntrustedEvent } from "./run/untrusted-event.ts";
export { readSigningKey, type SigningKey, verifyWithKey } from "./signing/signing-key.ts";
export { markdownCode, markdownTable, markdownText } from "./text/markdown.ts";
export { safeLine, safeText } from "./text/safe-text.ts";
export { Secrets } from "./text/secrets.ts";
