# What `cmake --install` puts where: the program, the frameworks with their templates, and the libraries with
# headers and a CMake package, so that another project says find_package(outturn) and links outturn::engine.
include(CMakePackageConfigHelpers)

set(OUTTURN_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/outturn)

foreach(name cells engine framework_toml xlsx)
    set_target_properties(outturn_${name} PROPERTIES EXPORT_NAME ${name})
    install(TARGETS outturn_${name} EXPORT outturnTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
endforeach()
install(EXPORT outturnTargets NAMESPACE outturn:: DESTINATION ${OUTTURN_PACKAGE_DIR})

# Headers include each other as "engine/cells/cell.h", so they keep their folders.
install(DIRECTORY engine xlsx DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/outturn FILES_MATCHING PATTERN "*.h")
install(DIRECTORY templates/ DESTINATION ${CMAKE_INSTALL_DATADIR}/outturn/templates)

configure_package_config_file(cmake/outturnConfig.cmake.in outturnConfig.cmake INSTALL_DESTINATION ${OUTTURN_PACKAGE_DIR})
write_basic_package_version_file(outturnConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
    ${CMAKE_CURRENT_BINARY_DIR}/outturnConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/outturnConfigVersion.cmake
    DESTINATION ${OUTTURN_PACKAGE_DIR})
