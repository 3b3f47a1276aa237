//! Charts: well-formed, legible at every width, the same bytes as before, in colours people can see.

mod examples;
mod legible;
mod palette;
mod snapshots;
mod structure;
