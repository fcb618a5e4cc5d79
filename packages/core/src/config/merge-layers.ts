import type { Severity } from "../finding/finding.ts";
import type { PragmaTool } from "../peer/peer-tools.ts";
import type { OptionValue, Rule } from "../rule/rule.ts";
import type { Configuration, ConfigurationOverride, RuleChange } from "./configuration.ts";
import type {
  Attestation,
  DeclaredEnvironment,
  DeclaredInventory,
  DeclaredLogFlow,
  DeclaredRepository,
  DeclaredTool,
} from "./declared-inventory.ts";
import type { ImagePolicy } from "./image-policy.ts";
import { NEWEST_KUBERNETES_MINOR } from "./kubernetes-version.ts";
import type { ConfigurationLayer, LayerSettings } from "./layer.ts";
import { emptyRecord } from "./plain-value.ts";
import { DEFAULT_PROFILE } from "./schema.ts";

/** Who set what: the layers that a key's value comes from, in order. A key of a rule is `rules.<id>.severity` or `rules.<id>.options.<name>`. */
export type ConfigurationOrigins = ReadonlyMap<string, readonly ConfigurationLayer[]>;

/** What holds where nobody says anything. */
export const DEFAULT_SETTINGS: LayerSettings = {
  profile: DEFAULT_PROFILE,
  kubernetesMinor: NEWEST_KUBERNETES_MINOR,
  images: { trusted: ["registry1.dso.mil/ironbank/**", "scratch"], approvedUntrusted: [], mirrors: [] },
};

interface Draft {
  profile: string;
  kubernetesMinor: number;
  images: ImagePolicy;
  readonly rules: Record<string, RuleChange>;
  readonly overrides: ConfigurationOverride[];
  include: readonly string[];
  readonly exclude: string[];
  readonly waiverFiles: string[];
  inlineIgnores: boolean | undefined;
  compatibility: readonly PragmaTool[];
  readonly checks: Record<string, Severity | "off">;
  readonly buildArguments: Record<string, string>;
  readonly tools: DeclaredTool[];
  readonly attestations: Attestation[];
  readonly environments: DeclaredEnvironment[];
  /** Parts of the inventory that a later layer replaces. */
  readonly single: { artifactRepository?: DeclaredRepository; logFlow?: DeclaredLogFlow };
}

/**
 * Joins layers, later ones winning. Single values and the lists `images.*`, `files.include` and `compatibility` replace what
 * was there; `rules` (by rule, severity and option), `checks` (by check) and `buildArguments` (by name) are merged; `overrides`, `customRules`, `waivers`,
 * `files.exclude` and `inventory.*` are joined in order.
 */
