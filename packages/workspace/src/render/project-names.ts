/** The file that makes a folder a Helm chart. */
export const CHART_NAME = "Chart.yaml";

/** The names under which a kustomization may be stored, as kustomize looks for them. */
export const KUSTOMIZATION_NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"] as const;
