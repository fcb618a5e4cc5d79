import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a server that refuses them",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --anonymous-auth=false
`,
    },
    {
      name: "anonymous requests decided by a configuration file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authentication-config=/etc/kubernetes/authentication.yaml
`,
    },
    {
      name: "a program that is no API server",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: tool
spec:
  containers:
    - name: tool
      command:
        - /usr/bin/etcdctl
        - --anonymous-auth=true
`,
    },
  ],
  fail: [
    {
      name: "said to be on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --anonymous-auth=true
`,
      findings: [
        {
          at: "10:28-10:32",
          problem: "wrongValue",
          message: 'API server answers requests without credentials: --anonymous-auth is "true".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --anonymous-auth=false
`,
    },
    {
      name: "on where nothing is said, in the words of kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: audit-log-maxage
      value: "30"
`,
      findings: [
        {
          at: "4:3-4:12",
          problem: "notSet",
          message:
            'API server answers requests without credentials: apiServer.extraArgs.anonymous-auth is not set, which means "true".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: audit-log-maxage
      value: "30"
    - name: anonymous-auth
      value: "false"
`,
    },
    {
      name: "a shell starts the server",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: server
spec:
  containers:
    - name: server
      command:
        - /bin/sh
        - -c
        - |
          set -e
          exec kube-apiserver --secure-port=6443 \\
            --anonymous-auth=true 2>&1
`,
      findings: [
        {
          at: "14:30-14:34",
          problem: "wrongValue",
          message: 'API server answers requests without credentials: --anonymous-auth is "true".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: server
spec:
  containers:
    - name: server
      command:
        - /bin/sh
        - -c
        - |
          set -e
          exec kube-apiserver --secure-port=6443 \\
            --anonymous-auth=false 2>&1
`,
    },
  ],
};
