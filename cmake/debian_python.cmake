# In the Debian package `import uitwijk` works: a link from where Debian's Python looks. Run by cpack (cmake/Package.cmake).
set(folder "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/lib/python3/dist-packages")
file(MAKE_DIRECTORY "${folder}")
file(CREATE_LINK ../../../share/uitwijk/python/uitwijk.py "${folder}/uitwijk.py" SYMBOLIC)
