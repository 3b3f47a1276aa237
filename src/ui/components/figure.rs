//! A chart in its frame: drawn for the width it gets, with its table and its downloads.

use crate::browser::{Element, drawing, element, files, spawn};
use crate::ui::components::copy_table::CopyTable;
use crate::ui::components::explain::explain;
use crate::ui::components::open_table::{Explains, OpenTable};
use crate::ui::components::paper::{PAPER_WIDTH, on_paper, use_printing};
use crate::ui::hooks::use_app;
use std::cell::Cell;
use std::rc::Rc;
use weighbridge_chart::{Picture, Table};
use weighbridge_report::{Explanation, picture_table};
use yew::prelude::*;

/// From so many letters on, a picture takes a browser longer to show than a slider may wait.
const LARGE: usize = 40_000;

/// How long such a picture waits for the next change, in milliseconds: whoever presses a key again and again waits for no
/// picture in between.
const PAUSE: u32 = 250;

/// Makes something for a width in px; equal only to itself.
pub struct Made<T>(Rc<dyn Fn(u32) -> T>);

/// Draws a picture.
pub type Draw = Made<Picture>;

/// Makes what lies over a picture.
pub type Over = Made<Html>;

impl<T> Made<T> {
    /// A way to make it.
    pub fn new(make: impl Fn(u32) -> T + 'static) -> Self {
        Self(Rc::new(make))
    }
}

impl<T> Clone for Made<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Made<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(PartialEq, Properties)]
pub struct FigureProps {
    /// How to draw it.
    pub draw: Draw,
    /// The start of the names of its files.
    pub name: AttrValue,
    /// The finding as a heading above the picture; leave out where a heading of the page says it.
    #[prop_or_default]
    pub heading: bool,
    /// The finding as a smaller heading, for a chart in a section that has its own.
    #[prop_or_default]
    pub subheading: bool,
    /// What can be taken hold of in the picture.
    #[prop_or_default]
    pub over: Option<Over>,
    /// What is behind a row of it and of its table. A click on a row opens it; for keys there is a button for the first row,
    /// and the table for all.
    #[prop_or_default]
    pub explain: Option<Explains>,
}

