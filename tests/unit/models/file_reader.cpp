#include "models/text/file_reader.hpp"

#include <gmock/gmock.h>

#include <cerrno>

#include "models/text/folder_files.hpp"
#include "models/text/whole_number.hpp"
#include "tests/unit/results/example.hpp"

/// Files as the system gives them, or does not.
namespace {

namespace fs = std::filesystem;
using models::FileReader;
using models::SystemFault;
using results_example::Folder;
using results_example::put;
using testing::HasSubstr;

int fault_of(const std::function<void()>& act, const std::string& says) {
  try {
    act();
  } catch (const SystemFault& fault) {
    EXPECT_THAT(fault.what(), HasSubstr(says));
    return fault.error();
  }
  return 0;
}

TEST(FileReader, GivesAllBytesInPieces) {
  const Folder folder;
  const std::string text = std::string(200'000, 'x') + '\0' + "end";
  put(folder / "a", text);
  EXPECT_EQ(models::bytes_of(folder / "a"), text);
  FileReader reader(folder / "a");
  EXPECT_TRUE(reader.is_regular());
  EXPECT_EQ(reader.size(), text.size());
  reader.go_to(200'001);
  EXPECT_EQ(reader.read(2), "en");
  EXPECT_EQ(reader.read(2), "d") << "fewer at the end only";
  EXPECT_EQ(reader.read(2), "");
}

TEST(FileReader, AFileThatTheSystemMakesUpHasNoSizeAndIsReadAllTheSame) {
  EXPECT_GT(models::bytes_of("/proc/self/stat").size(), 20u);
}

/// To std::ifstream a folder is an empty file: its first read fails, and that is the end.
TEST(FileReader, AReadThatFailsIsNoEndOfFile) {
  const Folder folder;
  EXPECT_EQ(fault_of([&] { models::bytes_of(folder.path()); }, "cannot be read: Is a directory"),
            EISDIR);
}

TEST(FileReader, AFileThatIsNotThereIsOneOfTheAnswers) {
  const Folder folder;
  EXPECT_FALSE(models::is_there(folder / "none"));
  EXPECT_FALSE(models::is_there(folder / "none/below"));
  EXPECT_FALSE(models::bytes_if_there(folder / "none"));
  EXPECT_EQ(fault_of([&] { models::bytes_of(folder / "none"); }, "none: cannot be read: No such"),
            ENOENT);
  put(folder / "a", "");
  EXPECT_TRUE(models::is_there(folder / "a"));
  EXPECT_EQ(models::bytes_if_there(folder / "a"), "");
  EXPECT_FALSE(models::is_there(folder / "a/below"));
}

TEST(FileReader, ANameThatIsTooLongIsOfNothing) {
  const Folder folder;
  const std::string longest(300, 'x');
  EXPECT_FALSE(models::is_there(folder / longest));
  EXPECT_FALSE(models::is_folder(folder / longest));
  EXPECT_FALSE(models::is_regular(folder / longest));
  EXPECT_TRUE(models::is_folder(folder.path()));
  EXPECT_FALSE(models::is_regular(folder.path()));
  put(folder / "a", "");
  EXPECT_TRUE(models::is_regular(folder / "a"));
  EXPECT_FALSE(models::is_folder(folder / "a"));
}

TEST(VisibleFiles, AreByNameAndWithoutWhatIsHidden) {
  const Folder folder;
  for (const char* const name : {"b.yaml", "a.yaml", ".hidden.yaml"})
    put(folder / name, "");
  fs::create_symlink("someone@host.1:2", folder / ".#b.yaml");
  EXPECT_THAT(models::visible_files(folder.path()),
              testing::ElementsAre(folder / "a.yaml", folder / "b.yaml"));
}

TEST(VisibleFiles, AnEndingIsNearlyThatInLargeLetters) {
  EXPECT_TRUE(models::nearly_ends_in("WORLD.YAML", ".yaml"));
  EXPECT_TRUE(models::nearly_ends_in("world.yaml", ".yaml"));
  EXPECT_FALSE(models::nearly_ends_in("world.yaml.bak", ".yaml"));
}

TEST(WholeNumber, IsDecimalWhateverItIsPaddedWith) {
  EXPECT_EQ(models::whole_number("010"), 10u);
  EXPECT_EQ(models::whole_number("08"), 8u);
  EXPECT_EQ(models::whole_number("18446744073709551615"), ~std::uint64_t{0});
  for (const char* const text :
       {"", "-1", "+1", "1.0", "0x10", "1e3", " 1", "18446744073709551616"})
    EXPECT_FALSE(models::whole_number(text)) << text;
}

}  // namespace
