# SPDX-License-Identifier: MIT
# The packages: `cmake --workflow --preset package` makes the DEB and the TGZ.
set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_PACKAGE_VENDOR "the mend project")
set(CPACK_PACKAGE_CONTACT "The mend project <maintainers@mend.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "daily practice companion for rebuilding trust")
set(CPACK_PACKAGE_DESCRIPTION
"mend keeps a record of eight daily practices for people who are rebuilding
trust in a relationship: what was kept, notes, promises, time apart and
setbacks. It shows streaks that forgive a bad day, and reports for oneself
or for the other person.
.
Everything stays in plain TOML files on this computer.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
if(NOT MEND_STATIC)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the one binary of a static build needs nothing
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/finish_deb.cmake)
set(CPACK_MEND_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_MEND_STATIC ${MEND_STATIC})
include(CPack)
