#include "http/pipeline.hpp"

#include "app/directory.hpp"
#include "app/people.hpp"
#include "base/json_writer.hpp"
#include "domain/statistics/fact_table.hpp"
#include "http/metrics.hpp"
#include "http/problem.hpp"
#include "http/session.hpp"
