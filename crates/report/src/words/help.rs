//! How the tool is used: the tasks it is for, step by step, and its keys.

/// A task, as steps in their order.
pub struct Task {
    /// What is done.
    pub title: &'static str,
    /// The steps.
    pub steps: &'static [&'static str],
}

/// The tasks that the tool is for, in the order of the work.
pub const TASKS: [Task; 6] = [
    Task {
        title: "Set up an appraisal",
        steps: &[
            "Choose “Start a new appraisal” under All appraisals. It is kept from the first thing you enter.",
            "On Question, give it a title and say what is to be decided, and by whom.",
            "On Options, add each way forward, or paste a list with one on each line. Include carrying on as now.",
            "On Criteria, add what would tell a good choice from a bad one here, and how each is scored.",
        ],
    },
    Task {
        title: "Say how much each criterion counts",
        steps: &[
            "On Weights, type a share for each criterion: 33% is a third of everything, and the others keep their proportions.",
            "Or choose Swing: say which improvement you would make first, and how much each other matters beside it.",
            "Watch the line that says who leads: it tells what each change does. Undo takes it back.",
        ],
    },
    Task {
        title: "Score the options",
        steps: &[
            "On Scores, type in the grid as in a spreadsheet: Enter goes down, Tab to the right, Escape undoes typing.",
            "Paste a block from a spreadsheet into the first cell.",
            "Leave blank what nobody knows. A blank is not a zero: the option gets a range in place of a total.",
            "Add the reason for each score. The reasons are what gets challenged, not the arithmetic.",
        ],
    },
    Task {
        title: "Read the result",
        steps: &[
            "The heading of Result is the finding; below it stands what would change it.",
            "Every number opens and shows how it was worked out.",
            "Print the page, or copy its tables into a report.",
        ],
    },
    Task {
        title: "See whether the answer holds",
        steps: &[
            "On How sure, see how far each weight can move before another option leads.",
            "Try your own weights there: the appraisal does not change, and nothing is saved unless you keep them as a scenario.",
            "All weights at once shows how often each option leads whatever the weights; scenarios try other futures.",
        ],
    },
    Task {
        title: "Share it",
        steps: &[
            "Briefing is what those who decide read in five minutes. Say on Question what is asked for.",
            "“Download a copy to share” makes one file with the briefing, the appraisal and the tool.",
            "Whoever opens it reads it, tries other weights, and goes on with a copy of their own. It needs no connection.",
        ],
    },
];

/// The keys, and what each does.
pub const KEYS: [(&str, &str); 9] = [
    ("?", "Open this help, from any page"),
    ("Ctrl+Z, or ⌘Z", "Undo"),
    ("Ctrl+Y, or ⌘⇧Z", "Redo"),
    (
        "Tab and Shift+Tab",
        "To the next button, link or field, and back",
    ),
    (
        "Arrows",
        "In a grid or a map: to the next cell or point. On a slider: one step",
    ),
    ("Page Up and Page Down", "On a slider: a large step"),
    (
        "Enter",
        "In a grid: edit the cell, then down. On a number: how it was worked out",
    ),
    ("Delete", "In a grid: empty the cell"),
    ("Escape", "Close what is open; in a grid, undo typing"),
];
