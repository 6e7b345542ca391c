/** What `npm run setup:gpu` says on machines that it cannot serve, and what it takes for those that it can. */
import { describe, expect, it } from "vitest";
import { checkSystem, cudaPackagesOf, findCompiler, wheelFor } from "../accel/machine.ts";
import { accelStatus, describeFound } from "../accel/status.ts";
import { Failure } from "../setup/failures.mjs";

function failureOf(f: () => unknown): Failure {
  try {
    f();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("npm run setup:gpu", () => {
  it("sends Windows to WSL2 and says that the course works without TensorFlow", () => {
    const { message, remedy } = failureOf(() => checkSystem({ platform: "win32", arch: "x64" }));
    expect(message).toMatch(/package for Windows holds no C library/);
    expect(remedy).toMatch(/WSL2/);
    expect(remedy).toMatch(/default backend is "wasm"/);
  });

  it("refuses a Mac with an Intel processor, for which there is no package any more", () => {
    expect(failureOf(() => checkSystem({ platform: "darwin", arch: "x64" })).message).toMatch(/darwin on x64/);
  });

  it("serves a Mac with Apple silicon", () => {
    expect(() => checkSystem({ platform: "darwin", arch: "arm64" })).not.toThrow();
  });

  it("names the package that installs a missing compiler", () => {
    const { message, remedy } = failureOf(() => findCompiler({ PATH: "/nowhere" }, "linux"));
    expect(message).toMatch(/no C\+\+ compiler \(looked for g\+\+ and clang\+\+\)/);
    expect(remedy).toMatch(/sudo apt install g\+\+/);
  });

  it("tries only the compiler that CXX names", () => {
    const { message } = failureOf(() => findCompiler({ PATH: "/nowhere", CXX: "my-compiler" }, "linux"));
    expect(message).toMatch(/looked for my-compiler/);
  });

  it("takes the small package only where there is one and no GPU", () => {
    const linux = { platform: "linux", arch: "x64" } as const;
    expect(wheelFor(false, linux)).toMatch(/^tensorflow-cpu==[\d.]+$/);
    expect(wheelFor(true, linux)).toMatch(/^tensorflow==[\d.]+ with CUDA$/);
    expect(wheelFor(false, { platform: "linux", arch: "arm64" })).toMatch(/^tensorflow==[\d.]+$/);
    expect(wheelFor(false, { platform: "darwin", arch: "arm64" })).toMatch(/^tensorflow==[\d.]+$/);
  });

  it("finds the CUDA packages among everything that TensorFlow can need", () => {
    const metadata = [
      "Requires-Dist: absl-py>=1.0.0",
      "Requires-Dist: six>=1.12.0",
      'Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"',
      "Requires-Dist: nvidia-nccl-cu12 (==2.27.7) ; extra == 'and-cuda'",
      'Requires-Dist: tensorboard; extra == "gcs"',
    ].join("\n");
    expect(cudaPackagesOf(metadata)).toEqual(["nvidia-cublas-cu12<13.0,>=12.5.3.2", "nvidia-nccl-cu12==2.27.7"]);
  });

  it("tells the doctor in one line what there is", () => {
    const { state, text } = accelStatus();
    expect(["absent", "incomplete", "ready"]).toContain(state);
    expect(text).toMatch(state === "ready" ? /^TensorFlow [\d.]+ through/ : /npm run setup:gpu/);
  });

  it("does not call a processor a GPU", () => {
    expect(describeFound({ tensorflow: "2", tfjs: "4", gpu: false })).toMatch(/on the CPU \(no GPU was found\)$/);
    expect(describeFound({ tensorflow: "2", tfjs: "4", gpu: true })).toMatch(/on the GPU$/);
  });
});
