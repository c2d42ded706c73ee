//! Limpid beside dom_smoothie on the same pages: from the string of the HTML to the article, parsing counted, runs interleaved.
//!
//! usage: limpid-bench FOLDER [RUNS]

mod pages;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Runs of each page unless the caller says otherwise. The best of each tool counts.
const RUNS: usize = 5;

/// Milliseconds of one page.
struct Row {
    limpid_ms: f64,
    peer_ms: f64,
}

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/pages").to_owned());
    let runs = args.next().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    let mut rows = Vec::new();
    for path in pages::in_folder(Path::new(&folder))? {
        let html = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
        rows.push(measure(&html, runs));
    }
    report(&rows);
    Ok(())
}

fn measure(html: &str, runs: usize) -> Row {
    let mut best = Row { limpid_ms: f64::INFINITY, peer_ms: f64::INFINITY };
    for _ in 0..runs {
        let limpid_ms =
            time_ms(|| limpid::read(&limpid::page::html::parse(html), &limpid::Options::default()).article.is_some());
        let peer_ms = time_ms(|| {
            dom_smoothie::Readability::new(html, None, None).is_ok_and(|mut readability| readability.parse().is_ok())
        });
        best = Row { limpid_ms: best.limpid_ms.min(limpid_ms), peer_ms: best.peer_ms.min(peer_ms) };
    }
    best
}

fn time_ms(read: impl Fn() -> bool) -> f64 {
    let begun = Instant::now();
    black_box(read());
    begun.elapsed().as_secs_f64() * 1e3
}

fn report(rows: &[Row]) {
    let (limpid_ms, peer_ms) = (rows.iter().map(|row| row.limpid_ms), rows.iter().map(|row| row.peer_ms));
    let ratios = sorted(rows.iter().map(|row| row.peer_ms / row.limpid_ms).collect());
    let pages_a_second = rows.len() as f64 * 1e3 / limpid_ms.clone().sum::<f64>();
    println!("{} pages, natively, from a string; best of interleaved runs, one core\n", rows.len());
    println!("| | median ms | mean ms |\n|---|---|---|");
    for (name, times) in [("limpid", sorted(limpid_ms.collect())), ("dom_smoothie", sorted(peer_ms.collect()))] {
        println!("| {name} | {:.2} | {:.2} |", at(&times, 0.5), times.iter().sum::<f64>() / times.len().max(1) as f64);
    }
    println!(
        "\nLimpid against dom_smoothie: {:.1} times as fast (median per page; {:.1} to {:.1} in the middle 80 %; worst {:.1})",
        at(&ratios, 0.5),
        at(&ratios, 0.1),
        at(&ratios, 0.9),
        at(&ratios, 0.0),
    );
    println!("Limpid: {pages_a_second:.0} pages a second and core");
}

fn sorted(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers
}

/// The number at a share of the sorted ones.
fn at(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() as f64 * share) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}
