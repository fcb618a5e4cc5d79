import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no sudo", text: "FROM alpine:3.20\nRUN pip install --upgrade pip\n" },
    {
      name: "the package, which another rule reports, and its configuration",
      text: "FROM debian:12\nRUN apt-get install -y sudo && echo 'x ALL=ALL' >> /etc/sudoers\n",
    },
  ],
  fail: [
    {
      name: "as root, which it is already",
      text: "FROM alpine:3.20\nRUN  sudo pip install --upgrade pip && sudo -E make\nUSER mike\n",
      findings: [
        {
          at: "2:6-2:10",
          problem: "sudo",
          message: "Command runs through sudo: give the step its user with USER instead.",
        },
        { at: "2:40-2:44", problem: "sudo" },
      ],
      fixed: "FROM alpine:3.20\nRUN  pip install --upgrade pip && sudo -E make\nUSER mike\n",
      remains: true,
    },
    {
      name: "as another user, in JSON form, in a string, and when the image runs",
      text: 'FROM alpine:3.20\nUSER mike\nRUN sudo make\nRUN ["sudo", "make"]\nRUN bash -c "/usr/bin/sudo make"\nCMD sudo run\n',
      findings: [
        { at: "3:5-3:9", problem: "sudo" },
        { at: "4:6-4:12", problem: "sudo" },
        { at: "5:14-5:27", problem: "sudo" },
        { at: "6:5-6:9", problem: "sudo" },
      ],
      fixed: null,
    },
  ],
};
