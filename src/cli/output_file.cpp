// SPDX-License-Identifier: MIT
#include "mend/cli/output_file.hpp"

#include "mend/cli/errors.hpp"
#include "mend/system/errors.hpp"
#include "mend/system/file_status.hpp"
#include "mend/system/files.hpp"
#include "mend/text/display.hpp"

namespace mend {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  stop(exit_cannot_create, path + " " + why + "; nothing was written",
       "Name a file that is not there yet.");
}

// The empty file that stands there, or nothing.
std::optional<FileContent> look_at_place(const std::string& path) {
  const auto status = look_at(path);
  if (!status) {
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    if (!is_folder(folder)) refuse(path, "would be in a folder that is not there");
    return std::nullopt;
  }
  if (status->is_link) refuse(path, "is a link");
  if (status->type != FileType::file) refuse(path, "is no file");
  auto content = read_file(path);
  if (content && !content->bytes.empty()) refuse(path, "is there already");
  return content;
}

bool put(const std::string& path, const std::optional<FileContent>& empty, std::string_view bytes) {
  if (!empty) return create_file(path, bytes);
  FileContent private_file = *empty;
  private_file.mode = 0600;
  return replace_file(private_file, bytes);
}

}  // namespace

void write_output(Context& context, const std::string& path, std::string_view bytes) {
  if (path.empty()) stop_usage("-o needs the name of a file");
  const auto empty = look_at_place(path);
  if (!context.is_dry_run() && !put(path, empty, bytes)) refuse(path, "is there already");
  const std::string said = context.is_dry_run() ? "would write " : "written  ";
  // With --json the object is in the file, and nothing else is on standard output.
  if (context.is_json()) {
    context.hint(said + harmless(path));
  } else if (!context.is_quiet() || context.is_dry_run()) {
    context.print(said + harmless(path) + "\n");
  }
}

}  // namespace mend
