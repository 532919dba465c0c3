// SPDX-License-Identifier: MIT
#include "mend/cli/output_file.hpp"

#include "mend/cli/errors.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/file_status.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

[[noreturn]] void refuse_file(const std::string& path, const std::string& why,
                         const std::string& hint = "Choose a name that does not exist yet.") {
  stop(exit_cannot_create, path + " " + why + "; nothing was written", hint);
}

[[noreturn]] void refuse_existing(const std::string& path) {
  refuse_file(path, "already exists", "Choose another name, or replace this file with --force.");
}

// The file that is to be replaced, or nothing.
std::optional<FileContent> look_at_place(const std::string& path, bool may_replace) {
  const auto status = look_at(path);
  if (!status) {
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (!is_folder(folder)) refuse_file(path, "would be in a folder that does not exist");
    return std::nullopt;
  }
  if (status->is_link) refuse_file(path, "is a link");
  if (status->type != FileType::file) refuse_file(path, "is not a file");
  if (!may_replace) refuse_existing(path);
  return read_file(path);
}

// False when somebody else was there first.
bool put(const std::string& path, const std::optional<FileContent>& old, std::string_view bytes) {
  if (!old) return create_file(path, bytes);
  FileContent private_file = *old;
  private_file.mode = 0600;
  return replace_file(private_file, bytes);
}

}  // namespace

std::optional<std::string> output_file(const Arguments& arguments) {
  auto file = arguments.value("output");
  if (file && file->empty()) stop_usage("-o needs the name of a file");
  if (file == "-") file.reset();
  if (!file && arguments.has("force")) {
    stop_usage("--force replaces a file, and none is named", "Name it with -o FILE.");
  }
  return file;
}

void write_output(Context& context, const Arguments& arguments, const std::string& path,
                  std::string_view bytes) {
  const auto old = look_at_place(path, arguments.has("force"));
  if (!context.is_dry_run() && !put(path, old, bytes)) {
    old ? refuse_file(path, "was changed just now", "Look at it before you overwrite it.")
        : refuse_existing(path);
  }
  const std::string said = context.is_dry_run() ? "would write " : "written  ";
  // With --json the object is in the file, and nothing else is on standard output.
  if (context.is_json()) {
    context.hint(said + harmless(path));
  } else if (!context.is_quiet() || context.is_dry_run()) {
    context.print(said + harmless(path) + "\n");
  }
}

}  // namespace mend
