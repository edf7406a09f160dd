/* Stands where the library of the simulator is expected, and says that it is of another commit. */
static const struct {
  const char* commit;
  void* functions[2];
} entry = {"another", {0, 0}};

const void* uitwijk_simulator(void) {
  return &entry;
}
