/* Symbol visibility. Everything not marked GATUN_EXPORT stays inside the library. */
#ifndef GATUN_EXPORT_H
#define GATUN_EXPORT_H

#include <stdint.h>

#if defined(_WIN32)
#define GATUN_EXPORT __declspec(dllexport)
#else
#define GATUN_EXPORT __attribute__((visibility("default")))
#endif

#endif
