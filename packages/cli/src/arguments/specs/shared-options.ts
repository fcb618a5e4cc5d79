import type { OptionSpec } from "../option.ts";

export const CONFIG: OptionSpec = {
  name: "config",
  value: "FILE",
  help: "Configuration to use; none for none. Default: the nearest plimsoll.yaml above the checked paths, up to the repository's root.",
};
export const PROFILE: OptionSpec = {
  name: "profile",
  value: "NAME",
  help: "Profile to judge by. Default: the configuration's, else reference-design.",
};
export const KUBERNETES: OptionSpec = {
  name: "kubernetes-version",
  value: "VERSION",
  help: "Kubernetes version to judge by, such as 1.34.",
};
export const NO_RENDER: OptionSpec = {
  name: "no-render",
  help: "Do not render Helm charts and Kustomize overlays; name them as not checked.",
};
