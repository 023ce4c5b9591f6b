import ArgumentParser
import Crypto
import UnixSignals
import Reconciling
import Emulation
import Projects
