//! Measuring how long the core takes.

use anyhow::Result;

use crate::run;

/// Runs the benchmarks of the core. Their figures are for comparing with each other in one run.
pub(crate) fn bench() -> Result<()> {
    run::show(
        run::cargo().args(["bench", "--package", "weighbridge", "--bench", "core"]),
        "Measuring",
    )
}
