package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.job.PortRange;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortHoldTest {
    @Test
    void aHeldPortIsTakenAndNobodyListens() throws IOException {
        try (PortHold hold = PortHold.take(PortRange.ANY)) {
            assertThat(hold.port()).isAtLeast(1);
            assertThrows(BindException.class, () -> new ServerSocket(hold.port()).close());
            Addresses peers = new Addresses(List.of(local(hold.port())));
            assertThat(assertThrows(ConnectException.class, () -> peers.await(0)))
                    .hasMessageThat()
                    .contains("worker 0 cannot be reached at 127.0.0.1:" + hold.port());
        }
    }

    @Test
    void theFirstFreePortOfTheRangeIsTaken() throws IOException {
        try (PortHold first = PortHold.take(PortRange.ANY)) {
            PortRange two = new PortRange(first.port(), Math.min(65535, first.port() + 20));
            try (PortHold second = PortHold.take(two)) {
                assertThat(second.port()).isGreaterThan(first.port());
            }
            PortRange one = new PortRange(first.port(), first.port());
            assertThat(assertThrows(BindException.class, () -> PortHold.take(one)))
                    .hasMessageThat()
                    .startsWith("none of the ports " + first.port() + " to " + first.port() + " is free");
        }
    }

    @Test
    void aPortThatIsGivenBackIsFree() throws Exception {
        int port;
        try (PortHold hold = PortHold.take(PortRange.ANY)) {
            port = hold.port();
        }
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            new Addresses(List.of(local(listening.getLocalPort()))).await(0);
        }
    }

    private static String local(int port) {
        return "127.0.0.1:" + port;
    }
}
