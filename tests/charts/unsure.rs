//! What the charts of uncertainty show, and how they show it without colour.

use roxmltree::{Document, Node};
use weighbridge_chart::{Picture, Ternary};

use super::examples::{cloud, presentation, rank_acceptability, ternary, tornado};

/// The elements of a picture with a class.
fn classed<'a>(document: &'a Document, class: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    let is_of = move |node: &Node| node.attribute("class") == Some(class);
    document.descendants().filter(is_of)
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn words(picture: &Picture) -> Vec<String> {
    let document = Document::parse(&picture.svg).unwrap();
    let texts = document
        .descendants()
        .filter(|node| node.tag_name().name() == "text");
    texts
        .filter_map(|node| Some(node.text()?.to_owned()))
        .collect()
}

#[test]
fn the_first_rank_is_taller_and_its_length_is_its_share() {
    for width in [320, 760, 1600] {
        let chart = rank_acceptability();
        let picture = chart.draw(&presentation(width));
        let document = Document::parse(&picture.svg).unwrap();
        // The first of each is the mark in the key.
        let firsts: Vec<Node> = classed(&document, "fill s1").skip(1).collect();
        let seconds: Vec<Node> = classed(&document, "fill s2").skip(1).collect();
        assert!(number(firsts[0], "height") > number(seconds[0], "height"));
        let scale = number(firsts[0], "width") + 1.0;
        for (first, row) in firsts.iter().zip(&chart.rows).take(3) {
            let expected = scale / chart.rows[0].shares[0] * row.shares[0];
            let found = number(*first, "width") + 1.0;
            assert!(
                (found - expected).abs() < 0.3,
                "{width}: {found} {expected}"
            );
        }
    }
}

#[test]
fn ranks_are_named_on_the_bars_and_many_share_a_part() {
    let mut chart = rank_acceptability();
    let names = words(&chart.draw(&presentation(760)));
    for name in ["1st 88%", "2nd 94%", "3rd 88%", "4th 93%", "5th 95%"] {
        assert!(names.iter().any(|word| word == name), "{name}: {names:?}");
    }
    chart.rows[0].shares = [0.05; 20].to_vec();
    let picture = chart.draw(&presentation(760));
    let names = words(&picture);
    assert!(
        names.iter().any(|word| word == "5th or lower 80%"),
        "{names:?}"
    );
    assert_eq!(picture.table.headers.len(), 41, "the table has every rank");
    assert_eq!(picture.table.headers[20], "20th, %");
}

#[test]
fn a_bar_that_crosses_zero_is_hatched_and_says_who_overtakes() {
    let chart = tornado();
    let picture = chart.draw(&presentation(760));
    let document = Document::parse(&picture.svg).unwrap();
    let rows: Vec<Node> = classed(&document, "row").collect();
    assert_eq!(rows.len(), chart.rows.len());
    for (row, drawn) in chart.rows.iter().zip(rows) {
        let crosses = row.low.lead < 0.0 || row.high.lead < 0.0;
        let hatched = drawn.children().any(|node| {
            node.tag_name().name() == "rect" && node.attribute("class") == Some("line ink")
        });
        assert_eq!(hatched, crosses, "{}", row.name);
        let text: Vec<&str> = drawn.children().filter_map(|node| node.text()).collect();
        assert_eq!(
            text.join(" ").contains("Loses the lead to Trust"),
            crosses,
            "{text:?}"
        );
        assert!(text.contains(&row.low.input.as_str()), "{text:?}");
        assert!(text.contains(&row.high.input.as_str()), "{text:?}");
    }
    let independence = &picture.table.rows[0];
    assert_eq!(independence[4..], ["100%", "−80", "Trust (DfE)"]);
    assert!(words(&picture).contains(&"Leader changes".to_owned()));
}

#[test]
fn every_region_of_the_map_is_named_and_the_weights_now_are_marked() {
    for width in [240, 320, 358, 390, 760, 1120, 2400] {
        let chart = ternary();
        let picture = chart.draw(&presentation(width));
        let all = words(&picture).join(" ");
        for name in [
            "Integrated transformation",
            "Trust (council)",
            "Trust (DfE)",
            "now",
        ] {
            assert!(all.contains(name), "{width}: {name}");
        }
        let document = Document::parse(&picture.svg).unwrap();
        let mark = classed(&document, "now")
            .next()
            .unwrap()
            .first_child()
            .unwrap();
        let (x, y) = chart.area(width).place([0.6, 0.3, 0.1]);
        assert!((number(mark, "cx") - x).abs() < 0.06 && (number(mark, "cy") - y).abs() < 0.06);
    }
}

#[test]
fn the_map_says_who_leads_where() {
    let picture = ternary().draw(&presentation(760));
    let shares: f64 = picture.table.numbers.iter().filter_map(|row| row[1]).sum();
    assert!((shares - 100.0).abs() < 1e-6, "{shares}");
    let firsts = |column: usize| -> Vec<&str> {
        let rows = picture.table.rows.iter();
        let firsts = rows.filter(|row| row[column].ends_with(" first"));
        firsts.map(|row| row[0].as_str()).collect()
    };
    assert_eq!(firsts(2), ["Integrated transformation"], "now");
    assert_eq!(
        firsts(5),
        ["Establish a trust accountable to the DfE"],
        "all on independence"
    );
    let nowhere = Ternary {
        now: [0.0; 3],
        ..ternary()
    };
    assert!(
        !nowhere
            .draw(&presentation(760))
            .svg
            .contains("class=\"now\"")
    );
}

#[test]
fn the_cloud_marks_its_numbers_where_they_are() {
    let chart = cloud();
    let picture = chart.draw(&presentation(760));
    let document = Document::parse(&picture.svg).unwrap();
    let rings: Vec<f64> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "circle")
        .filter(|node| node.attribute("class") == Some("line ink"))
        .map(|node| number(node, "cx"))
        .skip(1)
        .collect();
    assert_eq!(rings.len(), chart.rows.len());
    let now = |index: usize| chart.rows[index].now.unwrap();
    let scale = (rings[0] - rings[4]) / (now(0) - now(4));
    for (index, x) in rings.iter().enumerate() {
        let expected = rings[0] + (now(index) - now(0)) * scale;
        assert!((x - expected).abs() < 0.2, "{index}: {x} {expected}");
    }
    for row in &picture.table.numbers {
        let totals: Vec<f64> = row[1..6].iter().map(|total| total.unwrap()).collect();
        assert!(
            totals.windows(2).all(|pair| pair[0] < pair[1]),
            "{totals:?}"
        );
    }
}
