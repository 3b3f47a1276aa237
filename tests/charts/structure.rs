//! What every picture is made of, inline and alone.

use roxmltree::{Document, Node};
use weighbridge_chart::{
    Cloud, Contributions, Picture, Presentation, RankAcceptability, Ternary, Theme, Tornado,
    ValueProfile, WeightLines, acceptability, cloud, contributions::Row, ternary, tornado,
    weight_lines::Line,
};

use super::examples::{
    any, birmingham, cloud, contributions, presentation, rank_acceptability, ternary, tornado,
    unsure, weight_lines,
};

fn shapes<'a>(document: &'a Document) -> impl Iterator<Item = Node<'a, 'a>> {
    document
        .descendants()
        .filter(|node| ["path", "rect", "circle", "text"].contains(&node.tag_name().name()))
}

#[test]
fn the_inline_picture_is_named_and_described() {
    for (name, picture) in birmingham(&Presentation {
        id: "how sure/1".into(),
        ..presentation(760)
    }) {
        let document = Document::parse(&picture.svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        for (reference, tag, words) in [
            ("aria-labelledby", "title", &picture.title),
            ("aria-describedby", "desc", &picture.description),
        ] {
            let id = root.attribute(reference).unwrap();
            assert!(id.starts_with("how-sure-1-"), "{id}");
            let named = document
                .descendants()
                .find(|node| node.attribute("id") == Some(id))
                .unwrap();
            assert_eq!(
                (named.tag_name().name(), named.text()),
                (tag, Some(words.as_str())),
                "{name}"
            );
        }
    }
}

#[test]
fn the_inline_picture_takes_its_colours_from_the_style_sheet() {
    let css = include_str!("../../styles/charts.css");
    for (name, picture) in birmingham(&presentation(760)) {
        let document = Document::parse(&picture.svg).unwrap();
        for node in document.descendants() {
            for attribute in ["style", "fill", "stroke", "font-family"] {
                assert_eq!(node.attribute(attribute), None, "{name}: {attribute}");
            }
        }
        for node in shapes(&document) {
            let classes = node.attribute("class").unwrap();
            for class in classes.split(' ') {
                assert!(
                    css.contains(&format!(".chart .{class}")),
                    "{name}: .{class} has no rule"
                );
            }
        }
    }
}

#[test]
fn the_standalone_picture_carries_its_colours() {
    for theme in [Theme::Light, Theme::Dark] {
        for (name, picture) in birmingham(&Presentation {
            theme,
            ..presentation(760)
        }) {
            let alone = picture.standalone();
            let document = Document::parse(&alone).unwrap();
            assert!(
                document
                    .root_element()
                    .attribute("font-family")
                    .unwrap()
                    .contains("sans-serif")
            );
            for node in document.descendants() {
                assert_eq!(
                    node.attribute("class").or(node.attribute("style")),
                    None,
                    "{name}"
                );
            }
            for node in shapes(&document) {
                let fill = node.attribute("fill").unwrap();
                let colour = if fill == "none" {
                    node.attribute("stroke").unwrap()
                } else {
                    fill
                };
                assert!(
                    colour.len() == 7 && colour.starts_with('#'),
                    "{name}: {colour}"
                );
                if node.tag_name().name() == "text" {
                    assert!(node.attribute("font-size").is_some(), "{name}");
                }
            }
            let words: Vec<&str> = document
                .descendants()
                .filter_map(|node| node.text())
                .collect();
            assert!(
                words.contains(&"Points out of 100."),
                "{name} says what it shows"
            );
            assert!(
                words.contains(&"Illustrative scores: not the council’s."),
                "{name} says where it is from"
            );
        }
    }
}

#[test]
fn what_people_write_stays_text() {
    const HOSTILE: &str = "<img src=x onerror=alert(1)> \"&' \u{1}]]>";
    let presentation = Presentation {
        title: HOSTILE.into(),
        source: HOSTILE.into(),
        id: HOSTILE.into(),
        ..presentation(760)
    };
    let more = unsure(3, HOSTILE, &presentation);
    for picture in any(3, 3, HOSTILE, &presentation).into_iter().chain(more) {
        for svg in [&picture.svg, &picture.standalone()] {
            let document = Document::parse(svg).unwrap();
            for node in document.descendants().filter(Node::is_element) {
                let name = node.tag_name().name();
                assert!(
                    [
                        "svg", "title", "desc", "g", "path", "rect", "circle", "text"
                    ]
                    .contains(&name),
                    "<{name}>"
                );
                assert!(
                    node.attributes()
                        .all(|attribute| !attribute.name().starts_with("on"))
                );
            }
            let title = document
                .descendants()
                .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
            let read = title.and_then(|node| node.text()).unwrap();
            assert!(
                read.starts_with("<img src=x onerror=alert(1)> \"&' "),
                "{read}"
            );
        }
    }
}

#[test]
fn numbers_that_are_none_draw_nothing_absurd() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
        let mut bars = contributions();
        bars.rows[0].points[2] = bad;
        bars.rows[1].range = Some((bad, 50.0));
        let mut lines = weight_lines();
        lines.lines[1].at_one = bad;
        lines.flips[0].share = bad;
        lines.now = bad;
        let mut values = super::examples::value_profile();
        values.lines[0].values[1] = Some(bad);
        let mut ranks = rank_acceptability();
        ranks.rows[0].shares[1] = bad;
        let mut leads = tornado();
        leads.lead = bad;
        leads.rows[0].low.lead = bad;
        leads.rows[1].high.lead = bad;
        let mut map = ternary();
        map.choices[0].values[2] = bad;
        map.now[1] = bad;
        let mut totals = cloud();
        totals.high = bad;
        totals.rows[0].quantiles[4] = bad;
        totals.rows[1].now = Some(bad);
        for picture in [
            ranks.draw(&presentation(390)),
            leads.draw(&presentation(390)),
            map.draw(&presentation(390)),
            totals.draw(&presentation(390)),
            bars.draw(&presentation(390)),
            lines.draw(&presentation(390)),
            values.draw(&presentation(390)),
            values.draw(&presentation(960)),
        ] {
            for svg in [&picture.svg, &picture.standalone()] {
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{bad}: {svg}");
                Document::parse(svg).unwrap();
            }
        }
    }
}

