//! `bindgen INPUT.wasm FOLDER NAME` writes `FOLDER/NAME.js`, its types and `FOLDER/NAME_bg.wasm`.

mod panics;

use std::{env, process::ExitCode};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [input, folder, name] = args.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm FOLDER NAME");
        return ExitCode::FAILURE;
    };
    match write(input, folder, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(input: &str, folder: &str, name: &str) -> Result<(), String> {
    let mut module = Module::from_file(input).map_err(|error| format!("{error:#}"))?;
    panics::silence(&mut module);
    let mut bindgen = Bindgen::new();
    // Names and producers tell a debugger about the build; without them the file is half the size.
    bindgen.input_bytes(name, module.emit_wasm()).out_name(name).remove_name_section(true).remove_producers_section(true);
    // After a trap a fresh instance takes the place of the broken one.
    bindgen.typescript(true).reset_state_function(true);
    bindgen.web(true).and_then(|web| web.generate(folder)).map_err(|error| format!("{error:#}"))
}
