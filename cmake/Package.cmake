# What `cmake --install` puts beside the program besides what the rooms install, and the Debian package (`cpack`, `make deb`).
include(GNUInstallDirs)

# Neither builds the tests first: what is installed is what `make build` made.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)

set(share ${CMAKE_INSTALL_DATADIR}/uitwijk)
set(docs ${CMAKE_INSTALL_DATADIR}/doc/uitwijk)
install(FILES results/python/uitwijk.py DESTINATION ${share}/python)
install(FILES README.md CHANGES.md DESTINATION ${docs})
install(FILES LICENSE DESTINATION ${docs} RENAME copyright)
install(DIRECTORY docs DESTINATION ${docs} FILES_MATCHING PATTERN "*.md")

# Pages for man and completions are what the program says of itself, asked when it is installed: never of another build.
file(GLOB manuals CONFIGURE_DEPENDS cli/manuals/*.txt)
set(pages "")
foreach(manual IN LISTS manuals)
  get_filename_component(page ${manual} NAME_WE)
  list(APPEND pages ${page})
endforeach()
list(REMOVE_ITEM pages uitwijk)
configure_file(cmake/told_by_program.cmake.in told_by_program.cmake @ONLY)
install(SCRIPT ${CMAKE_BINARY_DIR}/told_by_program.cmake)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME uitwijk)
set(CPACK_PACKAGE_CONTACT "The authors of uitwijk <uitwijk@example.invalid>" CACHE STRING "Who answers for the package")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Simulator of the Dutch 112 emergency chain")
set(CPACK_PACKAGE_DESCRIPTION "If this fails, or is attacked, how many 112 callers are lost, for how long, and does the
 takeover hold? Discrete-event simulation of the first answer, the meldkamers, what they share, and the callers.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-h5py, slurm-client")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/prerm)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_python.cmake)
include(CPack)
