/** Fitted by engine/tables/calibrate.ts on half of the public verification pairs; no name of them can be read from it. */

/** Weights of `wordFeatures` and `nameFeatures` (score-name.ts), in nats. */
export const wordWeights: readonly number[] = [-0.779, 0.317, 0.3, 0.79, 0.638, -0.672]
export const nameWeights: readonly number[] = [
  -1.139, 1.104, 0.266, 0.233, 2.124, 0.22, -0.106, -1.266, -1.158, 0.547, -2.125, -0.07, -0.103, 0.08, 1.579, -0.449,
]

/** From the raw score to log odds as they were seen, in nats. */
export const wordKnots: readonly (readonly [number, number])[] = [
  [-7.232, -5.32],
  [-6.562, -5.27],
  [-6.012, -5.22],
  [-4.992, -3.769],
  [-3.612, -3.585],
  [-2.536, -3.149],
  [-0.851, -0.615],
  [2.992, 2.964],
  [4.782, 5.008],
  [7.389, 5.058],
]
export const nameKnots: readonly (readonly [number, number])[] = [
  [-3.807, -3.141],
  [-2.952, -3.091],
  [-2.462, -2.64],
  [-1.712, -1.439],
  [-0.687, -0.434],
  [1.305, 0.972],
  [3.098, 3.021],
  [3.879, 4.474],
  [4.52, 6.678],
  [5.418, 6.728],
]
