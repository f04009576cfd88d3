import Commands
import Glibc

exit(Kb.main(Array(CommandLine.arguments.dropFirst())))
