import { messageOf } from "./sarif-text.ts";
import type { ReportContext } from "../report/report-context.ts";
import type {
  SarifComponentReference,
  SarifDescriptor,
  SarifDescriptorReference,
  SarifToolComponent,
} from "./sarif-log.ts";

/** Name of the taxonomy of the reference design's requirements. */
export const REFERENCE_DESIGN = "dod-devsecops-cncf-kubernetes";
const REFERENCE_DESIGN_TITLE = "DoD Enterprise DevSecOps Reference Design: CNCF Certified Kubernetes";

interface Taxonomy {
  readonly reference: SarifComponentReference;
  readonly indexes: Map<string, number>;
}

/** Requirements and controls as taxonomies: one for the reference design, one for each document of controls. */
export class TaxonomyList {
  readonly #context: ReportContext;
  readonly #taxonomies = new Map<string, Taxonomy>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** References to requirements and controls, entered on first use; each once, in the given order. */
  referTo(requirements: readonly string[], controls: readonly string[]): readonly SarifDescriptorReference[] {
    const references = [
      ...[...new Set(requirements)].map((id) => this.#refer(REFERENCE_DESIGN, id)),
      ...[...new Set(controls)].map((control) => this.#refer(...splitControl(control))),
    ];
    return references;
  }

  get references(): readonly SarifComponentReference[] {
    return [...this.#taxonomies.values()].map(({ reference }) => reference);
  }

  /** The taxonomies with the taxa that were referred to. */
  get components(): readonly SarifToolComponent[] {
    return [...this.#taxonomies].map(([name, { indexes }]) => this.#component(name, [...indexes.keys()]));
  }

  #refer(name: string, id: string): SarifDescriptorReference {
    const known = this.#taxonomies.get(name);
    const taxonomy = known ?? {
      reference: { name, index: this.#taxonomies.size },
      indexes: new Map<string, number>(),
    };
    if (known === undefined) this.#taxonomies.set(name, taxonomy);
    const index = taxonomy.indexes.get(id) ?? taxonomy.indexes.size;
    taxonomy.indexes.set(id, index);
    return { id, index, toolComponent: taxonomy.reference };
  }

  #component(name: string, ids: readonly string[]): SarifToolComponent {
    if (name === REFERENCE_DESIGN) {
      const taxa = ids.map((id) => this.#requirementTaxon(id));
      return { name, fullName: REFERENCE_DESIGN_TITLE, isComprehensive: false, taxa };
    }
    const words = this.#context.controlDocument?.(name);
    return {
      name,
      ...(words === undefined ? {} : { fullName: words.title }),
      ...(words?.version === undefined ? {} : { version: words.version }),
      isComprehensive: false,
      taxa: ids.map((id) => ({ id })),
    };
  }

  #requirementTaxon(id: string): SarifDescriptor {
    const words = this.#context.requirement?.(id);
    if (words === undefined) return { id };
    return {
      id,
      shortDescription: messageOf(words.title),
      ...(words.statement === undefined ? {} : { fullDescription: messageOf(words.statement) }),
      ...(words.baseline === undefined ? {} : { properties: { baseline: words.baseline } }),
    };
  }
}

/** Document and id of `<document>:<id>`. */
function splitControl(control: string): [document: string, id: string] {
  const colon = control.indexOf(":");
  return colon < 1 ? ["other", control] : [control.slice(0, colon), control.slice(colon + 1)];
}
