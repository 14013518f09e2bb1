// The crash tests start themselves again as the process that is killed.
#include <gtest/gtest.h>

#include <string_view>

#include "crash/victim.hpp"

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view{argv[1]} == "--victim") return hearline::crash::run_victim({argv + 2, argv + argc});
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
