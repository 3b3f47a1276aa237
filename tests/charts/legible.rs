//! Every word is on the picture and clear of the others, whatever the width and however long the names.

use roxmltree::Document;
use weighbridge_chart::{Picture, advance};

use super::examples::{any, birmingham, presentation, unsure};

const WIDTHS: [u32; 5] = [280, 320, 390, 760, 1120];

/// A text and where its capitals stand: left, top, right, bottom in px.
struct Words {
    text: String,
    at: [f64; 4],
}

fn words(svg: &str) -> Vec<Words> {
    let document = Document::parse(svg).unwrap();
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts
        .map(|node| {
            let number = |name: &str| -> f64 { node.attribute(name).unwrap().parse().unwrap() };
            let text = node.text().unwrap_or_default().to_owned();
            let size = number("font-size");
            let wide = advance::width(&text, size, node.attribute("font-weight").is_some());
            let left = number("x")
                - match node.attribute("text-anchor") {
                    None => 0.0,
                    Some("middle") => wide / 2.0,
                    Some(_) => wide,
                };
            let baseline = number("y");
            Words {
                text,
                at: [left, baseline - 0.72 * size, left + wide, baseline],
            }
        })
        .collect()
}

fn check(name: &str, picture: &Picture) {
    let words = words(&picture.svg);
    assert!(!words.is_empty(), "{name}");
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    for word in &words {
        let [left, top, right, bottom] = word.at;
        // Coordinates are rounded to tenths of a px.
        assert!(
            left >= -0.2 && right <= width + 0.2,
            "{name}: {:?} from {left} to {right} of {width}",
            word.text
        );
        assert!(
            top >= -0.2 && bottom <= height + 0.2,
            "{name}: {:?} from {top} to {bottom} of {height}",
            word.text
        );
    }
    for (index, a) in words.iter().enumerate() {
        for b in &words[index + 1..] {
            let apart = a.at[2] <= b.at[0] + 0.3
                || b.at[2] <= a.at[0] + 0.3
                || a.at[3] <= b.at[1] + 0.3
                || b.at[3] <= a.at[1] + 0.3;
            assert!(
                apart,
                "{name}: {:?} at {:?} covers {:?} at {:?}",
                a.text, a.at, b.text, b.at
            );
        }
    }
}

#[test]
fn the_birmingham_example_is_legible_at_every_width() {
    for width in (240..1300).step_by(10) {
        for (name, picture) in birmingham(&presentation(width)) {
            check(&format!("{name} at {width} px"), &picture);
        }
    }
}

#[test]
fn labels_stay_on_the_picture_and_apart() {
    let names = [
        "Trust",
        "Establish a wholly owned children’s trust, accountable to the council and the DfE",
        "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgog",
    ];
    for width in WIDTHS {
        for name in names {
            for (options, criteria) in [
                (1, 1),
                (1, 30),
                (2, 2),
                (3, 7),
                (5, 6),
                (9, 12),
                (20, 1),
                (20, 30),
            ] {
                for picture in any(options, criteria, name, &presentation(width)) {
                    assert_eq!(picture.width, width);
                    check(
                        &format!("{options} options, {criteria} criteria, {width} px, {name}"),
                        &picture,
                    );
                }
            }
        }
    }
}

#[test]
fn charts_of_any_size_stay_on_the_picture() {
    let names = [
        "Trust",
        "Establish a wholly owned children’s trust, accountable to the council and the DfE",
        "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgog",
    ];
    for width in [240, 320, 390, 760, 1120, 2400] {
        for name in names {
            for options in [1, 2, 5, 6, 20, 40] {
                for picture in unsure(options, name, &presentation(width)) {
                    check(&format!("{options} options, {width} px, {name}"), &picture);
                }
            }
        }
    }
}

#[test]
fn the_standalone_picture_wraps_its_own_words() {
    for width in WIDTHS {
        let mut presentation = presentation(width);
        presentation.title = "Integrated transformation leads by 17 points, and would be overtaken only if independence counted for about a third".into();
        for (name, picture) in birmingham(&presentation) {
            for word in words(&picture.standalone()) {
                // Those of the chart itself are moved by the margin of 24 px.
                assert!(
                    word.at[2] <= f64::from(width) + 48.2,
                    "{name} at {width} px: {:?}",
                    word.text
                );
            }
        }
    }
}
