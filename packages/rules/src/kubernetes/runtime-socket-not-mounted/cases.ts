import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another path of the node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /var/log}}
    - {name: b, hostPath: {path: /run/udev}}
    - {name: c, hostPath: {path: /var/lib}}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a volume without a path",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, emptyDir: {}}
    - {name: b, hostPath: {}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "the sockets of several runtimes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: docker
      hostPath:
        path: /var/run/docker.sock
    - {name: containerd, hostPath: {path: /run/containerd/containerd.sock}}
    - {name: crio, hostPath: {path: /var/run/crio/crio.sock}}
    - {name: k3s, hostPath: {path: /run/k3s/containerd/containerd.sock}}
    - {name: rootless, hostPath: {path: /run/user/1000/podman/podman.sock}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "9:15-9:35",
          problem: "socketMounted",
          message:
            'Volume "docker" of Pod "web" reaches the socket of the container runtime through /var/run/docker.sock.',
        },
        { at: "10:43-10:74", problem: "socketMounted" },
        { at: "11:37-11:60", problem: "socketMounted" },
        { at: "12:36-12:71", problem: "socketMounted" },
        { at: "13:41-13:74", problem: "socketMounted" },
      ],
      fixed: null,
    },
    {
      name: "folders that hold a socket",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /}}
    - {name: b, hostPath: {path: /run}}
    - {name: c, hostPath: {path: /var/run/}}
    - {name: d, hostPath: {path: /run/containerd}}
    - {name: e, hostPath: {path: /var}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        { at: "7:34-7:35", problem: "socketMounted" },
        { at: "8:34-8:38", problem: "socketMounted" },
        { at: "9:34-9:43", problem: "socketMounted" },
        { at: "10:34-10:49", problem: "socketMounted" },
        { at: "11:34-11:38", problem: "socketMounted" },
      ],
      fixed: null,
    },
  ],
};
