//! What is pasted, as rows of cells.

use crate::browser::clipboard;
use weighbridge_edit::Pasted;
use yew::prelude::*;

/// A block of cells out of the clipboard.
pub struct Block {
    /// As text.
    pub text: String,
    /// Its cells.
    pub rows: Vec<Vec<String>>,
}

/// The block that a person pastes; nothing where it is a single line.
pub fn block(event: &Event) -> Option<Block> {
    let pasted = clipboard::pasted(event)?;
    let rows = pasted.cells().rows;
    let several = rows.len() > 1 || rows.iter().any(|row| row.len() > 1);
    several.then_some(Block {
        text: pasted.text,
        rows,
    })
}

/// The cells of a text.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    Pasted::text(text).cells().rows
}
