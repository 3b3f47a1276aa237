//! Numbers, letters and bullets before names, and the space before them: how deep each name stands.

/// What stands before a name.
#[derive(Clone, Debug, PartialEq)]
enum Mark {
    /// A number with parts: 1, 1.2.
    Number(Vec<u32>),
    /// A letter, such as a).
    Letter,
    /// A bullet.
    Bullet(char),
}

const BULLETS: [char; 14] = [
    '•', '◦', '▪', '‣', '·', '*', '–', '—', '-', 'o', '§', '○', '●', '►',
];

/// How deep each name stands by the mark before it, and the names without those; `None` where a name has no mark, or
/// where the numbers do not count up. The marks may stand in a column of their own.
pub(super) fn depths_of_marks<'a>(
    names: &[&'a str],
    column: Option<&[&str]>,
) -> Option<(Vec<usize>, Vec<&'a str>)> {
    let (marks, rest): (Vec<Mark>, Vec<&str>) = match column {
        Some(column) => {
            let marks: Option<Vec<Mark>> = column.iter().map(|text| whole_mark(text)).collect();
            (marks?, names.to_vec())
        }
        None => {
            let both: Option<Vec<(Mark, &str)>> = names.iter().map(|name| split(name)).collect();
            both?.into_iter().unzip()
        }
    };
    if !counts_up(&marks, column.is_some()) {
        return None;
    }
    let deepest = |mark: &Mark| match mark {
        Mark::Number(parts) => Some(parts.len() - 1),
        Mark::Letter | Mark::Bullet(_) => None,
    };
    let has_numbers = marks.iter().any(|mark| deepest(mark).is_some());
    let indented = indentation(names);
    let by_space = indented.iter().any(|depth| *depth > 0);
    let mut bullets: Vec<char> = Vec::new();
    let mut number = 0;
    let depth = |(mark, indented): (&Mark, &usize)| match mark {
        Mark::Number(parts) => {
            number = parts.len() - 1;
            number
        }
        Mark::Letter | Mark::Bullet(_) if by_space => *indented,
        Mark::Letter if has_numbers => number + 1,
        Mark::Letter => 0,
        Mark::Bullet(bullet) => {
            let known = bullets.iter().position(|other| other == bullet);
            let at = known.unwrap_or_else(|| {
                bullets.push(*bullet);
                bullets.len() - 1
            });
            at + usize::from(has_numbers) * (number + 1)
        }
    };
    let depths = marks.iter().zip(&indented).map(depth).collect();
    Some((depths, rest))
}

/// Whether the numbers begin with the first there is and grow, as those of an outline do: `2 hospitals` is a name.
fn counts_up(marks: &[Mark], in_a_column: bool) -> bool {
    let numbers = marks.iter().filter_map(|mark| match mark {
        Mark::Number(parts) => Some(parts),
        Mark::Letter | Mark::Bullet(_) => None,
    });
    let numbers: Vec<&Vec<u32>> = numbers.collect();
    let begins = numbers
        .first()
        .is_none_or(|first| first.iter().all(|part| *part <= 1));
    in_a_column || (begins && numbers.is_sorted())
}

/// The mark before a name, and the name.
fn split(name: &str) -> Option<(Mark, &str)> {
    let name = name.trim_start();
    let end = name.find(char::is_whitespace)?;
    let (first, rest) = name.split_at_checked(end)?;
    let is_name = rest.contains(char::is_alphabetic);
    Some((mark(first)?, rest.trim_start())).filter(|_| is_name)
}

/// The mark that a cell is; letters before a number, as in C1.2, do not matter.
fn whole_mark(text: &str) -> Option<Mark> {
    let text = text.trim();
    mark(text).or_else(|| mark(text.trim_start_matches(|c: char| c.is_alphabetic() || c == ' ')))
}

/// Whether a text is nothing but a number of an outline, a letter or a bullet.
pub(super) fn is_mark(text: &str) -> bool {
    mark(text.trim()).is_some()
}

fn mark(text: &str) -> Option<Mark> {
    let mut letters = text.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && BULLETS.contains(&only)
    {
        return Some(Mark::Bullet(only));
    }
    let inner = text
        .trim_start_matches('(')
        .trim_end_matches(['.', ')', ':']);
    let mut letters = inner.chars();
    if inner.len() < text.len()
        && let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_ascii_alphabetic()
    {
        return Some(Mark::Letter);
    }
    let parts: Option<Vec<u32>> = inner.split('.').map(|part| part.parse().ok()).collect();
    parts.map(Mark::Number)
}

/// How deep each name stands by the space before it.
pub(super) fn indentation(names: &[&str]) -> Vec<usize> {
    let width = |name: &&str| -> usize {
        let space = name.chars().take_while(|c| c.is_whitespace());
        space.map(|c| if c == '\t' { 4 } else { 1 }).sum()
    };
    let mut open: Vec<usize> = Vec::new();
    let depth = |width: usize| {
        open.retain(|above| *above < width);
        open.push(width);
        open.len() - 1
    };
    names.iter().map(width).map(depth).collect()
}
