// Waiting that needs the operating system. Not inline: <windows.h> makes macros of words that kernels use.
#pragma once

namespace gatun {

// Lets another thread have the processor, if one is ready.
void give_way();

// Sleeps as shortly as the system can, 50 us or more.
void nap();

}  // namespace gatun
