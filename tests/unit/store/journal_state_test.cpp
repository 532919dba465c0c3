// SPDX-License-Identifier: MIT
#include "mend/store/journal_state.hpp"

#include "mend/system/errors.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace mend {

TEST_CASE("a journal finds its state again, by whatever path it is reached") {
  const TempFolder folder;
  std::filesystem::create_directories(folder / "data/main");
  std::filesystem::create_directory_symlink(folder / "data", folder / "link");
  JournalState state{folder / "undo/main", folder / "data/main"};
  CHECK(state.folder() == folder / "undo/main");
  CHECK(state.identity().empty());
  CHECK_FALSE(exists(folder / "undo"));
  state.claim();
  CHECK_FALSE(state.identity().empty());
  const JournalState again{folder / "undo/main", folder / "link/main"};
  CHECK(again.folder() == state.folder());
  CHECK(again.identity() == state.identity());
}

TEST_CASE("a journal that is not there yet has the state it will have") {
  const TempFolder folder;
  JournalState{folder / "undo/main", folder / "data/main"}.claim();
  std::filesystem::create_directories(folder / "data/main");
  CHECK_FALSE(JournalState{folder / "undo/main", folder / "data/main"}.identity().empty());
}

TEST_CASE("two journals of one name do not share their state") {
  const TempFolder folder;
  JournalState one{folder / "undo/main", folder / "one/main"};
  JournalState seen_before{folder / "undo/main", folder / "two/main"};
  one.claim();
  seen_before.claim();
  const JournalState two{folder / "undo/main", folder / "two/main"};
  CHECK(two.folder() != one.folder());
  CHECK(two.identity() != one.identity());
  CHECK(two.identity() == seen_before.identity());
  CHECK(JournalState{folder / "undo/main", folder / "one/main"}.identity() == one.identity());
}

TEST_CASE("a home that is copied whole keeps its state, and so does each alone that stays in its place") {
  const TempFolder folder;
  JournalState state{folder / "home/undo/main", folder / "home/data/main"};
  state.claim();
  std::filesystem::copy(folder / "home", folder / "other", std::filesystem::copy_options::recursive);
  const JournalState copied{folder / "other/undo/main", folder / "other/data/main"};
  CHECK(copied.identity() == state.identity());
  const JournalState moved{folder / "other/undo/main", folder / "home/data/main"};
  CHECK(moved.identity() == state.identity());
  const JournalState another{folder / "other/undo/main", folder / "third/data/main"};
  CHECK(another.identity().empty());
}

TEST_CASE("what says whose the state is and cannot be understood is taken for another journal's") {
  const TempFolder folder;
  JournalState{folder / "undo/main", folder / "main"}.claim();
  write_bytes(folder / "undo/main/journal.toml", "");
  JournalState state{folder / "undo/main", folder / "main"};
  CHECK(state.identity().empty());
  CHECK(state.folder() != folder / "undo/main");
  state.claim();
  CHECK(JournalState{folder / "undo/main", folder / "main"}.identity() == state.identity());
}

TEST_CASE("setting aside keeps every file, and leaves nothing to the journal begun next") {
  const TempFolder folder;
  JournalState state{folder / "undo/main", folder / "main"};
  CHECK_FALSE(state.set_aside());
  state.claim();
  CHECK_FALSE(state.set_aside());
  const std::string old_identity = state.identity();
  for (int time = 1; time <= 2; ++time) {
    write_bytes(state.folder() + "/00000001.toml", "words");
    const auto aside = state.set_aside();
    REQUIRE(aside);
    CHECK(*aside == folder / ("undo/main/set-aside-" + std::to_string(time)));
    CHECK(read_bytes(*aside + "/00000001.toml") == "words");
    CHECK_FALSE(exists(folder / "undo/main/00000001.toml"));
    CHECK(state.identity().empty());
    state.claim();
    CHECK(state.identity() != old_identity);
  }
  CHECK(state.folders_set_aside().size() == 2);
}

TEST_CASE("a folder that cannot be made is an error") {
  const TempFolder folder;
  write_bytes(folder / "undo", "");
  JournalState state{folder / "undo/main", folder / "main"};
  CHECK_THROWS_AS(state.claim(), SystemError);
}

}  // namespace mend
