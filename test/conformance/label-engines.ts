import { conclude, createEngine, type Engine, type Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import type { CorpusLabel } from "@plimsoll/testkit/corpus";
import { configurationFor, everyRuleOn } from "../corpora/configuration.ts";
import type { CorpusFile } from "../corpora/files.ts";
import { isKubernetesTheme } from "./label-meaning.ts";
import { settingsOf, type LabelSettings } from "./label-settings.ts";

const TODAY = "2026-11-24";

/** Judges files as labels ask for it: Dockerfiles by the default profile, Kubernetes objects by all rules with the label's settings. */
export class LabelEngines {
  readonly #engines = new Map<string, Engine>();
  readonly #dockerfiles = createEngine({ ruleSet, configuration: configurationFor("reference-design") });
  #file: CorpusFile | undefined;
  readonly #found = new Map<Engine, readonly Finding[]>();

  /** What is found in a label's file. Labels of one file come one after another, so only the last file's findings are kept. */
  findings(file: CorpusFile, label: CorpusLabel): readonly Finding[] {
    const engine = isKubernetesTheme(label.theme)
      ? this.#engineFor(settingsOf(file.corpus, label))
      : this.#dockerfiles;
    if (this.#file !== file) this.#found.clear();
    this.#file = file;
    const known = this.#found.get(engine);
    if (known !== undefined) return known;
    const { findings } = conclude(engine, [engine.checkFile(file)], { today: TODAY });
    this.#found.set(engine, findings);
    return findings;
  }

  /** All rules, with the options that a label stands for. */
  #engineFor(settings: LabelSettings): Engine {
    const key = JSON.stringify(settings);
    let engine = this.#engines.get(key);
    if (engine === undefined) {
      engine = engineOf(settings);
      this.#engines.set(key, engine);
    }
    return engine;
  }
}

function engineOf(settings: LabelSettings): Engine {
  const { configuration, ...all } = everyRuleOn(ruleSet);
  const options = Object.entries(settings.rules ?? {}).map(([name, values]) => {
    const id = `kubernetes/${name}`;
    return [id, { severity: ruleSet.rules.get(id)?.severity ?? "error", options: values }] as const;
  });
  return createEngine({
    ...all,
    configuration: {
      ...configuration,
      kubernetesMinor: settings.kubernetesMinor ?? configuration.kubernetesMinor,
      images: { ...configuration.images, trusted: settings.trusted ?? configuration.images.trusted },
      rules: Object.fromEntries(options),
    },
  });
}
