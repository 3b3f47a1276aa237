//! Many criteria, small parts and several options: nothing is grey for want of a colour, unlabelled or joined by a line
//! that says nothing.

use super::examples::{contributions, presentation, value_profile};
use roxmltree::{Document, Node};
use weighbridge_chart::contributions::Part;
use weighbridge_chart::profile::Words;

fn groups<'a>(document: &'a Document, class: &str) -> Vec<Node<'a, 'a>> {
    let all = document.descendants();
    all.filter(|node| node.attribute("class") == Some(class))
        .collect()
}

/// The texts of a group.
fn texts<'a>(group: &Node<'a, 'a>) -> Vec<&'a str> {
    let all = group.descendants().filter(|node| node.has_tag_name("text"));
    all.filter_map(|node| node.text()).collect()
}

#[test]
fn with_more_than_six_criteria_no_part_of_a_bar_is_grey() {
    for count in [7, 9, 15] {
        let mut chart = contributions();
        let part = |at: usize| Part {
            name: format!("Criterion {at}"),
            short: format!("C{at}"),
            note: String::new(),
        };
        chart.parts = (0..count).map(part).collect();
        for row in &mut chart.rows {
            row.points = vec![60.0 / count as f64; count];
        }
        for width in [390, 960] {
            let picture = chart.draw(&presentation(width));
            let document = Document::parse(&picture.svg).unwrap();
            let row = groups(&document, "row")[0];
            let fills: Vec<&str> = row
                .children()
                .filter(|node| node.has_tag_name("rect"))
                .filter_map(|node| node.attribute("class")?.strip_prefix("fill "))
                .filter(|fill| *fill != "wash")
                .collect();
            let tinted = |fill: &&&str| {
                fill.strip_prefix('t')
                    .is_some_and(|number| number.parse::<u8>().is_ok())
            };
            assert_eq!(
                fills.iter().filter(tinted).count(),
                count,
                "{count} criteria at {width}: {fills:?}"
            );
            // Neighbours never have the same tint.
            assert!(
                fills.windows(2).all(|two| two[0] != two[1]),
                "{count} criteria at {width}: {fills:?}"
            );
        }
    }
}

#[test]
fn the_small_parts_of_the_leaders_bar_have_their_numbers() {
    for small in [vec![1.2], vec![1.2, 0.7], vec![2.1, 0.7, 1.3]] {
        let mut chart = contributions();
        for row in &mut chart.rows {
            for (at, points) in small.iter().enumerate() {
                row.points[at + 1] = *points;
            }
        }
        for width in [390, 960] {
            let picture = chart.draw(&presentation(width));
            let document = Document::parse(&picture.svg).unwrap();
            let leader = groups(&document, "row")[0];
            for points in &small {
                let label = points.to_string();
                assert!(
                    texts(&leader)
                        .iter()
                        .any(|text| text.ends_with(label.as_str())),
                    "{label} at {width}: {:?}",
                    texts(&leader)
                );
            }
        }
    }
}

/// Between two criteria there is nothing, so no line may lead from one to the other.
#[test]
fn values_on_criteria_are_dots_and_no_line_joins_two_criteria() {
    for ranges in [false, true] {
        let mut chart = value_profile();
        chart.words = Words {
            ranges,
            ..chart.words
        };
        for width in [390, 960] {
            let picture = chart.draw(&presentation(width));
            let document = Document::parse(&picture.svg).unwrap();
            let strips = groups(&document, "strip");
            assert_eq!(strips.len(), chart.criteria.len());
            for strip in &strips {
                let dots = strip.children().filter(Node::is_element).count();
                assert!(dots > chart.lines.len(), "{dots} marks");
            }
            let lines = document.descendants().filter(|node| {
                node.attribute("class")
                    .is_some_and(|class| class.starts_with("line"))
            });
            for line in lines.filter_map(|node| node.attribute("d")) {
                for stroke in line.split('M').skip(1) {
                    let numbers: Vec<f64> = stroke
                        .split(['L', ' ', ','])
                        .filter_map(|x| x.parse().ok())
                        .collect();
                    let [x, y, to_x, to_y] = numbers[..] else {
                        continue;
                    };
                    assert!(x == to_x || y == to_y, "a slope: {stroke}");
                }
            }
        }
    }
}

#[test]
fn an_axis_of_shares_ends_at_the_largest_and_one_of_values_at_100() {
    for (largest, ranges, there, absent) in [
        (38.0, true, "40", "100"),
        (12.0, true, "12", "40"),
        (38.0, false, "100", "120"),
    ] {
        let mut chart = value_profile();
        chart.words.ranges = ranges;
        for line in &mut chart.lines {
            line.values = chart.criteria.iter().map(|_| Some(largest)).collect();
        }
        let picture = chart.draw(&presentation(960));
        let document = Document::parse(&picture.svg).unwrap();
        let words = texts(&document.root());
        assert!(words.contains(&there), "{words:?}");
        assert!(!words.contains(&absent), "{words:?}");
    }
}
