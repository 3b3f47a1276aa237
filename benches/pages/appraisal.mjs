// A made-up appraisal of a large workshop's size, the same every time.

const OPTIONS = 20;
const CRITERIA = 30;

/** How far a score with a range may lie from where it is. */
const SPREAD = 10;

/** An appraisal as the content of a file; `ranged` gives every score a range, so that none is certain. */
export function appraisal(title, ranged) {
  // The generator of benches/core.rs: scores that look thrown about, so that many options could win.
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 16) % 101;
  };
  const options = Array.from({ length: OPTIONS }, (_, o) => ({ id: `o${o}`, name: `Option ${o}` }));
  const criteria = Array.from({ length: CRITERIA }, (_, c) => ({ id: `c${c}`, name: `Criterion ${c}`, weight: 1 + (c % 7) }));
  const score = () => {
    const value = next();
    return ranged ? { value, range: [Math.max(0, value - SPREAD), Math.min(100, value + SPREAD)] } : value;
  };
  const row = () => Object.fromEntries(criteria.map(({ id }) => [id, score()]));
  const scores = Object.fromEntries(options.map(({ id }) => [id, row()]));
  return { format: "weighbridge", version: 1, title, options, criteria, scores };
}
