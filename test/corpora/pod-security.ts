import { createEngine, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { configurationFor } from "./configuration.ts";

/** A pod that the Pod Security Standards admit or refuse at a level and a version. */
export interface PodSecurityCase {
  readonly path: string;
  readonly text: string;
  readonly level: string;
  readonly minor: number;
  readonly expected: "pass" | "fail";
}

const engines = new Map<string, Engine>();

/**
 * What the profile of the level says that the standard does not: empty where both agree. A pod that must fail breaks the check
 * in its name (a few break another beside it), so a finding must come from a rule that names this check as its alias.
 */
export function disagreementOn(one: PodSecurityCase): string | undefined {
  const { findings, notChecked } = engineFor(one.level, one.minor).checkFile({
    path: "pod.yaml",
    text: one.text,
  });
  const check = `psa:${checkOf(one.path)}`;
  const rightOnes = findings.filter(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === check));
  const agrees = one.expected === "pass" ? findings.length === 0 : rightOnes.length > 0;
  if (agrees && notChecked.length === 0) return undefined;
  const said = [
    ...findings.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    ...notChecked.map(({ code, reason }) => `${code}: ${reason}`),
  ];
  return `${one.path} must ${one.expected}: ${said.join("; ") || "nothing found"}`;
}

/** `seccompprofile_baseline2.yaml` breaks the check `seccompProfile_baseline`. */
function checkOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1, -".yaml".length);
  return name.replace(/[0-9]+$/, "").toLowerCase();
}

function engineFor(level: string, minor: number): Engine {
  const key = `${level}/${minor}`;
  let engine = engines.get(key);
  if (engine === undefined) {
    engine = createEngine({ ruleSet, configuration: configurationFor(`pss-${level}`, minor) });
    engines.set(key, engine);
  }
  return engine;
}