#[test]
fn nothing_to_draw_is_still_a_picture() {
    for picture in [
        Contributions::default().draw(&presentation(390)),
        ValueProfile::default().draw(&presentation(390)),
        WeightLines::default().draw(&presentation(390)),
        RankAcceptability::default().draw(&presentation(390)),
        RankAcceptability {
            sampled: false,
            rows: vec![acceptability::Row::default()],
        }
        .draw(&presentation(0)),
        Tornado::default().draw(&presentation(390)),
        Tornado {
            rows: vec![tornado::Row::default(); 2],
            ..Tornado::default()
        }
        .draw(&presentation(u32::MAX)),
        Ternary::default().draw(&presentation(390)),
        Ternary {
            choices: vec![ternary::Choice::default(); 2],
            ..Ternary::default()
        }
        .draw(&presentation(0)),
        Cloud::default().draw(&presentation(390)),
        Cloud {
            rows: vec![cloud::Row::default(); 2],
            ..Cloud::default()
        }
        .draw(&presentation(u32::MAX)),
        Contributions {
            rows: vec![Row::default()],
            ..Contributions::default()
        }
        .draw(&presentation(0)),
        WeightLines {
            lines: vec![Line::default(); 2],
            ..WeightLines::default()
        }
        .draw(&presentation(u32::MAX)),
    ] {
        Document::parse(&picture.svg).unwrap();
        assert!(picture.height > 0);
    }
}

#[test]
fn every_row_of_a_table_has_a_cell_for_every_header() {
    let check = |picture: &Picture| {
        for row in &picture.table.rows {
            assert_eq!(row.len(), picture.table.headers.len(), "{row:?}");
        }
        assert_eq!(picture.table.numbers.len(), picture.table.rows.len());
        for numbers in &picture.table.numbers {
            assert_eq!(numbers.len(), picture.table.headers.len(), "{numbers:?}");
        }
    };
    birmingham(&presentation(760))
        .iter()
        .for_each(|(_, picture)| check(picture));
    any(20, 30, "Name", &presentation(760))
        .iter()
        .for_each(check);
    unsure(20, "Name", &presentation(760))
        .iter()
        .for_each(check);
    let mut short = contributions();
    short.rows[0].points.truncate(2);
    check(&short.draw(&presentation(760)));
}

