//! Takes out of a wasm what it does to tell of a panic.
//!
//! A panic ends in a trap, and without an operating system its message goes nowhere: the text, its formatting and the
//! arguments at every check of a bound are bytes that nobody sees. A trap at once is the same to whoever calls.

use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{Function, FunctionBuilder, FunctionId, FunctionKind, Module};

/// Parts of the mangled names of functions of the standard library that never return, or that only they call.
const PANICS: [&str; 10] = [
    "4core9panicking",
    "3std9panicking13panic_handler",
    "slice_index_fail",
    "slice_error_fail",
    "len_mismatch_fail",
    "expect_failed",
    "unwrap_failed",
    "capacity_overflow",
    "handle_alloc_error",
    "raw_vec12handle_error",
];

/// A part of the mangled names of functions that write values out for people.
const FORMATTING: &str = "4core3fmt";

/// Makes each function that panics a trap. What only they called is left for wasm-opt, or for wasm-bindgen, to drop.
///
/// What they formatted would stay: nobody calls it by name, but it stands in the table of functions, where anyone might.
/// Where nothing else formats, it is made a trap too.
pub fn silence(module: &mut Module) {
    trap(module, |function| is_named(function, &PANICS));
    walrus::passes::gc::run(module);
    if !others_format(module) {
        trap(module, |function| is_named(function, &[FORMATTING]));
    }
}

fn trap(module: &mut Module, is_meant: impl Fn(&Function) -> bool) {
    let meant: Vec<FunctionId> = module.funcs.iter().filter(|function| is_meant(function)).map(|f| f.id()).collect();
    for id in meant {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let arguments = takes.iter().map(|&value| module.locals.add(value)).collect();
        let mut trap = FunctionBuilder::new(&mut module.types, &takes, &gives);
        trap.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(arguments));
    }
}

/// Whether a function calls what formats, and is none of that itself.
fn others_format(module: &Module) -> bool {
    let mut found = Formatted { module, any: false };
    for function in module.funcs.iter().filter(|function| !is_named(function, &[FORMATTING])) {
        if let FunctionKind::Local(code) = &function.kind {
            dfs_in_order(&mut found, code, code.entry_block());
        }
    }
    found.any
}

struct Formatted<'a> {
    module: &'a Module,
    any: bool,
}

impl<'a> Visitor<'a> for Formatted<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.any |= is_named(self.module.funcs.get(call.func), &[FORMATTING]);
    }
}

fn is_named(function: &Function, parts: &[&str]) -> bool {
    function.name.as_deref().is_some_and(|name| parts.iter().any(|part| name.contains(part)))
}
