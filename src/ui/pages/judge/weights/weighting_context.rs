//! The branch a method speaks of, what was said of it, and how to say more.

use crate::ui::components::edits::dom_id;
use crate::ui::hooks::{Editor, use_app, use_editor};
use std::collections::BTreeMap;
use weighbridge_analysis::{
    Agreement, DerivedWeights, Issue, Lacking, agreement, analyse, lacking, raw_weights, weigh,
};
use weighbridge_edit::Edit;
use weighbridge_model::{Appraisal, Criterion, CriterionId, Weighting, WeightingMethod, Weights};
use weighbridge_report::{
    Step, Subject, end_of_scale, headline, lacking_advice, lacking_sentence, step_words,
    steps_below,
};
use weighbridge_state::Route;
use yew::prelude::*;

/// A branch being weighed by a method.
#[derive(Clone, PartialEq)]
pub struct WeightingContext {
    pub editor: Editor,
    pub branch: Option<CriterionId>,
    pub method: WeightingMethod,
}

/// What the form of a way to weigh gets.
#[derive(PartialEq, Properties)]
pub struct GroundProps {
    pub ground: WeightingContext,
}

/// The part of the address that names a method and a branch: `swing`, or `swing.quality`.
pub fn view(method: WeightingMethod, branch: Option<&CriterionId>) -> String {
    let slug = slug(method);
    branch.map_or_else(|| slug.to_owned(), |id| format!("{slug}.{id}"))
}

fn slug(method: WeightingMethod) -> &'static str {
    match method {
        WeightingMethod::Direct => "",
        WeightingMethod::Swing => "swing",
        WeightingMethod::Rank => "rank",
        WeightingMethod::Pairwise => "pairwise",
        WeightingMethod::BestWorst => "best-worst",
        WeightingMethod::Macbeth => "words",
    }
}

/// What part of the page the address names: a method, or the comparison of all; and the branch.
#[hook]
pub fn use_view() -> (Option<WeightingMethod>, Option<CriterionId>) {
    let app = use_app();
    let editor = use_editor();
    let Route::Appraisal { view, .. } = &app.state.route else {
        return (Some(WeightingMethod::Direct), None);
    };
    let (name, branch) = view.split_once('.').unwrap_or((view, ""));
    let method = WeightingMethod::ALL.into_iter().find(|m| slug(*m) == name);
    let branch = CriterionId::new(branch).ok();
    let known = branch.filter(|id| !editor.document.appraisal().branch(Some(id)).is_empty());
    (method, known)
}

impl WeightingContext {
    pub fn appraisal(&self) -> &Appraisal {
        self.editor.document.appraisal()
    }

    /// The criteria of the branch.
    pub fn children(&self) -> &[Criterion] {
        self.appraisal().branch(self.branch.as_ref())
    }

    /// The weights that count.
    fn weights(&self) -> &Weights {
        &self.appraisal().agreed().weights
    }

    /// What was said of the branch.
    pub fn said(&self) -> &Weighting {
        self.weights().weighting(self.branch.as_ref())
    }

    /// Whether this method gives the weights now.
    pub fn in_use(&self) -> bool {
        self.said().method == self.method
    }

    /// Whether the weights that count are those that follow by this method; before there are any, whether it
    /// is the method in use.
    pub fn counts(&self) -> bool {
        let follow = || self.weighed().shares().is_some();
        self.in_use() && (self.now().is_empty() || (follow() && !self.disagrees()))
    }

    /// The id of the heading of what follows.
    pub fn follows(&self) -> String {
        let branch = self.branch.as_ref();
        dom_id("follows", branch.map_or("", |id| id.as_str()))
    }

    /// The share of each criterion now, by whatever method.
    pub fn now(&self) -> Vec<f64> {
        let analysis = &self.editor.document.analysis;
        let share = |c: &Criterion| analysis.nodes[analysis.node(&c.id)?].local;
        self.children().iter().filter_map(share).collect()
    }

    /// Why no weights follow by this method, as a sentence; or, where they do, who then leads.
    pub fn words(&self, weighed: &DerivedWeights) -> String {
        if weighed.shares().is_some() {
            if self.in_use() && !self.differs() {
                return headline(self.editor.document.subject());
            }
            return self.preview().map_or_else(String::new, |appraisal| {
                let analysis = analyse(&appraisal);
                headline(Subject::new(&appraisal, &analysis))
            });
        }
        let Some(lack) = lacking(
            self.said(),
            self.children(),
            self.weights(),
            self.method,
            weighed,
        ) else {
            return String::new();
        };
        if lack == Lacking::Everything {
            return "Answer the question above to see weights.".to_owned();
        }
        let why = lacking_sentence(&lack, self.children());
        // What is missing says what to do by itself, and beside words that contradict each other stand the repairs.
        let why = match (&lack, lack.answers()) {
            (_, Some(_)) | (Lacking::Contradictory, _) => why,
            (_, None) => {
                let advice = lacking_advice(&lack, self.said(), self.children());
                format!("{why}. {}", advice.trim_end_matches('.'))
            }
        };
        if self.in_use() && !self.now().is_empty() {
            format!("The earlier weights are still in use. {why}.")
        } else {
            format!("{why}.")
        }
    }

