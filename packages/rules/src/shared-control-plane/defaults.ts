import type { Component } from "./component-run.ts";

const PKI = "/etc/kubernetes/pki";

/** What kubeadm gives the components that it sets up, unless it is told otherwise. */
const KUBEADM: Readonly<Record<Component, Readonly<Record<string, string>>>> = {
  "kube-apiserver": {
    "authorization-mode": "Node,RBAC",
    "client-ca-file": `${PKI}/ca.crt`,
    "enable-admission-plugins": "NodeRestriction",
    "etcd-cafile": `${PKI}/etcd/ca.crt`,
    "etcd-certfile": `${PKI}/apiserver-etcd-client.crt`,
    "etcd-keyfile": `${PKI}/apiserver-etcd-client.key`,
    "kubelet-client-certificate": `${PKI}/apiserver-kubelet-client.crt`,
    "kubelet-client-key": `${PKI}/apiserver-kubelet-client.key`,
    "secure-port": "6443",
    "service-account-key-file": `${PKI}/sa.pub`,
    "tls-cert-file": `${PKI}/apiserver.crt`,
    "tls-private-key-file": `${PKI}/apiserver.key`,
  },
  "kube-controller-manager": {
    "bind-address": "127.0.0.1",
    "root-ca-file": `${PKI}/ca.crt`,
    "service-account-private-key-file": `${PKI}/sa.key`,
    "use-service-account-credentials": "true",
  },
  "kube-scheduler": { "bind-address": "127.0.0.1" },
  etcd: {
    "cert-file": `${PKI}/etcd/server.crt`,
    "key-file": `${PKI}/etcd/server.key`,
    "client-cert-auth": "true",
    "peer-cert-file": `${PKI}/etcd/peer.crt`,
    "peer-key-file": `${PKI}/etcd/peer.key`,
    "peer-client-cert-auth": "true",
    "trusted-ca-file": `${PKI}/etcd/ca.crt`,
    "peer-trusted-ca-file": `${PKI}/etcd/ca.crt`,
  },
  kubelet: {},
  "kube-proxy": {},
};

/** The value that kubeadm gives a flag; undefined where it gives none. */
export function kubeadmValue(component: Component, flag: string): string | undefined {
  const values = KUBEADM[component];
  return Object.hasOwn(values, flag) ? values[flag] : undefined;
}

/** The value that holds from a minor version of Kubernetes on, until the next. */
type Since = readonly (readonly [minor: number, value: string | undefined])[];

/**
 * What the programs do where a flag is not given. Source: the option structs of Kubernetes, and etcd's `embed` configuration.
 * An absent row means that nothing is in force.
 */
const BUILT_IN: Readonly<Record<Component, Readonly<Record<string, Since>>>> = {
  "kube-apiserver": {
    "anonymous-auth": [[0, "true"]],
    "authorization-mode": [[0, "AlwaysAllow"]],
    // Gone from 1.24; off from 1.20.
    "insecure-port": [
      [0, "8080"],
      [20, "0"],
      [24, undefined],
    ],
    "kubelet-https": [[0, "true"]],
    profiling: [[0, "true"]],
    "request-timeout": [[0, "1m"]],
    "secure-port": [[0, "6443"]],
    "service-account-lookup": [
      [0, "false"],
      [7, "true"],
    ],
  },
  "kube-controller-manager": {
    "bind-address": [[0, "0.0.0.0"]],
    profiling: [[0, "true"]],
    "use-service-account-credentials": [[0, "false"]],
  },
  "kube-scheduler": { "bind-address": [[0, "0.0.0.0"]], profiling: [[0, "true"]] },
  "kube-proxy": { "metrics-bind-address": [[0, "127.0.0.1:10249"]], profiling: [[0, "false"]] },
  kubelet: {
    "anonymous-auth": [[0, "true"]],
    "authorization-mode": [[0, "AlwaysAllow"]],
    "make-iptables-util-chains": [[0, "true"]],
    "pod-max-pids": [[0, "-1"]],
    "protect-kernel-defaults": [[0, "false"]],
    "read-only-port": [[0, "10255"]],
    "streaming-connection-idle-timeout": [[0, "4h"]],
  },
  etcd: {
    "auto-tls": [[0, "false"]],
    "client-cert-auth": [[0, "false"]],
    "peer-auto-tls": [[0, "false"]],
    "peer-client-cert-auth": [[0, "false"]],
  },
};

/** What a program does where a flag is not given; undefined where nothing is then in force. */
export function builtInValue(component: Component, flag: string, minor: number): string | undefined {
  const values = BUILT_IN[component];
  const rows = Object.hasOwn(values, flag) ? values[flag] : undefined;
  return rows?.findLast(([since]) => since <= minor)?.[1];
}
