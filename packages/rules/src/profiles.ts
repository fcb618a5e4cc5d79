import type { Profile, RuleSetting } from "@plimsoll/core";
import { headers } from "./headers.generated.ts";

const YEAR = 365;

/** The rules whose ids a profile's own list names, at the rules' own severity unless one is given. */
function only(ids: readonly string[]): Readonly<Record<string, RuleSetting>> {
  const listed = headers.filter(({ id }) => ids.includes(id));
  return Object.fromEntries(listed.map(({ id, severity }) => [id, { severity }]));
}

/** Kubernetes Pod Security Standards, level baseline. */
const pssBaseline: readonly string[] = [
  "kubernetes/containers-not-privileged",
  "kubernetes/windows-host-process-not-used",
  "kubernetes/host-network-not-shared",
  "kubernetes/host-pid-not-shared",
  "kubernetes/host-ipc-not-shared",
  "kubernetes/no-dangerous-capabilities",
  "kubernetes/no-host-path-volumes",
  "kubernetes/no-host-ports",
  "kubernetes/probes-stay-local",
  "kubernetes/apparmor-not-unconfined",
  "kubernetes/selinux-options-default",
  "kubernetes/proc-mount-default",
  "kubernetes/seccomp-not-unconfined",
  "kubernetes/sysctls-safe",
];

/** What level restricted asks for on top of baseline. */
const pssRestrictedOnly: readonly string[] = [
  "kubernetes/volume-types-restricted",
  "kubernetes/no-privilege-escalation",
  "kubernetes/run-as-non-root",
  "kubernetes/user-not-root",
  "kubernetes/seccomp-profile-set",
  "kubernetes/capabilities-dropped",
  "kubernetes/no-added-capabilities",
];

const off: RuleSetting = { severity: "off" };
const info: RuleSetting = { severity: "info" };
const warning: RuleSetting = { severity: "warning" };
const error: RuleSetting = { severity: "error" };

/** What binds only those who follow the reference design: where images come from, and builds without a network. */
const designOnly: Readonly<Record<string, RuleSetting>> = {
  "dockerfile/base-image-from-approved-source": off,
  "dockerfile/builder-images-from-approved-source": off,
  "dockerfile/build-frontend-approved": off,
  "dockerfile/build-without-internet": off,
  "dockerfile/oci-labels-present": off,
  "kubernetes/image-from-approved-source": off,
  "mesh/namespaces-enrolled": off,
  "mesh/data-plane-as-accepted": off,
  "mesh/components-fips": off,
  "gitops/reconciler-present": off,
  "workflow/deploys-by-reconciler": off,
  "workflow/images-from-approved-source": off,
  "workflow/images-scanned-by-two-tools": off,
  "workflow/policies-checked": off,
  "workflow/dynamic-tests-run": off,
  "workflow/malware-scanned": off,
  "workflow/release-approved": off,
  "workflow/evidence-kept": off,
  "workflow/rescans-scheduled": off,
};

/** What the higher impact levels make an error: what runs must be exactly what was judged, and must stay in its bounds. */
const impactFour: Readonly<Record<string, RuleSetting>> = {
  "dockerfile/base-image-pinned-by-digest": error,
  "dockerfile/build-without-internet": error,
  "kubernetes/image-pinned-by-digest": error,
  "kubernetes/memory-limit-set": error,
  "kubernetes/cpu-limit-set": error,
  "mesh/components-fips": error,
};

/** How the authorizing official of a profile lets traffic be taken into the mesh. */
type DataPlane = "any" | "sidecar" | "ambient" | "node-agent";

/** The settings that follow from an accepted data plane. The rules' own default is the design's word: a sidecar. */
function dataPlane(accepted: DataPlane): Readonly<Record<string, RuleSetting>> {
  const options = { dataPlane: accepted };
  return {
    "mesh/namespaces-enrolled": { severity: "error", options },
    "mesh/data-plane-as-accepted": { severity: "info", options },
  };
}

type ProfileBody = Pick<Profile, "title" | "description" | "rules"> & Partial<Profile>;

function profile(name: string, body: ProfileBody): Profile {
  return { name, onlyListed: false, inlineIgnores: true, waiverMaximumDays: YEAR, ...body };
}

const all: readonly Profile[] = [
  profile("reference-design", {
    title: "DoD Enterprise DevSecOps Reference Design",
    description: "Every rule at the severity that the reference design gives it. The default.",
    rules: {},
  }),
  profile("general", {
    title: "Any team",
    description:
      "Good practice for Dockerfiles and workloads anywhere, without what only the reference design asks for.",
    rules: {
      ...designOnly,
      "dockerfile/base-image-pinned-by-digest": info,
      "dockerfile/healthcheck-present": info,
      "kubernetes/image-pinned-by-digest": info,
      "gitops/source-verified": info,
      "gitops/overlay-images-by-digest": info,
      "gitops/release-images-by-digest": info,
    },
  }),
  profile("iron-bank", {
    title: "Contribution to Iron Bank",
    description:
      "The reference design, and the form that Iron Bank asks of a repository that contributes an image.",
    rules: {
      "dockerfile/iron-bank-form": error,
      "dockerfile/build-without-internet": error,
      // Labels belong into hardening_manifest.yaml there.
      "dockerfile/oci-labels-present": off,
    },
  }),
  profile("control-plane", {
    title: "Control plane and kubelets",
    description:
      "The reference design, and what the Kubernetes STIG and the CIS benchmark ask of Kubernetes' own components: flags of static pods, kubeadm, kubelets and RKE2.",
    rules: {},
  }),
  profile("big-bang", {
    title: "Big Bang",
    description:
      "The reference design as Platform One's Big Bang enforces it: tags may be kept, probes and limits are asked for.",
    rules: {
      // It ships Istio in both modes.
      ...dataPlane("any"),
      "kubernetes/image-pinned-by-digest": info,
      "kubernetes/memory-limit-set": error,
      "kubernetes/cpu-limit-set": error,
      "kubernetes/labels-recommended": warning,
    },
  }),
  profile("il2", {
    title: "Impact level 2",
    description: "The reference design for public and non-critical mission information.",
    rules: {},
  }),
  profile("il4", {
    title: "Impact level 4",
    description:
      "The reference design for controlled unclassified information: digests and limits are errors, waivers last half a year.",
    rules: impactFour,
    waiverMaximumDays: 183,
  }),
  profile("il5", {
    title: "Impact level 5",
    description: "Impact level 4 for higher sensitivity: comments excuse nothing, waivers last a quarter.",
    rules: { ...impactFour, "kubernetes/secrets-not-in-environment": error },
    inlineIgnores: false,
    waiverMaximumDays: 92,
  }),
  profile("pss-baseline", {
    title: "Pod Security Standards: baseline",
    description:
      "Only what the baseline level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: {
      ...only(pssBaseline),
      // Restricted stays strict here, so this is an option and not the rule's own behaviour.
      "kubernetes/proc-mount-default": { severity: "error", options: { allowInUserNamespace: true } },
    },
    onlyListed: true,
  }),
  profile("pss-restricted", {
    title: "Pod Security Standards: restricted",
    description:
      "Only what the restricted level of the Kubernetes Pod Security Standards asks for, by Kubernetes version.",
    rules: {
      ...only([...pssBaseline, ...pssRestrictedOnly]),
      "kubernetes/capabilities-dropped": { severity: "error", options: { exactSpelling: true } },
    },
    onlyListed: true,
  }),
];

/** The named ways to judge. Each is data: no rule knows a profile's name. */
export const profiles: Readonly<Record<string, Profile>> = Object.fromEntries(
  all.map((one) => [one.name, one]),
);
