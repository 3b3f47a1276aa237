//! Colours people can see: contrast, and one set of values in the program and the style sheet.

use weighbridge_chart::Theme;
use weighbridge_chart::palette::{Role, SEQUENTIAL, Slot, TINTS, TOKENS};

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

/// Relative luminance as WCAG 2.2 defines it, of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).unwrap()) / 255.0;
        #[expect(
            clippy::disallowed_methods,
            reason = "a test of constants; the last bit does not matter"
        )]
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn graphic_parts_stand_out_from_the_paper() {
    let parts = [
        Role::C1,
        Role::C2,
        Role::C3,
        Role::C4,
        Role::C5,
        Role::C6,
        Role::Quiet,
        Role::Axis,
        Role::Ink,
        Role::S1,
        Role::S2,
        Role::T1,
        Role::T2,
    ];
    for theme in THEMES {
        for role in parts {
            let found = contrast(role.colour(theme), Role::Paper.colour(theme));
            assert!(found >= 3.0, "{role:?} on {theme:?} paper: {found:.2}");
        }
    }
}

#[test]
fn words_can_be_read() {
    let on = [
        (Role::Ink, Role::Paper),
        (Role::Muted, Role::Paper),
        (Role::Ink, Role::Wash),
        (Role::On1, Role::C1),
        (Role::On2, Role::C2),
        (Role::On3, Role::C3),
        (Role::On4, Role::C4),
        (Role::On5, Role::C5),
        (Role::On6, Role::C6),
        (Role::OnQuiet, Role::Quiet),
    ];
    for theme in THEMES {
        for (words, ground) in on {
            let found = contrast(words.colour(theme), ground.colour(theme));
            assert!(
                found >= 4.5,
                "{words:?} on {ground:?}, {theme:?}: {found:.2}"
            );
        }
    }
    for theme in THEMES {
        for (ground, words) in SEQUENTIAL.into_iter().chain(TINTS) {
            let found = contrast(words.colour(theme), ground.colour(theme));
            assert!(
                found >= 4.5,
                "{words:?} on {ground:?}, {theme:?}: {found:.2}"
            );
        }
    }
}

#[test]
fn shades_go_from_most_to_least() {
    for pair in SEQUENTIAL.windows(2).chain(TINTS.windows(2)) {
        let shade = |index: usize, theme| luminance(pair[index].0.colour(theme));
        assert!(shade(0, Theme::Light) < shade(1, Theme::Light));
        assert!(shade(0, Theme::Dark) > shade(1, Theme::Dark));
    }
}

#[test]
fn the_categorical_colours_are_those_of_the_analysis_function() {
    let colours = Slot::COLOURS.map(|slot| TOKENS[slot as usize].light);
    assert_eq!(
        colours,
        [
            "#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"
        ]
    );
}

/// The colour of an option is never that of a criterion, on whatever page: not the same, and nothing a reader would
/// take for the same.
#[test]
fn criteria_have_no_colour_of_an_option() {
    for theme in THEMES {
        for (tint, _) in TINTS {
            let all = TOKENS.iter().filter(|token| token.class.starts_with('c'));
            for option in all {
                let [tint, own] = [tint, option.role].map(|role| role.colour(theme));
                let channel = |colour: &str, from: usize| {
                    i32::from_str_radix(&colour[from..from + 2], 16).unwrap()
                };
                let apart = [1, 3, 5].map(|at| (channel(tint, at) - channel(own, at)).abs());
                assert!(apart.iter().sum::<i32>() >= 40, "{tint} {own} {theme:?}");
            }
        }
    }
}

/// The declarations of the rule that starts with `selector {`, as name and value.
fn rule<'a>(css: &'a str, selector: &str) -> Vec<(&'a str, &'a str)> {
    let start = css
        .find(&format!("{selector} {{"))
        .unwrap_or_else(|| panic!("no rule for {selector}"));
    let body = &css[start..];
    let body = &body[body.find('{').unwrap() + 1..body.find('}').unwrap()];
    body.lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("--chart-")?
                .strip_suffix(';')?
                .split_once(": ")
        })
        .collect()
}

#[test]
fn the_style_sheet_has_the_same_colours() {
    let css = include_str!("../../styles/charts.css");
    let expected = |theme: Theme| {
        let all = TOKENS.iter().map(|token| {
            let colour = token.role.colour(theme);
            (token.class.to_owned(), colour.to_owned())
        });
        all.collect::<Vec<(String, String)>>()
    };
    let rules = [(":root", Theme::Light), (":root[data-dark]", Theme::Dark)];
    for (selector, theme) in rules {
        let found: Vec<(String, String)> = rule(css, selector)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(found, expected(theme), "{theme:?}");
    }
}

#[test]
fn charts_stand_on_the_paper_of_the_page() {
    let tokens = include_str!("../../styles/tokens.css");
    let (light, dark) = tokens.split_once(":root[data-dark]").unwrap();
    for (css, theme) in [(light, Theme::Light), (dark, Theme::Dark)] {
        for (name, role) in [
            ("ink", Role::Ink),
            ("muted", Role::Muted),
            ("paper", Role::Paper),
        ] {
            let declaration = format!("--{name}: {};", role.colour(theme));
            assert!(css.contains(&declaration), "{theme:?}: {declaration}");
        }
    }
}
