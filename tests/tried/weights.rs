//! What one weight does: of its group and of everything, told on the side on which it is true.

use crate::random;
use proptest::prelude::*;
use weighbridge::analysis::{Share, analyse, weight_lines_of, with_share};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// A weight set to a share gives the totals that its lines have there, within its group and of
    /// everything, at every level of the tree.
    #[test]
    fn a_share_that_is_set_is_the_one_that_was_meant(on in random::appraisal(1), share in 0.0..=1.0_f64) {
        let before = analyse(&on);
        for node in 0..before.nodes.len() {
            for kind in [Share::Local, Share::Cumulative] {
                let Some(lines) = weight_lines_of(&before, node, kind) else { continue };
                for share in [share, 0.0, 1.0, lines.now] {
                    let then = with_share(&on, &before, node, kind, share).unwrap();
                    let then = analyse(&then);
                    let now = match kind {
                        Share::Local => then.nodes[node].local,
                        Share::Cumulative => then.nodes[node].cumulative,
                    };
                    prop_assert!((now.unwrap() - share).abs() < 1e-12, "{now:?} for {share}");
                    for line in &lines.lines {
                        let total = then.options[line.option].total.value().unwrap();
                        let size = line.at_zero.abs().max(line.at_one.abs()).max(100.0);
                        prop_assert!((total - line.at(share)).abs() <= 1e-11 * size, "{total} for {}", line.at(share));
                    }
                }
            }
        }
    }
}
