import type { Reason } from "./reasons.ts";

const tool = "checkov";

const DELETES = "kustomize/components/without-loadgenerator/delete-loadgenerator.patch.yaml";
const PLACEHOLDER = ["nodesjs-mongodb/web-controller.yaml", "volumes/flexvolume/deploy/ds.yaml"];
const ADDS_FLAG = "manifests/namespace-install/add-namespaced-flag.yaml";

/** The patch takes a Deployment away, so none of what it lacks is ever missing. */
const deleting = ["CKV_K8S_23", "CKV_K8S_29", "CKV_K8S_31", "CKV_K8S_38", "CKV_K8S_40"].map((id): Reason => ({
  tool,
  id,
  files: [DELETES],
  reason: "The patch deletes the object: what it lacks is not missing.",
}));

/** Why ours lacks findings of checkov. */
export const checkovReasons: readonly Reason[] = [
  ...deleting,
  {
    tool,
    id: "CKV2_K8S_5",
    where: "elsewhere",
    reason: "Ours stands on the role that grants the access, not on each binding of it.",
  },
  {
    tool,
    id: "CKV_DOCKER_2",
    where: "broken",
    reason: "The file cannot be built as it is; ours reports that and judges no further.",
  },
  {
    tool,
    id: "CKV_DOCKER_3",
    where: "broken",
    reason: "The file cannot be built as it is; ours reports that and judges no further.",
  },
  {
    tool,
    id: "CKV_DOCKER_4",
    files: [
      "add_instead_of_copy/bad0.Dockerfile.d/Dockerfile",
      "add_instead_of_copy/good0.Dockerfile.d/Dockerfile",
    ],
    reason: "ADD unpacks this archive, which COPY does not: that is what it is for.",
  },
  {
    tool,
    id: "CKV_DOCKER_5",
    files: [
      "update_instruction_alone/negative5.dockerfile.d/Dockerfile",
      "update_instruction_alone/positive7.dockerfile.d/Dockerfile",
    ],
    reason:
      "Ours stands on the install that uses the stale index, where there is one; an update that no install follows leaves nothing stale.",
  },
  {
    tool,
    id: "CKV_DOCKER_7",
    files: [
      "RedundantTargetPlatform-28.Dockerfile.d/Dockerfile",
      "RedundantTargetPlatform-29.Dockerfile.d/Dockerfile",
      "FromPlatformFlagConstDisallowed-30.Dockerfile.d/Dockerfile",
    ],
    reason: "scratch has no versions.",
  },
  {
    tool,
    id: "CKV_DOCKER_7",
    files: [
      "image_version_not_explicit/negative1.dockerfile.d/Dockerfile",
      "buildkit-lint/UndeclaredArg-19.Dockerfile.d/Dockerfile",
    ],
    reason:
      "The reference is an argument: its default names the version, or another rule says that it has no value.",
  },
  {
    tool,
    id: "CKV_DOCKER_7",
    files: [
      "checkov/dockerfile/AliasIsUnique/failure/Dockerfile.d/Dockerfile",
      "same_alias_in_different_froms/positive.dockerfile.d/Dockerfile",
    ],
    reason: "An image name with capital letters is refused by the builder, and that is what ours reports.",
  },
  {
    tool,
    id: "CKV_DOCKER_11",
    where: "elsewhere",
    reason: "One finding a name, on the stage that takes it a second time.",
  },
  {
    tool,
    id: "CKV_K8S_8",
    files: ["_archived/cluster-dns/dns-frontend-pod.yaml"],
    reason: "The pod runs once to its end (restartPolicy Never): there is nothing to restart.",
  },
  {
    tool,
    id: "CKV_K8S_9",
    reason:
      "No Service of the workspace sends requests to the pod, and readiness decides about nothing else.",
  },
  ...["CKV_K8S_14", "CKV_K8S_15", "CKV_K8S_43"].map((id): Reason => ({
    tool,
    id,
    files: [ADDS_FLAG],
    reason: "A patch that adds an argument: the image stands in the object that it is applied to.",
  })),
  ...["CKV_K8S_14", "CKV_K8S_43"].map((id): Reason => ({
    tool,
    id,
    files: PLACEHOLDER,
    reason: "The image is a placeholder for people to fill in, not a reference that could be pinned.",
  })),
];
