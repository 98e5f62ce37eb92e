#include "app/program.h"

int main(int argc, char **argv) { return convscope::runProgram(argc, argv); }
