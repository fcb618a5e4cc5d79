import { conclude, createEngine, type Engine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { everyRuleOn } from "../corpora/configuration.ts";
import { manifest } from "./manifests.ts";
import { atMost, interleaved, type Figure } from "./measure.ts";

const FEW = 200;

/** Ten times the files, through check and conclusion. */
export function benchScale(): readonly Figure[] {
  const engine = createEngine(everyRuleOn(ruleSet));
  const texts = Array.from({ length: FEW * 10 }, (_, number) => manifest(number));
  const few = texts.slice(0, FEW);
  const { first, second } = interleaved(
    () => assess(engine, texts),
    // The small set is judged ten times, so that both sides are measured over equal stretches of time.
    () => {
      for (let turn = 0; turn < 10; turn += 1) assess(engine, few);
    },
    { warmUp: 2, rounds: 7 },
  );
  return [
    atMost("10 times the files, over the time of one", (first / second) * 10, {
      limit: 10.5,
      unit: "×",
      note: `${FEW} files ${(second / 10).toFixed(0)} ms, ${FEW * 10} files ${first.toFixed(0)} ms`,
    }),
  ];
}

function assess(engine: Engine, texts: readonly string[]): void {
  const results = texts.map((text, number) =>
    engine.checkFile({ path: `apps/${number}/deployment.yaml`, text }),
  );
  conclude(engine, results, { today: "2026-11-24" });
}
