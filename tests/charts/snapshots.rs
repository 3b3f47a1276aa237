//! The Birmingham example at 760 px, and alone at 358 px, byte for byte.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test charts` writes the pictures anew; look at them before committing them.

use std::path::Path;

use super::examples::{birmingham, presentation};

#[test]
fn pictures_are_the_same_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let narrow = birmingham(&presentation(358));
    for ((name, picture), (_, narrow)) in birmingham(&presentation(760)).into_iter().zip(narrow) {
        let kinds = [
            ("", &picture.svg),
            ("-alone", &picture.standalone()),
            ("-narrow", &narrow.standalone()),
        ];
        for (kind, svg) in kinds {
            let path = folder.join(format!("{name}{kind}.svg"));
            let drawn = format!("{svg}\n");
            if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
                std::fs::write(&path, drawn).unwrap();
                continue;
            }
            let before = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(
                before == drawn,
                "{} differs; set UPDATE_SNAPSHOTS=1 to write it anew, and look at it",
                path.display()
            );
        }
    }
}
