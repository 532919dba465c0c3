// SPDX-License-Identifier: MIT
#include "mend/system/stack.hpp"

#include <sys/mman.h>
#include <sys/resource.h>
#include <ucontext.h>

#include <cstddef>
#include <exception>
#include <new>

namespace mend {
namespace {

constexpr std::size_t least_size = std::size_t{2} * 1024 * 1024;
constexpr std::size_t large_size = std::size_t{8} * 1024 * 1024;

class Stack {
 public:
  Stack()
      : memory_(::mmap(nullptr, large_size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0)) {
    if (memory_ == MAP_FAILED) throw std::bad_alloc{};
  }
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;
  ~Stack() { ::munmap(memory_, large_size); }

  void* memory() const { return memory_; }

 private:
  void* memory_;
};

struct Call {
  const std::function<int()>* run;
  int result = 0;
  std::exception_ptr error;
};

// makecontext(3) hands over integers alone.
Call* current_call = nullptr;

void make_call() {
  try {
    current_call->result = (*current_call->run)();
  } catch (...) {
    current_call->error = std::current_exception();
  }
}

bool is_large_enough() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
         limit.rlim_cur >= least_size;
}

}  // namespace

int on_large_stack(const std::function<int()>& run) {
  if (is_large_enough()) return run();
  const Stack stack;
  Call call{&run, 0, {}};
  current_call = &call;
  ucontext_t here{};
  ucontext_t there{};
  ::getcontext(&there);
  there.uc_stack.ss_sp = stack.memory();
  there.uc_stack.ss_size = large_size;
  there.uc_link = &here;
  ::makecontext(&there, make_call, 0);
  ::swapcontext(&here, &there);
  if (call.error) std::rethrow_exception(call.error);
  return call.result;
}

}  // namespace mend
