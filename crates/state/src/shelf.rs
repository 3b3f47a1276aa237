//! The appraisals kept in this browser, with what the library says of each.

use crate::store::Record;
use std::cell::OnceCell;
use std::rc::Rc;
use weighbridge_analysis::analyse;
use weighbridge_model::Appraisal;
use weighbridge_numeric::sort_by;
use weighbridge_opening as opening;
use weighbridge_report::{Subject, brief, standing_and_notice};

/// A kept appraisal; what the library says of it is worked out when it is first asked for.
pub struct Kept {
    /// What is kept.
    pub record: Rc<Record>,
    summary: OnceCell<Option<Summary>>,
}

/// What the library says of a kept appraisal.
pub struct Summary {
    /// What follows from it, in a sentence.
    pub finding: String,
    /// How many scores are missing.
    pub missing: usize,
    /// How far to trust it, and what its authors say of it above all.
    pub standing: Vec<String>,
}

impl Kept {
    /// What the library says of it; `None` when it cannot be read.
    pub fn summary(&self) -> Option<&Summary> {
        let work_out = || {
            let appraisal = opening::open(self.record.text.as_bytes()).ok()?;
            Some(summary(&appraisal))
        };
        self.summary.get_or_init(work_out).as_ref()
    }
}

fn summary(appraisal: &Appraisal) -> Summary {
    let analysis = analyse(appraisal);
    let rows = analysis.values.iter();
    let missing = rows
        .flat_map(|row| row.iter().zip(&analysis.scales))
        .filter(|(value, scale)| value.value().is_none() && !scale.excluded)
        .count();
    let finding = brief(Subject::new(appraisal, &analysis));
    Summary {
        finding,
        missing,
        standing: standing_and_notice(&appraisal.frame),
    }
}

/// The kept appraisals, the last saved first.
#[derive(Clone, Default)]
pub struct Shelf(Vec<Rc<Kept>>);

impl Shelf {
    /// The shelf of what is kept now; what the one before it knew of a record that has not changed is not worked out
    /// again.
    pub fn of(mut records: Vec<Record>, before: Option<&Self>) -> Self {
        sort_by(&mut records, |a, b| {
            b.saved.total_cmp(&a.saved).then_with(|| a.id.cmp(&b.id))
        });
        let kept = |record: Record| {
            let known = before.and_then(|shelf| shelf.get(&record.id));
            match known.filter(|kept| *kept.record == record) {
                Some(kept) => kept.clone(),
                None => Rc::new(Kept {
                    record: Rc::new(record),
                    summary: OnceCell::new(),
                }),
            }
        };
        Self(records.into_iter().map(kept).collect())
    }

    /// Each of them, the last saved first.
    pub fn iter(&self) -> impl Iterator<Item = &Rc<Kept>> {
        self.0.iter()
    }

    /// The one with an id.
    pub fn get(&self, id: &str) -> Option<&Rc<Kept>> {
        self.iter().find(|kept| kept.record.id == id)
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
