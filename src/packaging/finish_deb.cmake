# SPDX-License-Identifier: MIT
# Run by CPack before it packs: what Debian wants of a package's documents, and the other formats not.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

set(root ${CPACK_TEMPORARY_DIRECTORY}/usr)
set(doc ${root}/share/doc/mend)

function(compress file)
  execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
  file(CHMOD ${file}.gz PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

file(GLOB manuals ${root}/share/man/man?/*.?)
foreach(manual ${manuals})
  compress(${manual})
endforeach()

# Each may be there already when a package is made a second time.
file(REMOVE ${doc}/LICENSE)
configure_file(${CPACK_MEND_SOURCE}/src/packaging/copyright ${doc}/copyright COPYONLY)
if(EXISTS ${doc}/CHANGELOG.md)
  file(RENAME ${doc}/CHANGELOG.md ${doc}/changelog)
  compress(${doc}/changelog)
endif()
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH, where it is set
file(WRITE ${doc}/changelog.Debian
"mend (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Packaged by CPack; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
compress(${doc}/changelog.Debian)

if(CPACK_MEND_STATIC)
  # One binary that runs everywhere: the libraries in it are small, and none of them reads the network.
  file(WRITE ${root}/share/lintian/overrides/mend "mend: statically-linked-binary [usr/bin/mend]\n")
endif()
file(GLOB texts ${doc}/* ${root}/share/lintian/overrides/*)
foreach(text ${texts})
  file(CHMOD ${text} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
file(CHMOD ${root}/share/lintian ${root}/share/lintian/overrides PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
