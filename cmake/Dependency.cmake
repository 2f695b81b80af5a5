# Finds a library, or stops with the Debian package that holds it.
find_package(PkgConfig QUIET)

function(outturn_missing name package)
    message(FATAL_ERROR
        "Outturn needs ${name}, which was not found.\n"
        "  On Debian or Ubuntu:  sudo apt-get install ${package}\n"
        "  or let the project do it:  tools/install")
endfunction()

macro(outturn_need_package name package)
    find_package(${name} QUIET)
    if(NOT ${name}_FOUND)
        outturn_missing(${name} ${package})
    endif()
endmacro()

macro(outturn_need_pkgconfig module package)
    if(NOT TARGET PkgConfig::${module})
        if(NOT PkgConfig_FOUND)
            outturn_missing(pkg-config pkg-config)
        endif()
        pkg_check_modules(${module} QUIET IMPORTED_TARGET GLOBAL ${module})
        if(NOT ${module}_FOUND)
            outturn_missing(${module} ${package})
        endif()
    endif()
endmacro()