/// A chart with its tools.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let (app, explained) = (use_app(), use_state(|| None::<Explanation>));
    let place = use_node_ref();
    let width = use_state(|| 0_u32);
    let as_table = use_state(|| false);
    {
        let (place, width) = (place.clone(), width.clone());
        use_effect_with((), move |()| {
            let watch = place.cast::<Element>().map(|found| {
                // Each picture is first drawn in a task of its own: a page of many does not hold up typing.
                let first = {
                    let (found, width) = (found.clone(), width.clone());
                    element::after_all(0, move || width.set(element::width(&found)))
                };
                // An observer's first call says what the width is now.
                let is_first = Cell::new(true);
                let watch = element::watch_width(&found, move |px| {
                    if !is_first.replace(false) {
                        width.set(px);
                    }
                });
                (first, watch)
            });
            move || drop(watch)
        });
    }
    // A large picture waits until whatever changes it pauses, so that a slider stays quick.
    let drawn = use_mut_ref(|| props.draw.clone());
    let length = use_mut_ref(|| 0_usize);
    let again = use_force_update();
    let large = *length.borrow() > LARGE;
    {
        let drawn = drawn.clone();
        use_effect_with(props.draw.clone(), move |draw| {
            let draw = draw.clone();
            let wait = large.then(|| {
                element::after_all(PAUSE, move || {
                    *drawn.borrow_mut() = draw;
                    again.force_update();
                })
            });
            move || drop(wait)
        });
    }
    if !large {
        *drawn.borrow_mut() = props.draw.clone();
    }
    let printing = use_printing();
    let shown = if printing { PAPER_WIDTH } else { *width };
    // On paper nothing waits.
    let now = if printing {
        props.draw.clone()
    } else {
        drawn.borrow().clone()
    };
    let picture = use_memo((shown, now), |(width, draw)| {
        (*width > 0).then(|| (draw.0)(*width))
    });
    let svg = picture.as_ref().as_ref().map(|p| p.svg.clone());
    *length.borrow_mut() = svg.as_ref().map_or(0, String::len);
    // The same drawing stays the same element. Where a site lets no text become elements, the table says the same.
    let laid = use_memo(svg, |svg| drawing::element_of(svg.as_ref()?));
    let as_picture = !*as_table && laid.is_some();
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let opens = props.explain.clone().map(|explain| {
        let explained = explained.clone();
        Callback::from(move |at: Option<usize>| {
            explained.set(at.and_then(|at| explain.emit(at)));
        })
    });
    let pressed = opens
        .as_ref()
        .map(|opens| opens.reform(|event: MouseEvent| element::row_of(&event)));
    let first = opens
        .as_ref()
        .map(|opens| opens.reform(|_: MouseEvent| Some(0)));
    let held: Asked = {
        let picture = picture.clone();
        Rc::new(move || (*picture).clone())
    };
    html! {
        <div class="figure">
            <div class="canvas" ref={place}>
                if let Some(picture) = &*picture {
                    <div key="picture">
                        if props.heading {
                            <h2>{ &picture.title }</h2>
                        }
                        if props.subheading {
                            <h3>{ &picture.title }</h3>
                        }
                        if let Some(drawing) = laid.as_ref().as_ref().filter(|_| as_picture) {
                            <div class={classes!("laid", pressed.is_some().then_some("opens"))} onclick={pressed}>
                                { Html::VRef(drawing.clone().into()) }
                                if let Some(over) = &props.over { { (over.0)(shown) } }
                            </div>
                        } else if printing {
                            { on_paper(&picture.table, None) }
                        } else {
                            { table(&picture.table, props.explain.clone()) }
                        }
                    </div>
                }
            </div>
            if let Some(drawn) = &*picture {
                <p class="tools">
                    if laid.is_some() {
                        <button class="link" type="button" onclick={toggle}>
                            { if as_picture { "Show as table" } else { "Show as picture" } }
                        </button>
                    }
                    { downloads(&drawn.title, &props.name, &held) }
                    if let Some(onclick) = first {
                        <button class="link" type="button" {onclick} aria-haspopup="dialog">{ "How is this worked out?" }</button>
                    }
                </p>
            }
            if let Some(opens) = opens { { explain(&app, explained.as_ref(), opens.reform(|()| None)) } }
        </div>
    }
}

/// A table, the first column naming the rows, with what is behind a row.
pub fn table(table: &Table, explain: Option<Explains>) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={table.caption.clone()}>
            <OpenTable table={Rc::new(table.clone())} {explain} captioned=true />
        </div>
    }
}

/// Gives a picture when somebody asks for its files, if there is one.
pub type Asked = Rc<dyn Fn() -> Option<Picture>>;

/// Buttons for the files of a picture with a finding; picture and files are made only when somebody asks:
/// what they show may change with every move of a slider.
pub fn downloads(finding: &str, name: &AttrValue, picture: &Asked) -> Html {
    let save = |make: fn(&Picture, String)| {
        let (picture, name) = (picture.clone(), name.to_string());
        Callback::from(move |_: MouseEvent| {
            if let Some(picture) = picture() {
                make(&picture, name.clone());
            }
        })
    };
    let svg = save(|picture, name| {
        files::download_text(&(name + ".svg"), "image/svg+xml", &picture.standalone());
    });
    let png = save(|picture, name| {
        let svg = picture.standalone();
        spawn(async move {
            if files::download_png(format!("{name}.png"), svg.clone())
                .await
                .is_err()
            {
                // The drawing itself still serves where a browser cannot turn it into pixels.
                files::download_text(&(name + ".svg"), "image/svg+xml", &svg);
            }
        });
    });
    let table = save(|picture, name| {
        files::download_text(&(name + ".csv"), "text/csv", &picture_table(picture));
    });
    let copied = {
        let picture = picture.clone();
        Callback::from(move |()| picture().map(|picture| picture.table))
    };
    let button = |words: &'static str, what: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button class="link" type="button" {onclick} aria-label={format!("{words} ({what}): {finding}")}>{ words }</button>
        }
    };
    html! {
        <>
            { button("Download picture", "PNG", png) }
            { button("SVG", "download drawing", svg) }
            { button("CSV", "download table", table) }
            <CopyTable name={finding.to_owned()} table={copied} />
        </>
    }
}
