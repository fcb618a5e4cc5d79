import {
  loadKubernetesSchemas,
  type Configuration,
  type KubernetesSchemas,
  type RuleSet,
} from "@plimsoll/core";

const schemas = await loadKubernetesSchemas();

/** The newest Kubernetes minor version that the rules know. */
const NEWEST_MINOR = 37;

/** What holds where a repository says nothing, with a profile to judge by. */
export function configurationFor(profile: string, kubernetesMinor: number = NEWEST_MINOR): Configuration {
  return {
    profile,
    kubernetesMinor,
    images: {
      trusted: ["registry1.dso.mil/ironbank/**", "scratch"],
      approvedUntrusted: [],
      mirrors: [],
      registry: undefined,
      releaseTag: undefined,
    },
    rules: {},
    overrides: [],
    customRules: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: undefined,
    buildArguments: {},
  };
}

/** Every rule of a set, those too that the default profile leaves off: proofs of the engine spare none. */
export function everyRuleOn(ruleSet: RuleSet): {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  readonly schemas: KubernetesSchemas;
} {
  const name = "every-rule";
  const profile = {
    name,
    title: "Every rule",
    description: "All rules, for proofs.",
    rules: Object.fromEntries([...ruleSet.rules.values()].map(({ id, severity }) => [id, { severity }])),
    onlyListed: false,
    inlineIgnores: true,
    waiverMaximumDays: 365,
  };
  return {
    ruleSet: { ...ruleSet, profiles: { ...ruleSet.profiles, [name]: profile } },
    configuration: configurationFor(name),
    schemas,
  };
}
