//! The boundary to JavaScript. The only folder that names the browser; it holds no decisions.
//!
//! `walk.js` packs the live document into a tape, [`tape`] unpacks it into a page, [`live`] holds the page
//! that JavaScript asks about, [`reading`] are the results as JavaScript sees them.

#[cfg(not(feature = "html"))]
mod decoder;
#[cfg(feature = "html")]
mod html;
mod json;
mod live;
mod options;
mod reading;
pub mod tape;
