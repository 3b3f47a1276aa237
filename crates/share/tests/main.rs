//! Copies of the tool: what is in them, and that nothing in an appraisal breaks out of them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use weighbridge_analysis::analyse;
use weighbridge_model::{Alternative, Appraisal, AppraisalId, OptionId, OptionStatus, RuledOut};
use weighbridge_opening::library;
use weighbridge_report::{SingleChanges, Subject, briefing, total_words};
use weighbridge_share::{Tool, carried, list, page_of};

/// The marks of the single file, with things around them.
const TOOL: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Weighbridge</title></head><body>\
    <div id=\"app\"><!--briefing-->Loading<!--/briefing--></div><!--appraisal--><!--/appraisal-->\
    <script>start()</script></body></html>";

/// What a copy may add to the tool.
const ROOM: usize = 30 * 1024;

fn birmingham() -> Appraisal {
    library::entry("birmingham-2013").unwrap().open().unwrap()
}

fn copy_of(appraisal: &Appraisal) -> String {
    let tool = Tool::read(TOOL).unwrap();
    tool.carrying(appraisal, &page_of(appraisal), "2026-12-01T09:30Z")
}

#[test]
fn a_copy_of_a_copy_is_as_good() {
    let birmingham = birmingham();
    let copy = copy_of(&birmingham);
    let again = Tool::read(&copy).unwrap();
    let page = page_of(&birmingham);
    assert_eq!(
        again.carrying(&birmingham, &page, "2026-12-01T09:30Z"),
        copy
    );
    let office = library::entry("office-location").unwrap().open().unwrap();
    let other = again.carrying(&office, &page_of(&office), "2026-12-01T09:30Z");
    assert_eq!(other, copy_of(&office), "nothing of the first is left");
}

#[test]
fn a_copy_of_the_example_is_small() {
    assert!(copy_of(&birmingham()).len() - TOOL.len() <= ROOM);
}

#[test]
fn the_page_says_all_of_the_briefing() {
    let appraisal = birmingham();
    let analysis = analyse(&appraisal);
    let on = Subject::new(&appraisal, &analysis);
    let says = briefing(on, &SingleChanges::of(on), None);
    let page = page_of(&appraisal);
    let mut words = vec![says.heading.as_str(), &says.lede, says.note];
    for section in &says.sections {
        words.push(section.heading);
        words.extend(
            section
                .items
                .iter()
                .flat_map(|(name, words)| [name.as_str(), words]),
        );
    }
    for one in words {
        assert!(page.contains(one), "{one}");
    }
    assert!(
        page.contains("It leads in") || page.contains("leads in 88 of 100"),
        "how sure it is"
    );
    for option in &analysis.options {
        assert!(page.contains(&total_words(&option.total)), "its total");
    }
    assert!(page.contains("44 of 50"), "the dots");
}

#[test]
fn the_briefing_of_the_example_is_read_in_five_minutes() {
    let page = page_of(&birmingham());
    let mut text = String::new();
    let mut rest = page.as_str();
    // Beside the pictures.
    while let Some((before, after)) = rest.split_once("<svg") {
        text += before;
        rest = after.split_once("</svg>").unwrap().1;
    }
    text += rest;
    let mut words = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                words.push(' ');
            }
            _ if !inside => words.push(c),
            _ => {}
        }
    }
    let count = words.split_whitespace().count();
    assert!((150..=350).contains(&count), "{count} words");
}

#[test]
fn nothing_in_an_appraisal_breaks_out_of_a_copy() {
    const HOSTILE: &str = "</title></script><!--/briefing--><!--appraisal--><script>alert(1)</script><!--/appraisal-->\u{2028}\"'&\\u003c";
    let mut appraisal = birmingham();
    appraisal.id = AppraisalId::new("hostile").unwrap();
    let frame = appraisal.frame_mut();
    for text in [
        &mut frame.title,
        &mut frame.question,
        &mut frame.body,
        &mut frame.notice,
        &mut frame.background,
        &mut frame.asked,
    ] {
        HOSTILE.clone_into(text);
    }
    for figure in &mut frame.figures {
        HOSTILE.clone_into(&mut figure.name);
        HOSTILE.clone_into(&mut figure.period);
    }
    let mut out = Alternative::new(OptionId::new("out").unwrap(), HOSTILE);
    out.status = OptionStatus::RuledOut(RuledOut {
        stage: HOSTILE.to_owned(),
        reason: HOSTILE.to_owned(),
        source: HOSTILE.to_owned(),
        ..RuledOut::default()
    });
    let mut options = appraisal.options.to_vec();
    for option in &mut options {
        HOSTILE.clone_into(&mut option.name);
    }
    options.push(out);
    appraisal.options = options.into();
    let copy = copy_of(&appraisal);
    assert_eq!(
        copy.matches("<script").count(),
        2,
        "the appraisal's element, and the tool's"
    );
    assert_eq!(copy.matches("</script").count(), 2);
    assert_eq!(copy.matches("<!--").count(), 4);
    assert_eq!(
        copy.matches("</title>").count(),
        2,
        "its own, and that of the dots"
    );
    let inside = weighbridge_opening::open(carried(&copy).unwrap().as_bytes());
    assert_eq!(inside.unwrap(), appraisal);
    assert_eq!(
        Tool::read(&copy)
            .unwrap()
            .carrying(&appraisal, &page_of(&appraisal), "2026-12-01T09:30Z"),
        copy
    );
    let listed = list(&[("a\"><script>.html".to_owned(), &appraisal)]);
    assert!(!listed.contains("<script"), "{listed}");
}

#[test]
fn what_is_not_the_tool_is_not_taken_for_it() {
    assert!(Tool::read("<title>x</title>").is_none());
    assert!(Tool::read("").is_none());
    // The marks in another order.
    let other = TOOL
        .replace("<!--briefing-->", "")
        .replace("</body>", "<!--briefing--></body>");
    assert!(Tool::read(&other).is_none());
    assert_eq!(carried(TOOL), None);
    assert_eq!(
        carried("<script type=\"application/json\" id=\"appraisal\" data-made=\"\">{"),
        None
    );
}

#[test]
fn what_compares_totals_says_of_which_options() {
    let file = r#"{"format": "weighbridge", "version": 1, "title": "Blank",
        "options": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "criteria": [{"id": "x", "name": "X", "weight": 50}, {"id": "y", "name": "Y", "weight": 50}],
        "scores": {"a": {"x": 100, "y": 80}, "b": {"y": 90}, "c": {"x": 40, "y": 50}}}"#;
    let page = page_of(&weighbridge_opening::open(file.as_bytes()).unwrap());
    assert!(page.contains("Among the options with all their scores, A comes first in 50 of 50."));
    assert!(page.contains("What is still open") && page.contains("B has no total"));
    // Nothing at all is a page too.
    let blank = page_of(&library::BLANK.open().unwrap());
    assert!(blank.contains("No result yet.") && !blank.contains("weighed against"));
}
