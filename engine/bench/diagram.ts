/** Reliability diagrams as SVG: what was said against what was seen, a dot a bin, its area the number of pairs. */
import type { reliability } from './measure.ts'

const SIDE = 320
const EDGE = 40
const DOT_MAX = 14

type Bins = ReturnType<typeof reliability>

const at = (share: number): number => EDGE + share * SIDE
const down = (share: number): number => EDGE + (1 - share) * SIDE
const short = (value: number): string => value.toFixed(1)

/** One diagram of bins as `reliability` gives them. */
export function reliabilityDiagram(title: string, bins: Bins): string {
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const dots = bins
    .filter(({ count }) => count > 0)
    .map(({ said, seen, count }) => {
      const radius = Math.max(2, DOT_MAX * Math.sqrt(count / most))
      return `  <circle cx="${short(at(said))}" cy="${short(down(seen))}" r="${short(radius)}"><title>said ${said.toFixed(3)}, seen ${seen.toFixed(3)}, ${count} pairs</title></circle>`
    })
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `  <text x="${short(at(share))}" y="${EDGE + SIDE + 16}" text-anchor="middle">${share}</text>`,
    `  <text x="${EDGE - 6}" y="${short(down(share) + 4)}" text-anchor="end">${share}</text>`,
  ])
  const size = SIDE + 2 * EDGE
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="sans-serif" font-size="11" role="img">
  <title>${title}</title>
  <rect width="${size}" height="${size}" fill="#fff"/>
  <rect x="${EDGE}" y="${EDGE}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#999"/>
  <path d="M${at(0)} ${down(0)}L${at(1)} ${down(1)}" stroke="#999" stroke-dasharray="4 4"/>
  <text x="${size / 2}" y="22" text-anchor="middle" font-size="13">${title}</text>
  <text x="${size / 2}" y="${size - 6}" text-anchor="middle">probability said</text>
  <text x="12" y="${size / 2}" text-anchor="middle" transform="rotate(-90 12 ${size / 2})">share seen</text>
${ticks.join('\n')}
  <g fill="#1f5fa8" fill-opacity="0.75">
${dots.join('\n')}
  </g>
</svg>
`
}
