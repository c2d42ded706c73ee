//! What to hide on the live page and what to unlock.

use crate::clutter::Finding;
use crate::content::MainContent;
use crate::options::Options;
use crate::page::Page;
use crate::reading::HidePlan;

/// Plans the hiding. An ancestor of the article is never hidden, nor a part of it.
pub fn plan(_page: &Page, _findings: &[Finding], _main: Option<&MainContent>, _options: &Options) -> HidePlan {
    HidePlan::default()
}
