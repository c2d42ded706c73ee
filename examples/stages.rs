//! Where the time goes natively: every stage of `read` by itself, over all pages of a folder (`npm run bench:rust`).
//!
//! usage: stages [FOLDER [RUNS]]
//!
//! Each stage's best of the runs counts, summed over the pages. The flow is that of `limpid::read_with`.

#[path = "../scripts/bench/native/src/pages.rs"]
mod pages;

use limpid::content::weights;
use limpid::page::{self, Page};
use limpid::{Options, article, blocks, clutter, content, hiding, metadata, text};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const STAGES: [&str; 12] =
    ["parse", "repair", "metadata", "gated", "blocks", "clutter", "content", "rest", "access", "hiding", "sections", "article"];

/// Runs of each page unless the caller says otherwise.
const RUNS: usize = 5;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages").to_owned());
    let runs = args.next().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let (mut sums, mut nodes, mut pages) = ([Duration::ZERO; STAGES.len()], 0, 0u32);
    for path in pages::in_folder(Path::new(&folder))? {
        let html = std::fs::read(path)?;
        let mut best = [Duration::MAX; STAGES.len()];
        for _ in 0..runs {
            let (page, times) = measure(&html);
            best = std::array::from_fn(|at| best[at].min(times[at]));
            nodes += page.len() / runs;
        }
        sums = std::array::from_fn(|at| sums[at] + best[at]);
        pages += 1;
    }
    report(&sums, nodes, pages);
    Ok(())
}

/// One page through all stages.
fn measure(html: &[u8]) -> (Page, [Duration; STAGES.len()]) {
    let options = Options::default();
    let mut clock = Clock::start();
    let page = clock.stop(page::html::parse_bytes(html, None));
    let mended = clock.stop(text::repair::page(&page, &options)).0;
    let metadata = clock.stop(metadata::read(&mended, &options));
    let mended = clock.stop(clutter::gated::page(&mended, &metadata, false));
    let blocks = clock.stop(blocks::split(&mended));
    let mut findings = clock.stop(clutter::find(&mended, &blocks, &metadata));
    let learned = weights::learned();
    let main = clock.stop(content::choose(&mended, &blocks, &metadata, &findings, &options, learned));
    if let Some(main) = &main {
        clutter::add_rest(&mended, &blocks, &metadata, main, &mut findings);
    }
    clock.stop(());
    black_box(clock.stop(clutter::access(&mended, &blocks, &metadata, &findings, main.as_ref())));
    black_box(clock.stop(hiding::plan(&mended, &blocks, &findings, main.as_ref(), &options)));
    black_box(clock.stop(clutter::sections(&mended, &findings)));
    black_box(clock.stop(main.map(|main| article::build(&mended, metadata, &main, &findings))));
    let times = clock.times;
    drop(mended);
    (page, times)
}

/// The time since the last stop, stage by stage.
struct Clock {
    begun: Instant,
    times: [Duration; STAGES.len()],
    at: usize,
}

impl Clock {
    fn start() -> Clock {
        Clock { begun: Instant::now(), times: [Duration::ZERO; STAGES.len()], at: 0 }
    }

    fn stop<T>(&mut self, made: T) -> T {
        if let Some(time) = self.times.get_mut(self.at) {
            *time = self.begun.elapsed();
        }
        self.at += 1;
        self.begun = Instant::now();
        made
    }
}

fn report(sums: &[Duration], nodes: usize, pages: u32) {
    let all: Duration = sums.iter().sum();
    println!("{pages} pages, {nodes} nodes\n\n| stage | µs a page | ns a node | share |\n|---|---|---|---|");
    for (name, time) in STAGES.iter().zip(sums).chain([(&"all", &all)]) {
        let (micros, nanos) = (time.as_secs_f64() * 1e6 / f64::from(pages.max(1)), time.as_nanos() / nodes.max(1) as u128);
        println!("| {name} | {micros:.0} | {nanos} | {:.0} % |", 100.0 * time.as_secs_f64() / all.as_secs_f64());
    }
}
