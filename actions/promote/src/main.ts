import { startAction } from "@plimsoll/action-kit";
import { inputSpecs } from "./inputs.generated.ts";
import { run } from "./run.ts";

void startAction({ inputs: inputSpecs, run });
