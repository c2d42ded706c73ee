//! The boundary to JavaScript. The only folder that names the browser; it holds no decisions.
//!
//! `walk.js` packs the live document into a tape, [`tape`] unpacks it into a page, [`live`] is what JavaScript holds on to,
//! [`reading`] are the results as JavaScript sees them.

mod error;
#[cfg(feature = "html")]
mod html;
mod live;
mod options;
mod reading;
pub mod tape;

pub use live::LivePage;
