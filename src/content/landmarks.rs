//! What a block stands after and among: the last heading, the last image, the lines that show title, byline and date.

use crate::blocks::Blocks;
use crate::page::{NodeId, Page, Tag};
use crate::reading::Metadata;

/// Beyond this many blocks a heading is far.
const HEADING_BLOCKS_MAX: u8 = 40;
/// Beyond this many nodes an image is far.
const IMAGE_NODES_MAX: u32 = 200;

/// Landmarks of one block.
#[derive(Clone, Copy, Debug, Default)]
pub struct Landmarks {
    /// Blocks since the last heading, 0 for a heading.
    pub since_heading: u8,
    /// That heading's level; 0 where there was none.
    pub heading_level: u8,
    /// Nodes since the last image.
    pub since_image: u32,
    /// Images in the block's container, at most 3.
    pub images_inside: u8,
    /// What fact of the page stands here: 0 none, 1 title, 2 byline, 3 date, 4 standfirst.
    pub fact: u8,
}

/// The landmarks of every block.
pub fn before_blocks(page: &Page, blocks: &Blocks, metadata: &Metadata) -> Vec<Landmarks> {
    let images: Vec<NodeId> =
        page.nodes().filter(|&node| matches!(page.tag(node), Tag::Img | Tag::Picture | Tag::Video)).collect();
    let shown = [metadata.title_node, metadata.byline_node, metadata.published_node, metadata.standfirst_node];
    let (mut since, mut level) = (HEADING_BLOCKS_MAX, 0);
    let mut marks = Vec::with_capacity(blocks.list.len());
    for block in &blocks.list {
        let heading = page.closest(block.parent, |tag| tag.heading_level().is_some() || tag.is_block() && tag != Tag::Div);
        match heading.and_then(|node| page.tag(node).heading_level()) {
            Some(found) => (since, level) = (0, found),
            None => since = (since + 1).min(HEADING_BLOCKS_MAX),
        }
        let before = images.partition_point(|&image| image < block.from);
        let since_image = before
            .checked_sub(1)
            .map_or(IMAGE_NODES_MAX, |last| (block.from.place() - images[last].place()).min(IMAGE_NODES_MAX));
        let inside = images.partition_point(|&image| image < page.end(block.parent))
            - images.partition_point(|&image| image < block.parent);
        let fact =
            shown.iter().position(|node| node.is_some_and(|node| page.contains(node, block.from))).map_or(0, |at| at + 1);
        marks.push(Landmarks {
            since_heading: since,
            heading_level: level,
            since_image,
            images_inside: inside.min(3) as u8,
            fact: fact as u8,
        });
    }
    marks
}
