//! The Birmingham example at 760 px, alone, and alone at 358 px, byte for byte.
//!
//! After a change that is meant, `INSTA_UPDATE=always cargo test --test main charts` writes the pictures anew, and
//! `cargo insta review` shows old and new, where that is installed. Look at them before committing them.

use super::examples::{birmingham, presentation};

#[test]
fn pictures_are_the_same_as_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let narrow = birmingham(&presentation(358));
        for ((name, picture), (_, narrow)) in birmingham(&presentation(760)).into_iter().zip(narrow)
        {
            let kinds = [
                ("", picture.svg.clone()),
                ("-alone", picture.standalone()),
                ("-narrow", narrow.standalone()),
            ];
            for (kind, svg) in kinds {
                let drawn = format!("{svg}\n");
                insta::assert_binary_snapshot!(&format!("{name}{kind}.svg"), drawn.into_bytes());
            }
        }
    });
}
