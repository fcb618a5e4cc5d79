export type {
  EffectiveCommand,
  ParsedShell,
  PipelinePlace,
  ShellAssignment,
  ShellCommand,
  ShellConstruct,
  ShellConstructKind,
  ShellInvocation,
  ShellOperator,
  ShellOrigin,
  ShellRedirect,
  ShellScript,
  ShellWord,
  UnsupportedShell,
} from "./nodes.ts";
export { parseShell, shellOf } from "./shell-of.ts";
export { type PackageAction, type PackageArgument, packageInstalls } from "./package-installs.ts";
export type { PackageActionKind, PackageManagerName } from "./package-managers.ts";