#[test]
fn flips_are_marked_where_they_are() {
    for width in [320, 760, 1120] {
        let picture = weight_lines().draw(&presentation(width));
        let document = Document::parse(&picture.svg).unwrap();
        // The first line of the grid runs from 0 to 100%: "Mx yLx y".
        let grid = document
            .descendants()
            .find(|node| node.attribute("class") == Some("line grid"))
            .unwrap();
        let d = grid.attribute("d").unwrap();
        let ends: Vec<f64> = d[1..]
            .split('L')
            .map(|point| point.split(' ').next().unwrap().parse().unwrap())
            .collect();
        let marks: Vec<f64> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "circle")))
            .filter(|node| node.attribute("class") == Some("line ink"))
            .map(|node| node.attribute("cx").unwrap().parse().unwrap())
            .collect();
        assert_eq!(marks.len(), 2);
        for (x, share) in marks.iter().zip([0.328_36, 0.406_59]) {
            let expected = ends[0] + share * (ends[1] - ends[0]);
            assert!(
                (x - expected).abs() <= 0.11,
                "{width} px: {share} is at {x}, not {expected}"
            );
        }
    }
}

#[test]
fn at_most_four_lines_are_coloured_and_the_rest_is_grey() {
    // Twenty tangents of a parabola: every one leads somewhere.
    let line = |index: u32| {
        let t = f64::from(index) / 19.0;
        Line {
            name: index.to_string(),
            short: index.to_string(),
            at_zero: 50.0 * (1.0 - t * t),
            at_one: 50.0 * (1.0 - (1.0 - t) * (1.0 - t)),
            ..Line::default()
        }
    };
    let chart = WeightLines {
        lines: (0..20).map(line).collect(),
        now: 0.5,
        ..weight_lines()
    };
    let picture = chart.draw(&presentation(960));
    let document = Document::parse(&picture.svg).unwrap();
    let series = document
        .descendants()
        .filter(|node| node.attribute("class") == Some("series"));
    let classes: Vec<&str> = series
        .filter_map(|node| node.first_child()?.attribute("class"))
        .collect();
    assert_eq!(classes.len(), 20);
    assert_eq!(
        classes
            .iter()
            .filter(|class| **class != "line quiet")
            .count(),
        4
    );
}

#[test]
fn the_parts_of_a_bar_differ_without_their_colours() {
    let picture = contributions().draw(&presentation(760));
    let document = Document::parse(&picture.svg).unwrap();
    let of = |class: &str| {
        let found = document.descendants();
        found
            .filter(|n| n.attribute("class") == Some(class))
            .collect::<Vec<Node>>()
    };
    // Every part of the key, and of the longest bar: its tint, and which way the lines on it run.
    for group in [of("key")[0], of("row")[0]] {
        let mut patterns: Vec<(String, Vec<[bool; 3]>)> = Vec::new();
        for node in group.children().filter(Node::is_element) {
            match (node.tag_name().name(), node.attribute("class")) {
                ("rect", Some(class)) if class.starts_with("fill t") => {
                    patterns.push((class.to_owned(), Vec::new()));
                }
                ("path", Some(class)) if class.starts_with("line ont") => {
                    let lines = node.attribute("d").unwrap().split('M').skip(1);
                    for line in lines {
                        let numbers: Vec<f64> =
                            line.split(['L', ' ']).map(|x| x.parse().unwrap()).collect();
                        let (dx, dy) = (numbers[2] - numbers[0], numbers[3] - numbers[1]);
                        let way = [dx == 0.0, dy == 0.0, dx * dy > 0.0];
                        let (_, last) = patterns.last_mut().unwrap();
                        if !last.contains(&way) {
                            last.push(way);
                        }
                    }
                }
                _ => {}
            }
        }
        assert_eq!(patterns.len(), 6, "{patterns:?}");
        for (at, pattern) in patterns.iter().enumerate() {
            assert!(!patterns[..at].contains(pattern), "{patterns:?}");
        }
    }
}
