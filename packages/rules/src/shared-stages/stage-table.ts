import type { Dockerfile, Stage } from "@plimsoll/syntax";

/** Values by stage and name. A stage's layers are also those of the stages that it builds on; these are its chain. */
export class StageTable<Value> {
  readonly #stages: readonly Stage[];
  readonly #values = new Map<string, (Value | undefined)[]>();

  constructor(file: Dockerfile) {
    this.#stages = file.stages;
  }

  get(stage: number, name: string): Value | undefined {
    return this.#values.get(name)?.[stage];
  }

  set(stage: number, name: string, value: Value): void {
    this.#row(name)[stage] = value;
  }

  /** Sets the value for the stage and for every stage of its chain. */
  setChain(stage: number, name: string, value: Value): void {
    const row = this.#row(name);
    for (let at = this.#stages[stage]; at !== undefined; at = below(at)) row[at.index] = value;
  }

  /** True where the stage or one of its chain has a value. */
  inChain(stage: number, name: string): boolean {
    const row = this.#values.get(name);
    if (row === undefined) return false;
    for (let at = this.#stages[stage]; at !== undefined; at = below(at)) {
      if (row[at.index] !== undefined) return true;
    }
    return false;
  }

  #row(name: string): (Value | undefined)[] {
    let row = this.#values.get(name);
    if (row === undefined) this.#values.set(name, (row = []));
    return row;
  }
}

function below({ base }: Stage): Stage | undefined {
  return base.kind === "stage" ? base.stage : undefined;
}
