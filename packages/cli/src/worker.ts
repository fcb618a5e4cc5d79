import { checkSource, serveBatches } from "@plimsoll/workspace";
import { type EngineSetup, makeEngine } from "./check/engine-setup.ts";

serveBatches<EngineSetup>((setup) => {
  const engine = makeEngine(setup);
  return (file) => checkSource(engine, setup.root, file);
});
