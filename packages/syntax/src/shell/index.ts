export type {
  EffectiveCommand,
  ParsedShell,
  PipelinePlace,
  ShellAssignment,
  ShellCommand,
  ShellInvocation,
  ShellOperator,
  ShellOrigin,
  ShellRedirect,
  ShellScript,
  ShellWord,
  UnsupportedShell,
} from "./nodes.ts";
export { parseShell, shellOf } from "./shell-of.ts";
