// What Chromium's trace says of the page's main thread: tasks, and what their time went into.

/** What to record. */
export const CATEGORIES = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8.execute", "v8"];

/** A task from this long on is one that people notice, in milliseconds. */
export const LONG = 50;

/** Events that mean that the page's own code runs, with all that it calls. */
const SCRIPT = new Set([
  "EvaluateScript", "EventDispatch", "FireAnimationFrame", "FireIdleCallback", "FunctionCall", "RunMicrotasks", "TimerFire",
  "v8.callFunction", "v8.run",
]);

/** What the browser does to show what changed, also when code made it do so at once. */
const SHOWING = new Set([
  "Commit", "IntersectionObserverController::computeIntersections", "Layerize", "Layout", "Paint", "PrePaint", "UpdateLayer",
  "UpdateLayerTree", "UpdateLayoutTree",
]);

/**
 * The tasks of the main thread, in order: when each began and how long it took, how much of that it had the processor
 * (`cpu`), its milliseconds of `script` and of `showing`, and what it was busy with, by event. `keys` is when each key
 * went down.
 */
export function read(buffer) {
  const { traceEvents } = JSON.parse(buffer.toString());
  const thread = mainThread(traceEvents);
  const own = traceEvents.filter((event) => event.ph === "X" && `${event.pid}:${event.tid}` === thread);
  // What began together is nested in what took longest.
  own.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = [];
  const keys = [];
  const open = [];
  for (const event of own) {
    const [ts, dur] = [event.ts / 1000, event.dur / 1000];
    while (open.length && open.at(-1).end <= ts) open.pop();
    const outer = open.at(-1);
    if (event.name === "RunTask" && !outer) tasks.push({ ts, dur, cpu: (event.tdur ?? event.dur) / 1000, script: 0, showing: 0, in: {} });
    if (event.name === "EventDispatch" && event.args.data?.type === "keydown") keys.push(ts);
    const task = tasks.at(-1);
    if (!task || ts >= task.ts + task.dur) continue;
    const inside = { name: event.name, end: ts + dur, script: outer?.script || SCRIPT.has(event.name), showing: SHOWING.has(event.name) };
    // All of its time is its own until something inside it takes some.
    spend(task, inside, dur);
    if (outer) spend(task, outer, -dur);
    open.push(inside);
  }
  return { tasks, keys };
}

function spend(task, { name, script, showing }, ms) {
  task.in[name] = (task.in[name] ?? 0) + ms;
  if (showing) task.showing += ms;
  else if (script) task.script += ms;
}

/** Of all main threads of pages, the one that did most. */
function mainThread(events) {
  const named = events.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const spent = new Map(named.map((event) => [`${event.pid}:${event.tid}`, 0]));
  for (const event of events) {
    const thread = `${event.pid}:${event.tid}`;
    if (event.name === "RunTask" && spent.has(thread)) spent.set(thread, spent.get(thread) + event.dur);
  }
  return [...spent].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The tasks that took too long, each with what it was busy with most, and the longest of all. */
export function long(tasks) {
  const over = tasks.filter((task) => task.dur > LONG);
  const busiest = (task) => Object.entries(task.in).sort((a, b) => b[1] - a[1]).slice(0, 4);
  return {
    longest_ms: Math.max(0, ...tasks.map((task) => task.dur)),
    over_50: over.length,
    // Without those that only waited for the processor, which others had.
    busy_over_50: over.filter((task) => task.cpu > LONG).length,
    long_tasks: over.map((task) => ({ ms: task.dur, cpu_ms: task.cpu, busy_with: Object.fromEntries(busiest(task)) })),
  };
}

/** Milliseconds of script and of showing for every key: from when it went down to the next. */
export function byKey({ tasks, keys }) {
  const moves = keys.map(() => ({ script: 0, showing: 0 }));
  let at = -1;
  for (const task of tasks) {
    while (keys[at + 1] < task.ts + task.dur) at += 1;
    if (at < 0) continue;
    moves[at].script += task.script;
    moves[at].showing += task.showing;
  }
  return moves;
}