    /// Whether weights follow by this method, which is in use, and others count.
    pub fn differs(&self) -> bool {
        self.in_use() && self.disagrees()
    }

    /// Whether the weights of the branch are not those that the answers give by the method that was used
    /// last, whichever method is looked at.
    pub fn disagrees(&self) -> bool {
        let analysis = &self.editor.document.analysis;
        analysis.issues.iter().any(|issue| {
            matches!(issue, Issue::WeightsNotFromJudgements { branch, .. } if *branch == self.branch)
        })
    }

    /// How well the answers by this method agree, where they can contradict each other.
    pub fn agreement(&self) -> Option<Agreement> {
        agreement(self.said(), self.children(), self.method)
    }

    /// Makes points of the weights that count, so that no answers stand against them any more.
    pub fn keep_as_points(&self) {
        let mut said = self.said().clone();
        said.method = WeightingMethod::Direct;
        said.direct = BTreeMap::default();
        let branch = self.branch.as_ref();
        let edit = Edit::derive(
            self.appraisal(),
            branch,
            WeightingMethod::Direct,
            &said,
            Vec::new(),
        );
        self.editor.apply(edit);
    }

    /// What follows by this method.
    pub fn weighed(&self) -> DerivedWeights {
        weigh(self.said(), self.children(), self.weights(), self.method)
    }

    /// The steps from worst to best that lifting a criterion takes: its own, or that of every criterion
    /// below it.
    pub fn steps(&self, criterion: &Criterion) -> Vec<Step> {
        steps_below(self.appraisal(), &self.editor.document.analysis, criterion)
    }

    /// From where to where a criterion would be lifted, in the terms of its scale; for a group, one line
    /// for every criterion below it.
    pub fn lift(&self, criterion: &Criterion) -> Vec<String> {
        let line = |step: &Step| {
            let words = step_words(&step.ends);
            if criterion.is_leaf() {
                let [worst, best] = [&step.ends.worst, &step.ends.best].map(end_of_scale);
                return match (worst, best) {
                    (Some(worst), Some(best)) => format!("From {worst} to {best}"),
                    _ => "Its two ends are not said yet: say them first.".to_owned(),
                };
            }
            let name = self.appraisal().criterion(&step.criterion);
            let words = words.unwrap_or_else(|| "its two ends are not said yet".to_owned());
            format!("{}: {words}", name.map_or("", Criterion::short_name))
        };
        self.steps(criterion).iter().map(line).collect()
    }

    /// Says something more; the weights follow at once if this method gives them.
    pub fn say(&self, change: impl FnOnce(&mut Weighting)) {
        let mut said = self.said().clone();
        change(&mut said);
        self.editor.apply(self.edit(said));
    }

    /// Lets this method give the weights. Points given before are set aside, not lost.
    pub fn adopt_method(&self) {
        self.editor.apply(self.taking_up());
    }

    fn taking_up(&self) -> Edit {
        let mut said = self.said().clone();
        if said.method == WeightingMethod::Direct {
            said.direct = self
                .children()
                .iter()
                .filter_map(|c| Some((c.id.clone(), self.weights().raw(&c.id)?)))
                .collect();
        }
        said.method = self.method;
        if self.method == WeightingMethod::Swing {
            self.look_at_ends(&mut said);
        }
        self.edit(said)
    }

    /// Notes the ends of all scales as they are now.
    pub fn look_at_ends(&self, said: &mut Weighting) {
        for child in self.children() {
            for step in self.steps(child) {
                said.swing_confirmed_for.insert(step.criterion, step.ends);
            }
        }
    }

    /// The edit that keeps what was said, with the weights that follow if the method in use is this one.
    fn edit(&self, said: Weighting) -> Edit {
        let followed = weigh(&said, self.children(), self.weights(), self.method);
        let weights = match followed.shares() {
            Some(shares) if said.method == self.method => {
                raw_weights(&said, self.children(), self.method, shares)
            }
            _ => Vec::new(),
        };
        let mut said = said;
        if said.method == WeightingMethod::Direct {
            // In use, the points are those of the criteria.
            said.direct = BTreeMap::default();
        }
        let branch = self.branch.as_ref();
        Edit::derive(self.appraisal(), branch, self.method, &said, weights)
    }

    /// The appraisal as it would be with this method's weights.
    pub fn preview(&self) -> Option<Appraisal> {
        self.weighed().shares()?;
        let mut to = self.appraisal().clone();
        self.taking_up().apply(&mut to).ok()?;
        Some(to)
    }
}
