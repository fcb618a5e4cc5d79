import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { certifiedKubernetes } from "@plimsoll/model/api-groups";
import { factoryWithInventory } from "../../shared-factory/declared.ts";

export const rule: WorkspaceRule = defineRule({
  id: "factory/clusters-certified",
  title: "Every environment is a cluster of a certified Kubernetes",
  severity: "error",
  confidence: "medium",
  surface: "factory",
  catalogue: ["FI006"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, { declared }) {
    const factory = factoryWithInventory(inventory);
    if (factory === undefined) return;
    const { file, at, environments } = factory;
    if (environments.length === 0 && (declared.environments ?? []).length === 0) {
      const message =
        "The inventory names no environment, so nobody can tell whether its clusters are certified.";
      yield { problem: "noEnvironments", file, at, message };
    }
    for (const environment of environments) {
      const name = environment.get("name");
      const distribution = environment.get("distribution");
      if (name === undefined) continue;
      if (distribution === undefined) {
        const message = `Environment "${name.text}" does not say which Kubernetes it is.`;
        yield { problem: "noDistribution", file, at: name.range, subject: name.text, message };
      } else if (!isCertified(distribution.text)) {
        const message = `"${distribution.text}" is not on the CNCF's list of certified Kubernetes of ${certifiedKubernetes().asOf}.`;
        yield { problem: "notCertified", file, at: distribution.range, subject: name.text, message };
      }
    }
  },
});

/** A product is named whole, or by the short name in brackets such as `EKS`; words like `Kubernetes` alone name none. */
function isCertified(written: string): boolean {
  const { distributions, hosted, installers } = certifiedKubernetes();
  const wanted = plain(written);
  return [...distributions, ...hosted, ...installers].some((product) => namesOf(product).includes(wanted));
}

function namesOf(product: string): readonly string[] {
  const open = product.indexOf("(");
  const close = product.indexOf(")", open);
  if (open === -1 || close === -1) return [plain(product)];
  return [plain(product), plain(product.slice(0, open)), plain(product.slice(open + 1, close))];
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}
