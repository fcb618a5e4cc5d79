/** Names by which the sockets of container runtimes are known, wherever they lie. */
export const SOCKET_NAMES: readonly string[] = [
  "docker.sock",
  "containerd.sock",
  "crio.sock",
  "podman.sock",
  "cri-dockerd.sock",
  "dockershim.sock",
  "buildkitd.sock",
];

/** Where the sockets lie by default, without the folder that is in memory: `/run`, which `/var/run` links to. */
const DEFAULT_SOCKETS = [
  "docker.sock",
  "docker/containerd/containerd.sock",
  "containerd/containerd.sock",
  "crio/crio.sock",
  "podman/podman.sock",
  "cri-dockerd.sock",
  "dockershim.sock",
  "k3s/containerd/containerd.sock",
  "k0s/containerd.sock",
  "buildkit/buildkitd.sock",
];

/** Default paths of the sockets; what a path is a parent folder of is reached through it. */
export const RUNTIME_SOCKETS: readonly string[] = DEFAULT_SOCKETS.flatMap((socket) => [
  `/run/${socket}`,
  `/var/run/${socket}`,
]);
