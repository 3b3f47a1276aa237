//! How wide text is, without asking a browser.
//!
//! A table of advance widths in hundredths of an em: for each character the wider of DejaVu Sans and
//! Arial, the widest and the commonest of the system fonts the pages ask for. An upper bound on
//! purpose: a label that fits here fits everywhere, and the same numbers hold natively and in the
//! browser, so that a snapshot describes what people see. Kerning and ligatures only make text
//! narrower and are left out.

/// U+0020 to U+007E, regular.
#[rustfmt::skip]
const REGULAR: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67,
    62, 78, 76, 30, 50, 67, 56, 87, 75, 79, 67, 79, 73, 67, 62, 74, 69, 99, 69,
    67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58,
    28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// U+0020 to U+007E, bold.
#[rustfmt::skip]
const BOLD: [u8; 95] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70,
    70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 62, 100, 78, 77, 74, 84, 69,
    69, 83, 84, 38, 56, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78,
    73, 73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67,
    35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
];

/// The width of `text` in px at a font size of `size` px: an upper bound for the system fonts.
///
/// ```
/// use weighbridge_chart::advance::width;
/// // D 0.78 em, f 0.36 em, E 0.67 em: 1.81 em of 10 px.
/// assert_eq!(width("DfE", 10.0, false), 18.1);
/// ```
#[must_use]
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let hundredths: u32 = text.chars().map(|c| hundredths_of_em(c, bold)).sum();
    f64::from(hundredths) * size / 100.0
}

fn hundredths_of_em(c: char, bold: bool) -> u32 {
    let table = if bold { &BOLD } else { &REGULAR };
    let code = u32::from(c);
    let ascii = code.checked_sub(0x20);
    if let Some(width) = ascii.and_then(|at| table.get(at as usize)) {
        return u32::from(*width);
    }
    let (regular, heavy) = match c {
        // Accents that combine, joiners, marks of direction and variation: no width of their own.
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' => (0, 0),
        '\u{a0}' | '\u{b7}' | '\u{202f}' | '‘' | '’' => (32, 38),
        '“' | '”' => (52, 66),
        '–' => (56, 56),
        '£' | '€' => (64, 70),
        'Æ' | 'Œ' | 'æ' | 'œ' | 'Ŵ' | 'ŵ' => (107, 117),
        // Small and capital letters with accents, Greek and Cyrillic: the widest usual letter. By ranges,
        // since Unicode's own tables would weigh more than all charts; beyond Latin 1 both count as capital.
        '\u{df}'..='\u{ff}' => (66, 74),
        '\u{c0}'..='\u{24f}' => (80, 88),
        '\u{3ac}'..='\u{3ce}' | '\u{430}'..='\u{45f}' => (80, 92),
        '\u{370}'..='\u{52f}' => (94, 110),
        '\u{590}'..='\u{6ff}' => (80, 90),
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffff}' => (100, 105),
        _ if code > 0xffff => (135, 135),
        _ => (100, 104),
    };
    if bold { heavy } else { regular }
}

/// `text` in lines no wider than `room` px, at most `most` of them (at least one); what does not fit ends in "…".
///
/// Breaks at spaces, and inside a word only where the word alone is wider than the room: after a hyphen, if it has one.
///
/// ```
/// use weighbridge_chart::advance::wrap;
/// assert_eq!(wrap("Trust accountable to the council", 17.0, true, 200.0, 3), ["Trust accountable", "to the council"]);
/// assert_eq!(wrap("Trust accountable to the council", 17.0, true, 200.0, 1), ["Trust accountable…"]);
/// assert_eq!(wrap("Employee-owned mutual", 17.0, true, 110.0, 3), ["Employee-", "owned", "mutual"]);
/// ```
#[must_use]
pub fn wrap(text: &str, size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let joined = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if width(&joined, size, bold) <= room {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if width(&line, size, bold) > room && line.chars().count() > 1 {
                line.pop();
                let at = line.rfind('-').map_or(line.len(), |at| at + 1);
                let mut rest = line.split_off(at);
                rest.push(c);
                lines.push(std::mem::replace(&mut line, rest));
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    let most = most.max(1);
    if lines.len() > most {
        // What follows is put back behind the last line, so that as much of it as fits is shown.
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(shorten(&rest, size, bold, room));
    }
    lines
}

/// `text` on one line no wider than `room` px, ending in "…" when it is cut.
///
/// ```
/// use weighbridge_chart::advance::shorten;
/// assert_eq!(shorten("Outsource", 14.0, false, 90.0), "Outsource");
/// assert_eq!(shorten("Integrated transformation", 14.0, false, 90.0), "Integrated…");
/// ```
#[must_use]
pub fn shorten(text: &str, size: f64, bold: bool, room: f64) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept, size, bold) + width("…", size, bold) > room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}
