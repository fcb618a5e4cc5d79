import type { RuleSet } from "../rule/rule-set.ts";
import { builtInRules } from "./built-in-rules.ts";
import type { Complaints } from "./complaints.ts";
import type { RuleChange } from "./configuration.ts";
import { NEWEST_KUBERNETES_MINOR, parseKubernetesVersion } from "./kubernetes-version.ts";
import type { LayerSettings } from "./layer.ts";
import { unknownRule, type KnownRules } from "./read-rules.ts";
import { badVersion, newerVersion, unknownProfile } from "./read-settings.ts";

/** What the command line says; it wins over every file. */
export interface CommandLineSettings {
  readonly profile?: string;
  /** As typed: `1.34`, `v1.34.2` or `latest`. */
  readonly kubernetesVersion?: string;
  readonly inlineIgnores?: boolean;
  /** By present rule id. */
  readonly rules?: Readonly<Record<string, RuleChange>>;
  readonly buildArguments?: Readonly<Record<string, string>>;
}

interface CommandLineReading {
  readonly ruleSet: RuleSet;
  readonly known: KnownRules;
  readonly complaints: Complaints;
}

const PLACE = "command line";

/** Checks what the command line says. */
export function readCommandLine(settings: CommandLineSettings, reading: CommandLineReading): LayerSettings {
  const { ruleSet, known, complaints } = reading;
  const { profile, kubernetesVersion, ...rest } = settings;
  if (profile !== undefined && !Object.hasOwn(ruleSet.profiles, profile)) {
    complaints.of(PLACE, unknownProfile(profile, ruleSet));
  }
  for (const id of Object.keys(settings.rules ?? {})) {
    if (!known.rules.has(id) && !builtInRules.has(id)) complaints.of(PLACE, unknownRule(id, known));
  }
  const minor = kubernetesVersion === undefined ? undefined : readVersion(kubernetesVersion, complaints);
  return {
    ...rest,
    ...(profile === undefined ? {} : { profile }),
    ...(minor === undefined ? {} : { kubernetesMinor: minor }),
  };
}

function readVersion(text: string, complaints: Complaints): number | undefined {
  const minor = parseKubernetesVersion(text);
  if (minor === undefined) complaints.of(PLACE, badVersion(text));
  else if (minor > NEWEST_KUBERNETES_MINOR) {
    const { code, message } = newerVersion(minor);
    complaints.notes.push({ code: `config/${code}`, file: PLACE, message });
  }
  return minor;
}
