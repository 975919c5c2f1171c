// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/timeline/fault_vfs.h"

#include <sqlite3.h>

#include <atomic>

namespace tidemark::test {

struct FaultVfs::Self {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::atomic<Fault> fault = Fault::full;
  std::atomic<int> left = -1;  // writes before the fault; below 0: none is coming
  std::atomic<bool> failing = false;
  std::atomic<int> failed = 0;

  // True for the write that is to be the first to fail.
  bool strikes() {
    if (failing || left < 0 || left.fetch_sub(1) > 0) return false;
    return failing = true;
  }
};

namespace {
FaultVfs::Self* active = nullptr;

struct File {
  sqlite3_file base;
  sqlite3_file* real;  // behind this
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
template <class Method, class... Values>
int pass(sqlite3_file* file, Method sqlite3_io_methods::* method, Values... values) {
  return (real(file)->pMethods->*method)(real(file), values...);
}

int fail_with(int code) {
  ++active->failed;
  return active->fault == Fault::full ? SQLITE_FULL : code;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  if (active->strikes() && active->fault == Fault::torn)
    pass(file, &sqlite3_io_methods::xWrite, data, size / 2, offset);
  if (active->failing) return fail_with(SQLITE_IOERR_WRITE);
  return pass(file, &sqlite3_io_methods::xWrite, data, size, offset);
}
int sync(sqlite3_file* file, int flags) {
  if (active->failing) return fail_with(SQLITE_IOERR_FSYNC);
  return pass(file, &sqlite3_io_methods::xSync, flags);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (active->failing) return fail_with(SQLITE_IOERR_TRUNCATE);
  return pass(file, &sqlite3_io_methods::xTruncate, size);
}

const sqlite3_io_methods methods{
    3,
    [](sqlite3_file* f) { return pass(f, &sqlite3_io_methods::xClose); },
    [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return pass(f, &sqlite3_io_methods::xRead, to, n, at); },
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return pass(f, &sqlite3_io_methods::xFileSize, size); },
    [](sqlite3_file* f, int level) { return pass(f, &sqlite3_io_methods::xLock, level); },
    [](sqlite3_file* f, int level) { return pass(f, &sqlite3_io_methods::xUnlock, level); },
    [](sqlite3_file* f, int* out) { return pass(f, &sqlite3_io_methods::xCheckReservedLock, out); },
    [](sqlite3_file* f, int what, void* arg) { return pass(f, &sqlite3_io_methods::xFileControl, what, arg); },
    [](sqlite3_file* f) { return pass(f, &sqlite3_io_methods::xSectorSize); },
    [](sqlite3_file* f) { return pass(f, &sqlite3_io_methods::xDeviceCharacteristics); },
    [](sqlite3_file* f, int n, int size, int extend, void volatile** out) {
      return pass(f, &sqlite3_io_methods::xShmMap, n, size, extend, out);
    },
    [](sqlite3_file* f, int first, int n, int flags) {
      return pass(f, &sqlite3_io_methods::xShmLock, first, n, flags);
    },
    [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
    [](sqlite3_file* f, int unlink) { return pass(f, &sqlite3_io_methods::xShmUnmap, unlink); },
    [](sqlite3_file* f, sqlite3_int64 at, int n, void** out) {
      return pass(f, &sqlite3_io_methods::xFetch, at, n, out);
    },
    [](sqlite3_file* f, sqlite3_int64 at, void* page) { return pass(f, &sqlite3_io_methods::xUnfetch, at, page); }};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* const own = reinterpret_cast<File*>(file);
  own->real = reinterpret_cast<sqlite3_file*>(own + 1);
  const int code = active->real->xOpen(active->real, name, own->real, flags, out_flags);
  own->base.pMethods = own->real->pMethods != nullptr ? &methods : nullptr;
  return code;
}
}  // namespace

FaultVfs::FaultVfs() : self_(std::make_unique<Self>()) {
  self_->real = sqlite3_vfs_find(nullptr);
  self_->vfs = *self_->real;
  self_->vfs.zName = "tidemark-faults";
  self_->vfs.szOsFile = static_cast<int>(sizeof(File)) + self_->real->szOsFile;
  self_->vfs.pNext = nullptr;
  self_->vfs.xOpen = open;
  active = self_.get();
  sqlite3_vfs_register(&self_->vfs, 1);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&self_->vfs);
  sqlite3_vfs_register(self_->real, 1);
}

void FaultVfs::arm(Fault fault, int after) {
  self_->failed = 0;
  self_->fault = fault;
  self_->left = after;
}

void FaultVfs::heal() {
  self_->left = -1;
  self_->failing = false;
}

int FaultVfs::failed() const { return self_->failed; }

}  // namespace tidemark::test