export class LayerMerger {
  readonly #origins = new Map<string, readonly ConfigurationLayer[]>();
  readonly #draft: Draft = {
    profile: DEFAULT_PROFILE,
    kubernetesMinor: NEWEST_KUBERNETES_MINOR,
    images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
    rules: emptyRecord(),
    overrides: [],
    include: [],
    exclude: [],
    waiverFiles: [],
    inlineIgnores: undefined,
    compatibility: [],
    checks: emptyRecord(),
    buildArguments: emptyRecord(),
    tools: [],
    attestations: [],
    environments: [],
    single: {},
  };

  get origins(): ConfigurationOrigins {
    return this.#origins;
  }

  add(layer: ConfigurationLayer, settings: LayerSettings): void {
    this.#replace(layer, settings);
    this.#mergeImages(layer, settings.images ?? {});
    for (const [id, change] of Object.entries(settings.rules ?? {})) this.#mergeRule(layer, id, change);
    for (const [name, value] of Object.entries(settings.buildArguments ?? {})) {
      this.#draft.buildArguments[name] = value;
      this.#set(layer, `buildArguments.${name}`);
    }
    for (const [alias, severity] of Object.entries(settings.checks ?? {})) {
      this.#draft.checks[alias] = severity;
      this.#set(layer, `checks.${alias}`);
    }
    this.#join(layer, "overrides", { to: this.#draft.overrides, from: settings.overrides });
    this.#join(layer, "files.exclude", { to: this.#draft.exclude, from: settings.exclude });
    this.#join(layer, "waivers", {
      to: this.#draft.waiverFiles,
      from: settings.waivers?.map(({ path }) => path),
    });
    this.#mergeInventory(layer, settings.inventory ?? {});
  }

  /** The configuration with the user's own rules. */
  finish(customRules: readonly Rule[]): Configuration {
    const { tools, attestations, environments, single, waiverFiles, ...rest } = this.#draft;
    return {
      ...rest,
      waiverFiles: [...new Set(waiverFiles)],
      customRules,
      inventory: {
        tools,
        attestations,
        ...(environments.length === 0 ? {} : { environments }),
        ...single,
      },
    };
  }

  #mergeInventory(layer: ConfigurationLayer, inventory: Partial<DeclaredInventory>): void {
    const { tools, attestations, environments, artifactRepository, logFlow } = inventory;
    const { single } = this.#draft;
    this.#join(layer, "inventory.tools", { to: this.#draft.tools, from: tools });
    this.#join(layer, "inventory.attestations", { to: this.#draft.attestations, from: attestations });
    this.#join(layer, "inventory.environments", { to: this.#draft.environments, from: environments });
    if (artifactRepository !== undefined) {
      single.artifactRepository = artifactRepository;
      this.#set(layer, "inventory.artifactRepository");
    }
    if (logFlow !== undefined) {
      single.logFlow = logFlow;
      this.#set(layer, "inventory.logFlow");
    }
  }

  #set(layer: ConfigurationLayer, key: string): void {
    this.#origins.set(key, [layer]);
  }

  #replace(layer: ConfigurationLayer, settings: LayerSettings): void {
    const draft = this.#draft;
    const { profile, kubernetesMinor, include, inlineIgnores, compatibility } = settings;
    if (profile !== undefined) draft.profile = profile;
    if (kubernetesMinor !== undefined) draft.kubernetesMinor = kubernetesMinor;
    if (include !== undefined) draft.include = include;
    if (inlineIgnores !== undefined) draft.inlineIgnores = inlineIgnores;
    if (compatibility !== undefined) draft.compatibility = compatibility;
    const said = {
      profile,
      kubernetesVersion: kubernetesMinor,
      "files.include": include,
      inlineIgnores,
      compatibility,
    };
    for (const [key, value] of Object.entries(said)) if (value !== undefined) this.#set(layer, key);
  }

  #mergeImages(layer: ConfigurationLayer, images: NonNullable<LayerSettings["images"]>): void {
    this.#draft.images = { ...this.#draft.images, ...images };
    for (const key of Object.keys(images)) this.#set(layer, `images.${key}`);
  }

  #mergeRule(layer: ConfigurationLayer, id: string, change: RuleChange): void {
    const before = this.#draft.rules[id];
    const options: Record<string, OptionValue> = Object.assign(
      emptyRecord<OptionValue>(),
      before?.options,
      change.options,
    );
    this.#draft.rules[id] = {
      ...before,
      ...change,
      ...(Object.keys(options).length === 0 ? {} : { options }),
    };
    if (change.severity !== undefined) this.#set(layer, `rules.${id}.severity`);
    for (const name of Object.keys(change.options ?? {})) this.#set(layer, `rules.${id}.options.${name}`);
  }

  #join<T>(
    layer: ConfigurationLayer,
    key: string,
    { to, from }: { readonly to: T[]; readonly from: readonly T[] | undefined },
  ): void {
    if (from === undefined || from.length === 0) return;
    for (const item of from) to.push(item);
    this.#origins.set(key, [...(this.#origins.get(key) ?? []), layer]);
  }
}
