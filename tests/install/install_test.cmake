# Run by ctest; see CMakeLists.txt beside this file for what it is given.
function(must)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${ARGN}\nended with ${status}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${work})
must(${CMAKE_COMMAND} --install ${build} --prefix ${work}/prefix)

set(flags "")
if(sanitize)
    # The libraries call into the sanitizers' runtime, so whoever links them needs it too.
    set(flags "-fsanitize=address,undefined")
endif()
must(${CMAKE_COMMAND} -S ${consumer} -B ${work}/build -G ${generator} -D CMAKE_BUILD_TYPE=${type}
     -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${work}/prefix -D CMAKE_EXE_LINKER_FLAGS=${flags})
must(${CMAKE_COMMAND} --build ${work}/build)
must(${work}/build/consumer)
if(NOT output STREQUAL "2016-17 Q2 ends on 30 Sep 2016\n")
    message(FATAL_ERROR "The consumer said: ${output}")
endif()

# Away from the sources: only what was installed can be found.
unset(ENV{OUTTURN_TEMPLATES})
must(${work}/prefix/${bindir}/outturn framework check cheshire-west-and-chester)
if(NOT output MATCHES "^cheshire-west-and-chester, version ")
    message(FATAL_ERROR "The installed program said: ${output}")
endif()
file(REMOVE_RECURSE ${work})
