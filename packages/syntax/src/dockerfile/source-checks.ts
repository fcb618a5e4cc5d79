import { flagValue } from "./flags.ts";
import { type Mount, type MountOption, mountsOf } from "./mounts.ts";
import type { Instruction } from "./nodes.ts";
import type { Report } from "./problems.ts";

const MOUNT_TYPES: ReadonlySet<string> = new Set(["bind", "cache", "tmpfs", "secret", "ssh"]);
const MOUNT_KEYS: ReadonlySet<string> = new Set([
  "type",
  "from",
  "source",
  "target",
  "readonly",
  "readwrite",
  "id",
  "sharing",
  "required",
  "size",
  "mode",
  "uid",
  "gid",
  "env",
]);

/** Reports what the builder refuses in the `--mount` flags of a RUN. */
export function checkMounts(instruction: Instruction, report: Report): void {
  for (const mount of mountsOf(instruction)) {
    for (const option of mount.options) checkOption(mount, option, report);
  }
}

function checkOption(mount: Mount, option: MountOption, report: Report): void {
  const { key, value } = option;
  const span = option.valueSpan ?? option;
  if (!MOUNT_KEYS.has(key)) {
    report("dockerfile/invalid-mount", option.keySpan, `a mount has no option ${key.slice(0, 60)}`);
  } else if (key === "type" && value !== undefined && !value.includes("$") && !MOUNT_TYPES.has(mount.type)) {
    report("dockerfile/invalid-mount", span, `${value.slice(0, 60)} is no type of a mount`);
  } else if (key === "from" && value !== undefined && hasVariable(value)) {
    report(
      "dockerfile/invalid-mount",
      span,
      "from takes no variables: name a stage that starts from the image",
    );
  }
}

/** Reports a `--from` of COPY that holds a variable. */
export function checkCopySource(instruction: Instruction, report: Report): void {
  const flag = instruction.flags.find((other) => other.name === "from");
  const value = flag === undefined ? undefined : flagValue(flag);
  if (flag === undefined || value === undefined || !hasVariable(value)) return;
  const message = "--from takes no variables: name a stage that starts from the image";
  report("dockerfile/invalid-flag-value", flag.value ?? flag, message);
}

function hasVariable(text: string): boolean {
  const dollar = text.indexOf("$");
  return dollar !== -1 && dollar < text.length - 1;
}
