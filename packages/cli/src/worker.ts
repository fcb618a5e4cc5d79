import { checkSource, serveBatches } from "@plimsoll/workspace";
import { makeEngine } from "./check/engine-setup.ts";

serveBatches((setup) => {
  const engine = makeEngine(setup);
  return (file) => checkSource(engine, setup.root, file);
});
