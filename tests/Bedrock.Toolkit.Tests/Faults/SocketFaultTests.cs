using System.Net.Sockets;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>What goes wrong on a connection, over real sockets. They run by themselves, because some of them measure real time.</summary>
[Collection(AloneCollection.Name)]
public class SocketFaultTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task InvokeAsync_StaleConnection_TakesAnotherOneAtOnceAndCountsNoAttempt()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("""{"text":"a"}""");
            if (connection.Number != 1) return;

            // The first bytes of the next request meet a connection that nobody serves any more.
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using BedrockClient client = server.CreateClient();

        await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);
        EchoResponse second = await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        Assert.Equal(1, second.Metadata!.Attempts);
        Assert.Equal(2, server.Connections);
        Assert.Equal(500, client.Transport.Retry.Bucket.Tokens);
    }

    [Fact]
    public async Task InvokeAsync_CallsOneAfterAnother_SendTheirOwnHeadersAndBodies()
    {
        var heads = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var server = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } head)
            {
                heads.Enqueue(head);
                await connection.AnswerAsync("""{"text":"a"}""");
            }
        });
        using BedrockClient client = server.CreateClient();

        // The request of one call serves the next.
        foreach (string prompt in new[] { "one", "a longer one", "" })
        {
            using var trace = new System.Diagnostics.Activity("host");
            if (prompt.Length == 3) trace.Start();
            await client.InvokeAsync(Echo.Model, Echo.Request(prompt)).WaitAsync(Bound);
        }

        Assert.Single((await client.Transport.GetRouteAsync(CancellationToken.None)).Idle);
        string[][] lines = [.. heads.Select(head => head.Split("\r\n"))];
        Assert.Equal(["16", "25", "13"], lines.Select(l => Value(l, "Content-Length")));
        Assert.Equal(3, lines.Select(l => Value(l, "amz-sdk-invocation-id")).Distinct().Count());
        Assert.Equal(3, lines.Select(l => Value(l, "Authorization")).Distinct().Count());
        Assert.All(lines, l => Assert.Equal("application/json", Value(l, "Content-Type")));
        Assert.DoesNotContain(lines[2], line => line.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase));

        static string Value(string[] head, string name) => Assert.Single(head, line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Split(':', 2)[1].Trim();
    }

    [Fact]
    public async Task InvokeAsync_StaleConnectionWithoutRetries_IsAConnectionError()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("{}");
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using BedrockClient client = server.CreateClient(o => o.MaxAttempts = 1);
        await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        BedrockConnectionException e =
            await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.True(e.IsTransient);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task InvokeAsync_ResetOnAFreshConnection_CostsAnAttempt()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number == 1) connection.Reset();
            else await connection.AnswerAsync("{}");
        });
        using BedrockClient client = server.CreateClient();

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)).Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_ConnectionHalfClosedBeforeTheAnswer_IsRepeated()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerAsync("{}");
                return;
            }

            connection.HalfClose();
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient();

        Assert.Equal(2, (await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound)).Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_ConnectionHalfClosedInsideTheBody_IsRepeated()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (connection.Number > 1)
            {
                await connection.AnswerAsync("""{"text":"whole"}""");
                return;
            }

            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"text\":\"ha");
            connection.HalfClose();
            await connection.WaitForCloseAsync();
        });
        using BedrockClient client = server.CreateClient();

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound);

        Assert.Equal("whole", response.Text);
        Assert.Equal(2, response.Metadata!.Attempts);
    }

    [Fact]
    public async Task InvokeAsync_StalledBody_IsTheIdleLimitAndClosesTheConnection()
    {
        Task<int>? closed = null;
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{");
            await (closed = connection.WaitForCloseAsync());
        });
        using BedrockClient client = server.CreateClient(o =>
        {
            o.MaxAttempts = 1;
            o.StreamIdleTimeout = TimeSpan.FromMilliseconds(300);
        });

        BedrockTimeoutException e = await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Equal(BedrockTimeoutKind.Idle, e.Kind);
        await closed!.WaitAsync(Bound);
    }

    [Fact]
    public async Task InvokeAsync_PortThatNeverAccepts_IsTheConnectLimit()
    {
        // A listener whose queue is full drops what else wants to connect.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        listener.Listen(0);
        System.Net.EndPoint address = listener.LocalEndPoint!;
        List<Socket> waiting = [];
        try
        {
            for (int i = 0; i < 4; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                waiting.Add(socket);
                try
                {
                    await socket.ConnectAsync(address).WaitAsync(TimeSpan.FromMilliseconds(200));
                }
                catch (TimeoutException)
                {
                    break; // full
                }
            }

            await using var unused = new SocketServer(_ => Task.CompletedTask);
            using BedrockClient client = unused.CreateClient(o =>
            {
                o.ServiceUrl = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)address).Port}");
                o.ConnectTimeout = TimeSpan.FromMilliseconds(400);
                o.MaxAttempts = 1;
            });

            BedrockTimeoutException e =
                await Assert.ThrowsAsync<BedrockTimeoutException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

            Assert.Equal(BedrockTimeoutKind.Connect, e.Kind);
            Assert.Equal(TimeSpan.FromMilliseconds(400), e.Limit);
        }
        finally
        {
            foreach (Socket socket in waiting) socket.Dispose();
        }
    }

    [Fact]
    public async Task InvokeAsync_CancelledWhileConnectingOrSending_IsPrompt()
    {
        var over = new TaskCompletionSource();
        await using var server = new SocketServer(_ => over.Task); // reads nothing: a large body stays in the sending
        using BedrockClient client = server.CreateClient();
        using var source = new CancellationTokenSource();

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(new string('x', 20_000_000)), cancellationToken: source.Token);
        while (server.Connections == 0) await Task.Yield();
        long start = TimeProvider.System.GetTimestamp();
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(Bound))).CancellationToken);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(1, server.Connections);
        over.SetResult();
    }

    [Fact]
    public async Task InvokeAsync_FloodOfCalls_KeepsTheSocketsBounded()
    {
        await using var server = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null) await connection.AnswerAsync("{}");
        });
        using BedrockClient client = server.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(_ => client.InvokeAsync(Echo.Model, Echo.Request()))).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(server.MaxOpen, 1, 1000);
    }

    [Fact]
    public async Task InvokeAsync_ProxyAuthenticationRequired_IsAnErrorThatNamesTheStatus()
    {
        await using var server = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("<html>proxy</html>", 407, "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        });
        using BedrockClient client = server.CreateClient();

        BedrockServiceException e = await Assert.ThrowsAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(Bound));

        Assert.Equal(407, e.StatusCode);
        Assert.False(e.IsTransient);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task InvokeAsync_ProxyOfTheEnvironment_IsUsedUnlessNoProxyNamesTheHost()
    {
        string? firstLine = null;
        await using var proxy = new SocketServer(async connection =>
        {
            firstLine = (await connection.ReadRequestAsync())!.Split("\r\n")[0];
            await connection.AnswerAsync("""{"text":"through the proxy"}""");
        });
        await using var direct = new SocketServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.AnswerAsync("""{"text":"direct"}""");
        });
        string address = $"http://127.0.0.1:{proxy.Port}";

        Assert.Equal("through the proxy", await ClientProcess.RunAsync(["call", "http://bedrock.example:8080"], ("HTTP_PROXY", address)));
        Assert.StartsWith("POST http://bedrock.example:8080/model/", firstLine, StringComparison.Ordinal);
        Assert.Equal("through the proxy", await ClientProcess.RunAsync(["call", direct.Url.AbsoluteUri], ("HTTP_PROXY", address)));
        Assert.Equal("direct", await ClientProcess.RunAsync(["call", direct.Url.AbsoluteUri], ("HTTP_PROXY", address), ("NO_PROXY", "127.0.0.1")));
    }
}
