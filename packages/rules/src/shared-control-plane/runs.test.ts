import type { Resource, RuleContext } from "@plimsoll/core";
import { parseYaml, readResources, toValue } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { runsOf } from "./runs.ts";

const context: Pick<RuleContext, "kubernetesMinor"> = { kubernetesMinor: 34 };

function resourceOf(text: string): Resource {
  const [placed] = parseYaml(text).documents;
  const [node] = placed === undefined ? [] : readResources(placed);
  if (node === undefined) throw new Error("no object");
  const { namespace, ...rest } = node;
  return { ...rest, ...(namespace === undefined ? {} : { namespace }), value: toValue(node.node) };
}

/** `component minor name=value …` of each start. */
function show(text: string): string[] {
  return runsOf(resourceOf(text), context as RuleContext).map(({ component, minor, flags }) =>
    [component, minor, ...[...flags.values()].map(({ name, value }) => `${name}=${value ?? "?"}`)].join(" "),
  );
}

function pod(container: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, ${container}}\n`;
}

describe("runsOf", () => {
  it.each<[string, string, string[]]>([
    ["a path", "command: [/usr/bin/kube-apiserver, --a=1]", ["kube-apiserver 34 a=1"]],
    ["arguments", "command: [etcd], args: [-name, x, --auto-tls]", ["etcd 34 name=x auto-tls=true"]],
    ["underscores", "command: [kubelet, --read_only_port=0]", ["kubelet 34 read-only-port=0"]],
    [
      "an image alone",
      "image: k8s.gcr.io/kube-scheduler-amd64:v1.18.2, args: [--a=1]",
      ["kube-scheduler 18 a=1"],
    ],
    ["an image by digest", `image: "x/etcd:3.5@sha256:${"0".repeat(64)}"`, ["etcd 34"]],
    [
      "hyperkube",
      "image: x/hyperkube:v1.16.0, command: [/hyperkube, apiserver, --a=1]",
      ["kube-apiserver 16 a=1"],
    ],
    ["a wrapper", "command: [/go-runner, --log-file=/x, kube-proxy, --a=1]", ["kube-proxy 34 a=1"]],
    ["a shell", "command: [sh, -ec, \"exec kubelet --a=1 --b '2' >/x\"]", ["kubelet 34 a=1 b=2"]],
    ["a whole line in one word", 'command: ["kube-proxy --a=1"]', ["kube-proxy 34 a=1"]],
    [
      "a variable that is set",
      "env: [{name: V, value: x}], command: [kubelet, --a=$(V)]",
      ["kubelet 34 a=x"],
    ],
    ["a variable from elsewhere", "command: [kubelet, --a=$(V), --b=1]", ["kubelet 34 a=? b=1"]],
    ["a shell's variable", 'command: [sh, -c, "kubelet --a=$V"]', ["kubelet 34 a=?"]],
    [
      "variables of etcd",
      "command: [etcd, --name=b], env: [{name: ETCD_NAME, value: a}]",
      ["etcd 34 name=b"],
    ],
    ["a name among the words of another program", "command: [log, kube-apiserver, --a=1]", []],
    ["the image of another program", "image: nginx, command: [nginx]", []],
    ["no words", "image: nginx", []],
    ["what stands behind two dashes", "command: [kubelet, --a=1, --, --b=2]", ["kubelet 34 a=1"]],
  ])("reads %s", (_name, container, expected) => {
    expect(show(pod(container))).toEqual(expected);
  });

  it("reads what kubeadm is told, by the version of the cluster", () => {
    const text = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.29.4
apiServer:
  extraArgs:
    profiling: "false"
etcd:
  external: {endpoints: []}
`;
    expect(show(text)).toEqual([
      "kube-apiserver 29 profiling=false",
      "kube-controller-manager 29",
      "kube-scheduler 29",
    ]);
  });

  it("reads what Cluster API hands to kubeadm", () => {
    const text = `apiVersion: controlplane.cluster.x-k8s.io/v1beta2
kind: KubeadmControlPlane
spec:
  version: v1.33.1
  kubeadmConfigSpec:
    clusterConfiguration:
      scheduler: {extraArgs: [{name: profiling, value: "true"}]}
    joinConfiguration:
      nodeRegistration: {kubeletExtraArgs: [{name: v, value: "2"}]}
`;
    expect(show(text)).toEqual([
      "kube-apiserver 33",
      "kube-controller-manager 33",
      "kube-scheduler 33 profiling=true",
      "etcd 33",
      "kubelet 33 v=2",
    ]);
  });

  it("reads fields as the flags that mean the same", () => {
    const text = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: true}}
tlsCipherSuites: [A, B]
featureGates: {X: true}
staticPodPath:
`;
    expect(show(text)).toEqual(["kubelet 34 anonymous-auth=true feature-gates=X=true tls-cipher-suites=A,B"]);
  });

  it("knows where absence says nothing", () => {
    const isOpen = (container: string, flag: string): boolean | undefined =>
      runsOf(resourceOf(pod(container)), context as RuleContext)[0]?.isOpenFor(flag);
    expect(isOpen("command: [kubelet]", "read-only-port")).toBe(true);
    expect(isOpen("command: [kubelet, --config=/x]", "read-only-port")).toBe(true);
    expect(isOpen("command: [kubelet, --v=2]", "read-only-port")).toBe(false);
    expect(isOpen("command: [kube-apiserver, $(MORE)]", "profiling")).toBe(true);
    expect(isOpen('command: [sh, -c, "kube-apiserver $MORE"]', "profiling")).toBe(true);
    expect(isOpen("command: [kube-apiserver, --authorization-config=/x]", "authorization-mode")).toBe(true);
    expect(isOpen("command: [kube-apiserver]", "authorization-mode")).toBe(false);
  });
});
