// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.study.RunError;

/** Jobs on the embedded cluster, which stays from one job to the next. */
class BatchJobPipelineTest {
    @Test
    void jobsWithBothKindsOfExchangeRunOneAfterTheOther() throws Exception {
        for (Exchange exchange : List.of(Exchange.STORED, Exchange.DIRECT, Exchange.STORED)) {
            assertThat(doubled(2, exchange)).containsExactlyInAnyOrder(2, 4, 6, 8);
        }
    }

    @Test
    void aJobMayHaveAnotherParallelismThanTheOneBefore() throws Exception {
        assertThat(doubled(1, Exchange.DIRECT)).hasSize(4);
        assertThat(doubled(3, Exchange.STORED)).hasSize(4);
    }

    @Test
    void aJobRunsAfterOneThatFailed() throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(2, Exchange.STORED);
        env.fromData(Types.INT, 1, 2)
                .map((MapFunction<Integer, Integer>) number -> {
                    throw new IllegalStateException("number " + number);
                })
                .returns(Types.INT)
                .print();

        assertThatThrownBy(() -> BatchJob.execute(env, "failing"))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("The job failing failed: number");
        assertThat(doubled(2, Exchange.DIRECT)).hasSize(4);
    }

    private static List<Integer> doubled(int parallelism, Exchange exchange) throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, exchange);
        List<Integer> numbers = new ArrayList<>();
        try (CloseableIterator<Integer> results = env.fromData(Types.INT, 1, 2, 3, 4)
                .rebalance()
                .map(number -> 2 * number)
                .returns(Types.INT)
                .executeAndCollect()) {
            results.forEachRemaining(numbers::add);
        }
        return numbers;
    }
}
